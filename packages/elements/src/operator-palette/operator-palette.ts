import {ContextConsumer} from '@lit/context';
import {LitElement, html, nothing} from 'lit';
import type {PropertyValues, TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';

import {LsError} from '@ls-annotation/core';
import type {OperatorEntry, OperatorRegistry} from '@ls-annotation/operators';

import {operatorsContext} from '../contexts.js';
import {ObservableController} from '../controllers/observable-controller.js';
import {OperatorErrorEvent} from '../events/error-events.js';
import {toAriaKeyShortcuts} from '../hotkeys/key-chord.js';
import {operatorMark} from '../operator-buttons/operator-mark.js';
import {ensureTokens} from '../operator-form/ensure-tokens.js';
import {baseStyles} from '../styles/base.styles.js';
import {dialogStyles} from '../styles/dialog.styles.js';
import {shortcutText} from '../toolbar/shortcut-text.js';

import {operatorPaletteStyles} from './operator-palette.styles.js';
import {paletteGroups} from './palette-groups.js';
import type {PaletteGroup} from './palette-groups.js';

/**
 * A line to type in, with the operators that match: what was used of late
 * first, then by their groups; last those that cannot run here, with the
 * reason.
 *
 * It opens as soon as it is in the document, and removes itself when it is
 * closed. Arrow keys, and Control with Home or End, move in the list while one types on; Enter
 * opens the dialog of the operator, Escape gives the focus back.
 *
 * @summary A searchable list of the operators.
 * @since 0.1.0
 *
 * @fires {OperatorErrorEvent} ls-operator-error - Fired when an operator could not be opened. Bubbles, composed, not cancelable.
 *
 * @csspart dialog - The dialog.
 * @csspart search - The line to type in.
 * @csspart list - The list.
 * @csspart option - One operator.
 * @csspart reason - Why an operator cannot run.
 * @csspart empty - What is said when there is nothing to list.
 */
export class OperatorPaletteElement extends LitElement {
  static override styles = [baseStyles, dialogStyles, operatorPaletteStyles];

  /** What to list; left out, the registry of the host around it. */
  @property({attribute: false})
  registry: OperatorRegistry | null = null;

  @state()
  private search = '';

  @state()
  private active = 0;

  @state()
  private announcement = '';

  @query('dialog')
  private dialog!: HTMLDialogElement;

  #groups: readonly PaletteGroup[] = [];
  readonly #context = new ContextConsumer(this, {
    context: operatorsContext,
    subscribe: true,
    callback: () => this.#changes.reset(),
  });
  readonly #changes = new ObservableController(
    this,
    () => this.#registry?.list$ ?? null,
  );

  /** Closes it. */
  close(): void {
    this.dialog.close();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    ensureTokens(this);
    if (this.hasUpdated) this.dialog.showModal();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('registry')) this.#changes.reset();
    this.#groups = paletteGroups(this.#registry?.list() ?? [], {
      search: this.search,
      recentNames: recentNames(this.#registry),
    });
    this.active = Math.max(0, Math.min(this.active, this.#entries.length - 1));
  }

  protected override firstUpdated(): void {
    this.dialog.showModal();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!(changed as Map<string, unknown>).has('active')) return;
    this.shadowRoot
      ?.getElementById(`option-${this.active}`)
      ?.scrollIntoView({block: 'nearest'});
  }

  protected override render(): TemplateResult {
    const entries = this.#entries;
    return html`
      <dialog
        part="dialog"
        aria-label="Operators"
        @close=${this.#onClose}
        @click=${this.#onDialogClick}
        @keydown=${this.#onKeydown}
      >
        <input
          part="search"
          type="text"
          role="combobox"
          autofocus
          placeholder="Search operators"
          aria-label="Search operators"
          aria-autocomplete="list"
          aria-expanded="true"
          aria-controls="list"
          aria-activedescendant=${
            entries.length > 0 ? `option-${this.active}` : nothing
          }
          autocomplete="off"
          spellcheck="false"
          .value=${this.search}
          @input=${this.#onSearch}
        />
        <div
          id="list"
          class="list"
          part="list"
          role="listbox"
          aria-label="Operators"
        >
          ${this.#groups.map((group) => this.#renderGroup(group))}
        </div>
        ${
          entries.length === 0
            ? html`<p class="empty" part="empty">
                ${
                  this.search === ''
                    ? 'There are no operators here yet.'
                    : 'No operator matches.'
                }
              </p>`
            : nothing
        }
        <p class="visually-hidden" role="status">${this.announcement}</p>
      </dialog>
    `;
  }

  #renderGroup({title, entries}: PaletteGroup): TemplateResult {
    const first = this.#entries.indexOf(entries[0] as OperatorEntry);
    return html`<div role="group" aria-label=${title || 'Operators'}>
      ${
        title
          ? html`<div class="group-title" aria-hidden="true">${title}</div>`
          : nothing
      }
      ${entries.map((entry, index) => this.#renderOption(entry, first + index))}
    </div>`;
  }

  #renderOption(entry: OperatorEntry, index: number): TemplateResult {
    const {title, description, isApplicable, reason, shortcut} = entry;
    const isActive = index === this.active;
    return html`<div
      id="option-${index}"
      class="option ${isActive ? 'active' : ''}"
      part="option"
      role="option"
      aria-selected=${isActive}
      aria-disabled=${isApplicable ? nothing : 'true'}
      aria-keyshortcuts=${shortcut ? toAriaKeyShortcuts(shortcut) : nothing}
      data-index=${index}
      @pointermove=${() => {
        this.active = index;
      }}
    >
      ${operatorMark(entry.icon)}
      <span class="name">${title}</span>
      ${shortcut ? html`<kbd>${shortcutText(shortcut)}</kbd>` : nothing}
      ${
        description
          ? html`<span class="description">${description}</span>`
          : nothing
      }
      ${
        isApplicable
          ? nothing
          : html`<span class="reason" part="reason">${reason}</span>`
      }
    </div>`;
  }

  get #registry(): OperatorRegistry | null {
    return this.registry ?? this.#context.value ?? null;
  }

  get #entries(): readonly OperatorEntry[] {
    return this.#groups.flatMap(({entries}) => entries);
  }

  #choose({name, title, isApplicable, reason}: OperatorEntry): void {
    if (!isApplicable) {
      this.announcement = `${title} cannot run: ${reason}`;
      return;
    }
    const registry = this.#registry;
    // The focus goes back first, so that the dialog gives it back there, too.
    this.close();
    try {
      registry?.open(name);
    } catch (error) {
      if (!(error instanceof LsError)) throw error;
      /** @internal */
      this.dispatchEvent(new OperatorErrorEvent(error));
    }
  }

  #onSearch(event: InputEvent): void {
    this.search = (event.target as HTMLInputElement).value;
    this.active = 0;
    void this.updateComplete.then(() => {
      const count = this.#entries.length;
      this.announcement = this.search === '' ? '' : `${count} found`;
    });
  }

  #onKeydown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.isComposing) return;
    const entry = this.#entries[this.active];
    if (event.key === 'Enter') {
      event.preventDefault();
      if (entry && !event.repeat) this.#choose(entry);
      return;
    }
    const next = nextIndex(event, this.active, this.#entries.length);
    if (next === null) return;
    event.preventDefault();
    this.active = next;
  }

  /** A click beside it closes it. */
  #onDialogClick(event: MouseEvent): void {
    const target = event.target as Element;
    const option = target.closest<HTMLElement>('[data-index]');
    const entry = this.#entries[Number(option?.dataset.index ?? -1)];
    if (target === this.dialog) this.close();
    else if (entry) this.#choose(entry);
  }

  #onClose(): void {
    this.remove();
  }
}

function nextIndex(
  {key, ctrlKey}: KeyboardEvent,
  at: number,
  count: number,
): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at - 1 + count) % count;
    case 'Home':
      return ctrlKey ? 0 : null;
    case 'End':
      return ctrlKey ? count - 1 : null;
    default:
      return null;
  }
}

/** Those of this page first, then those that are remembered of others. */
function recentNames(registry: OperatorRegistry | null): readonly string[] {
  if (!registry) return [];
  const {current, recent} = registry.runList;
  const runs = [...[...current].reverse(), ...recent];
  return [
    ...new Set([
      ...runs.map(({operatorName}) => operatorName),
      ...(registry.memory?.recentNames() ?? []),
    ]),
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'ls-operator-palette': OperatorPaletteElement;
  }
}
