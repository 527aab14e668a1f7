import {ContextConsumer} from '@lit/context';
import {LitElement, html, nothing} from 'lit';
import type {PropertyValues, TemplateResult} from 'lit';
import {property, query, queryAll, state} from 'lit/decorators.js';
import {Subscription, map, merge, of, switchMap} from 'rxjs';

import {LsError} from '@ls-annotation/core';
import type {
  OperatorEntry,
  OperatorPlacement,
  OperatorRegistry,
  OperatorSource,
} from '@ls-annotation/operators';

import {operatorsContext} from '../contexts.js';
import {OperatorErrorEvent} from '../events/error-events.js';
import {ensureTokens} from '../operator-form/ensure-tokens.js';
import {baseStyles} from '../styles/base.styles.js';
import {buttonStyles} from '../styles/button.styles.js';
import {icon} from '../styles/icons.js';
import {panelStyles} from '../styles/panel.styles.js';

import {filterEntries} from './filter-entries.js';
import {operatorMenuStyles} from './operator-menu.styles.js';
import {placePanel} from './place-panel.js';

/** From this many operators on, the list can be searched. */
const SEARCH_FROM = 8;

/**
 * A button that lists the operators and opens the dialog of the one chosen.
 *
 * Operators that cannot run on what is on display are listed below the others,
 * with the reason. Arrow keys, Home and End move in the list; Escape closes it
 * and gives the focus back to the button. A server whose operators are being
 * asked for, or could not be, is named with the way to ask again.
 *
 * @summary A button with the list of operators.
 * @since 0.1.0
 *
 * @fires {OperatorErrorEvent} ls-operator-error - Fired when an operator could not be opened. Bubbles, composed, not cancelable.
 *
 * @csspart button - The button.
 * @csspart panel - The panel with the list.
 * @csspart search - The search field.
 * @csspart item - One operator.
 * @csspart name - Name of an operator.
 * @csspart description - Description of an operator.
 * @csspart reason - Why an operator cannot run.
 * @csspart source - A server that is asked, or that did not answer.
 * @csspart retry - The button that asks a server again.
 * @csspart empty - What is said when there is nothing to list.
 */
export class OperatorMenuElement extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    panelStyles,
    operatorMenuStyles,
  ];

  /** What to list; left out, the registry of the host around it. */
  @property({attribute: false})
  registry: OperatorRegistry | null = null;

  /** Words on the button. */
  @property()
  label = 'Operators';

  /**
   * Which operators are listed: those with this placement; in the menu, those
   * of the toolbar as well, where there may be no room for them. Anywhere else
   * there is no button without them.
   */
  @property({reflect: true})
  placement: OperatorPlacement = 'menu';

  /** True while the list is open. */
  @state()
  private isOpen = false;

  @state()
  private entries: readonly OperatorEntry[] = [];

  @state()
  private search = '';

  @state()
  private sources: readonly OperatorSource[] = [];

  @query('.toggle')
  private button!: HTMLButtonElement;

  @query('.panel')
  private panel!: HTMLElement;

  @query('input')
  private searchField!: HTMLInputElement | null;

  @queryAll('.item')
  private items!: NodeListOf<HTMLButtonElement>;

  readonly #context = new ContextConsumer(this, {
    context: operatorsContext,
    subscribe: true,
    callback: () => this.#subscribe(),
  });
  #subscription: Subscription | null = null;
  #subscribedTo: OperatorRegistry | null = null;

  /** Opens the list. */
  show(): void {
    if (!this.isOpen) this.panel.showPopover();
  }

  /** Closes the list. */
  hide(): void {
    if (this.isOpen) this.panel.hidePopover();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    ensureTokens(this);
    this.#subscribe();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe();
    this.#unlisten();
    this.isOpen = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('registry')) this.#subscribe();
    if (changed.has('placement')) this.#refresh();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.placement !== 'menu' && this.entries.length === 0) {
      return nothing;
    }
    return html`
      <button
        class="button toggle ${this.placement === 'region-list' ? 'quiet compact' : ''}"
        part="button"
        type="button"
        aria-haspopup="dialog"
        aria-expanded=${this.isOpen ? 'true' : 'false'}
        aria-controls="panel"
        popovertarget="panel"
        @keydown=${this.#onButtonKeydown}
      >
        ${operatorIcon()}<span>${this.label}</span>${icon('chevron')}
      </button>
      <div
        id="panel"
        class="panel"
        part="panel"
        popover="auto"
        role="dialog"
        tabindex="-1"
        aria-label=${this.label}
        @beforetoggle=${this.#onBeforeToggle}
        @toggle=${this.#onToggle}
        @keydown=${this.#onKeydown}
      >
        ${this.isOpen ? this.#renderPanel() : nothing}
      </div>
    `;
  }

  #renderPanel(): TemplateResult {
    if (this.entries.length === 0) {
      const isWaiting = this.sources.some(isLoading);
      return html`${
        isWaiting
          ? nothing
          : html`<p class="empty" part="empty">
              There are no operators here yet.
            </p>`
      }
      ${this.#renderSources()}`;
    }
    const found = filterEntries(this.entries, this.search);
    const usable = found.filter(({isApplicable}) => isApplicable);
    const others = found.filter(({isApplicable}) => !isApplicable);
    return html`
      ${this.entries.length >= SEARCH_FROM ? this.#renderSearch() : nothing}
      ${
        found.length === 0
          ? html`<p class="empty" part="empty">No operator matches.</p>`
          : nothing
      }
      ${usable.length > 0 ? this.#renderList(usable, nothing) : nothing}
      ${
        others.length > 0
          ? html`<h3 id="others">Not available here</h3>
              ${this.#renderList(others, 'others')}`
          : nothing
      }
      ${this.#renderSources()}
      <p class="visually-hidden" role="status">
        ${this.search === '' ? '' : `${found.length} found`}
      </p>
    `;
  }

  /** Nothing is said of a server that has answered: its operators are there. */
  #renderSources(): unknown {
    return this.sources.map((source) => {
      const {status, error} = source.state;
      if (status === 'loading') {
        return html`<p class="source" part="source" role="status">
          Loading operators from ${source.label}…
        </p>`;
      }
      if (status !== 'failed') return nothing;
      return html`<div class="source failed" part="source">
        <p>
          <strong>${source.label} did not answer.</strong> ${error?.message}
        </p>
        <button
          class="button"
          part="retry"
          type="button"
          aria-label="Try again: ${source.label}"
          @click=${() => this.#retry(source)}
        >
          Try again
        </button>
      </div>`;
    });
  }

  /** The button goes while the server is asked; the focus stays in the list. */
  async #retry(source: OperatorSource): Promise<void> {
    const asked = source.refresh();
    await this.updateComplete;
    if (!this.shadowRoot?.activeElement) this.panel.focus();
    await asked;
  }

  #renderSearch(): TemplateResult {
    return html`
      <div class="search">
        <input
          part="search"
          type="search"
          placeholder="Search operators"
          aria-label="Search operators"
          autocomplete="off"
          spellcheck="false"
          .value=${this.search}
          @input=${this.#onSearch}
        />
      </div>
    `;
  }

  #renderList(
    entries: readonly OperatorEntry[],
    labelledBy: string | typeof nothing,
  ): TemplateResult {
    return html`
      <ul aria-labelledby=${labelledBy}>
        ${entries.map((entry) => html`<li>${this.#renderItem(entry)}</li>`)}
      </ul>
    `;
  }

  #renderItem(entry: OperatorEntry): TemplateResult {
    const {title, description, isApplicable, reason} = entry;
    return html`
      <button
        class="item"
        part="item"
        type="button"
        aria-disabled=${isApplicable ? nothing : 'true'}
        @click=${() => this.#open(entry)}
      >
        <span class="name" part="name">${title}</span>
        ${
          description
            ? html`<span class="description" part="description"
                >${description}</span
              >`
            : nothing
        }
        ${
          isApplicable
            ? nothing
            : html`<span class="reason" part="reason">${reason}</span>`
        }
      </button>
    `;
  }

  #open({name, isApplicable}: OperatorEntry): void {
    if (!isApplicable) return;
    this.#dismiss();
    try {
      this.#registry?.open(name);
    } catch (error) {
      if (!(error instanceof LsError)) throw error;
      /** @internal */
      this.dispatchEvent(new OperatorErrorEvent(error));
    }
  }

  #dismiss(): void {
    this.hide();
    this.button.focus();
  }

  get #registry(): OperatorRegistry | null {
    return this.registry ?? this.#context.value ?? null;
  }

  #subscribe(): void {
    const registry = this.#registry;
    if (registry === this.#subscribedTo) return;
    this.#unsubscribe();
    this.#subscribedTo = registry;
    if (!registry) return;
    const subscription = new Subscription();
    this.#subscription = subscription;
    subscription.add(
      registry.list$.subscribe((entries) => {
        this.entries = this.#offered(entries);
      }),
    );
    subscription.add(
      registry.sources$
        .pipe(switchMap((list) => merge(of(list), ...list.map(toList(list)))))
        .subscribe((list) => {
          this.sources = [...list];
        }),
    );
  }

  #offered(entries: readonly OperatorEntry[]): readonly OperatorEntry[] {
    const {placement} = this;
    const wanted = placement === 'menu' ? ['menu', 'toolbar'] : [placement];
    return entries.filter(
      ({isHidden, placements}) =>
        !isHidden && placements.some((one) => wanted.includes(one)),
    );
  }

  #unsubscribe(): void {
    this.#subscription?.unsubscribe();
    this.#subscription = null;
    this.#subscribedTo = null;
  }

  /** Applicability may have changed since the list was told. */
  #refresh(): void {
    this.entries = this.#offered(this.#registry?.list() ?? []);
  }

  #onBeforeToggle(event: ToggleEvent): void {
    this.isOpen = event.newState === 'open';
    this.panel.classList.remove('placed');
    if (!this.isOpen) return;
    this.search = '';
    this.#refresh();
  }

  /** Only now the panel has a size; it stays invisible until it has a place. */
  async #onToggle(): Promise<void> {
    await this.updateComplete;
    if (!this.isOpen) {
      this.#unlisten();
      return;
    }
    this.#place();
    this.panel.classList.add('placed');
    this.#listen();
    (this.searchField ?? this.items[0])?.focus();
  }

  #onButtonKeydown(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' || this.isOpen) return;
    event.preventDefault();
    this.show();
  }

  #onSearch(event: InputEvent): void {
    this.search = (event.target as HTMLInputElement).value;
  }

  #onKeydown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      this.#dismiss();
      return;
    }
    const items = [...this.items];
    const focused = event.composedPath()[0];
    const at = items.findIndex((item) => item === focused);
    const isSearching = focused === this.searchField;
    if (event.key === 'Enter' && isSearching && items[0]) {
      event.preventDefault();
      items[0].click();
      return;
    }
    const next = nextIndex(event.key, at, items.length);
    if (next === null) return;
    if (at === -1 && event.key !== 'ArrowDown') return;
    event.preventDefault();
    (items[next] ?? this.searchField ?? items[0])?.focus();
  }

  #listen(): void {
    window.addEventListener('resize', this.#place);
    window.addEventListener('scroll', this.#place, true);
  }

  #unlisten(): void {
    window.removeEventListener('resize', this.#place);
    window.removeEventListener('scroll', this.#place, true);
  }

  #place = (): void => {
    placePanel(this.panel, this.button);
  };
}

function isLoading({state}: OperatorSource): boolean {
  return state.status === 'loading';
}

/** Returns the list again whenever one of it has another state. */
function toList(list: readonly OperatorSource[]) {
  return ({state$}: OperatorSource) => state$.pipe(map(() => list));
}

/** Returns where a key leads in the list; -1 for the search field. */
function nextIndex(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1);
    case 'ArrowUp':
      return at - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

function operatorIcon(): TemplateResult {
  return html`<svg
    viewBox="0 0 16 16"
    width="16"
    height="16"
    fill="none"
    stroke="currentColor"
    stroke-width="1.4"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d="M8.75 1.75 3.5 9h4l-.25 5.25L12.5 7h-4z" />
  </svg>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'ls-operator-menu': OperatorMenuElement;
  }
}
