import {ContextConsumer} from '@lit/context';
import {LitElement, html, nothing} from 'lit';
import type {PropertyValues, TemplateResult} from 'lit';
import {property, query, queryAll, state} from 'lit/decorators.js';

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
import {PopupController} from '../popup/popup-controller.js';
import {baseStyles} from '../styles/base.styles.js';
import {buttonStyles} from '../styles/button.styles.js';
import {icon} from '../styles/icons.js';
import {panelStyles} from '../styles/panel.styles.js';

import {filterEntries} from './filter-entries.js';
import {OfferedOperators} from './offered-operators.js';
import {operatorMenuStyles} from './operator-menu.styles.js';
import {renderEntries} from './render-entries.js';
import {renderSources} from './render-sources.js';

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
 * @csspart source - A server that is asked, or whose operators did not come.
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

  @state()
  private search = '';

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
    callback: () => this.#operators.follow(),
  });
  readonly #operators = new OfferedOperators(this, {
    registry: () => this.#registry,
    placement: () => this.placement,
  });
  readonly #popup = new PopupController(this, {
    button: () => this.button,
    panel: () => this.panel,
    first: () => this.searchField ?? this.items[0],
    onOpen: () => {
      this.search = '';
      this.#operators.refresh();
    },
  });

  /** Opens the list. */
  show(): void {
    this.#popup.show();
  }

  /** Closes the list. */
  hide(): void {
    this.#popup.hide();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    ensureTokens(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('registry')) this.#operators.follow();
    if (changed.has('placement')) this.#operators.refresh();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.placement !== 'menu' && this.#operators.entries.length === 0) {
      return nothing;
    }
    return html`
      <button
        class="button toggle ${this.placement === 'region-list' ? 'quiet compact' : ''}"
        part="button"
        type="button"
        aria-haspopup="dialog"
        aria-expanded=${this.#popup.isOpen ? 'true' : 'false'}
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
        @beforetoggle=${this.#popup.onBeforeToggle}
        @toggle=${this.#popup.onToggle}
        @keydown=${this.#onKeydown}
      >
        ${this.#popup.isOpen ? this.#renderPanel() : nothing}
      </div>
    `;
  }

  #renderPanel(): TemplateResult {
    const {entries, sources} = this.#operators;
    const servers = renderSources(sources, (source) => {
      void this.#retry(source);
    });
    if (entries.length === 0) {
      // What a server has is not known before it has answered.
      const isKnown = !sources.some(({state}) =>
        ['loading', 'failed'].includes(state.status),
      );
      return html`${
        isKnown ? renderEmpty('There are no operators here yet.') : nothing
      }
      ${servers}`;
    }
    const found = filterEntries(entries, this.search);
    return html`
      ${entries.length >= SEARCH_FROM ? this.#renderSearch() : nothing}
      ${
        found.length === 0
          ? renderEmpty('No operator matches.')
          : renderEntries(found, (entry) => this.#open(entry))
      }
      ${servers}
      <p class="visually-hidden" role="status">
        ${this.search === '' ? '' : `${found.length} found`}
      </p>
    `;
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

  #open({name, isApplicable}: OperatorEntry): void {
    if (!isApplicable) return;
    this.#popup.dismiss();
    try {
      this.#registry?.open(name);
    } catch (error) {
      if (!(error instanceof LsError)) throw error;
      /** @internal */
      this.dispatchEvent(new OperatorErrorEvent(error));
    }
  }

  get #registry(): OperatorRegistry | null {
    return this.registry ?? this.#context.value ?? null;
  }

  #onButtonKeydown(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' || this.#popup.isOpen) return;
    event.preventDefault();
    this.show();
  }

  #onSearch(event: InputEvent): void {
    this.search = (event.target as HTMLInputElement).value;
  }

  #onKeydown(event: KeyboardEvent): void {
    this.#popup.onKeydown(event);
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
}

function renderEmpty(words: string): TemplateResult {
  return html`<p class="empty" part="empty">${words}</p>`;
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
