import {html, LitElement, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {query, queryAll, state} from 'lit/decorators.js';

import type {MenuPoint} from '../events/region-menu-events.js';
import {ensureTokens} from '../operator-form/ensure-tokens.js';
import {placePanel} from '../popup/place-panel.js';
import {baseStyles} from '../styles/base.styles.js';

import type {RegionMenuEntry} from './region-menu-entry.js';
import {regionMenuStyles} from './region-menu.styles.js';

/** What gets the focus back from a menu. */
export type MenuOpener = Pick<HTMLElement, 'focus'>;

/**
 * A menu of what can be done with a region, at the place where it was asked
 * for.
 *
 * Arrow keys, Home and End move, round the ends too; Enter and Space choose;
 * Escape, Tab and a press elsewhere close it. What had the focus before has it
 * again afterwards.
 *
 * @summary What can be done with a region.
 * @since 0.1.0
 *
 * @csspart menu - The menu.
 * @csspart item - One entry.
 */
export class RegionMenuElement extends LitElement {
  static override styles = [baseStyles, regionMenuStyles];

  @state()
  private entries: readonly RegionMenuEntry[] = [];

  @query('.menu')
  private menu!: HTMLElement;

  @queryAll('.item')
  private items!: NodeListOf<HTMLButtonElement>;

  #isOpen = false;
  #opener: MenuOpener | null = null;

  /**
   * Opens the menu.
   *
   * @param entries - what it offers, in order.
   * @param opener - what gets the focus back.
   */
  async show(
    entries: readonly RegionMenuEntry[],
    point: MenuPoint,
    opener: MenuOpener | null = null,
  ): Promise<void> {
    this.hide();
    this.entries = entries;
    await this.updateComplete;
    if (!this.isConnected) return;
    this.#opener = opener;
    this.#isOpen = true;
    this.menu.showPopover();
    placePanel(this.menu, {
      getBoundingClientRect: () => new DOMRect(point.xPx, point.yPx, 0, 0),
    });
    this.#listen();
    this.items[0]?.focus();
  }

  /** Closes the menu. */
  hide(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#unlisten();
    this.menu.hidePopover();
    const opener = this.#opener;
    this.#opener = null;
    opener?.focus();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    ensureTokens(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#opener = null;
    this.hide();
  }

  protected override render(): TemplateResult {
    return html`
      <div
        class="menu"
        part="menu"
        popover="manual"
        role="menu"
        aria-label="Region"
        @keydown=${this.#onKeyDown}
        @focusout=${this.#onFocusOut}
      >
        ${
          this.entries.length === 0
            ? html`<button
                class="item"
                part="item"
                type="button"
                role="menuitem"
                aria-disabled="true"
              >
                Nothing to do here
              </button>`
            : this.entries.map(
                ({label, reason}, index) =>
                  html`<button
                    class="item"
                    part="item"
                    type="button"
                    role="menuitem"
                    tabindex="-1"
                    aria-disabled=${reason === undefined ? nothing : 'true'}
                    @click=${() => {
                      this.#choose(index);
                    }}
                  >
                    ${label}
                    ${
                      reason === undefined
                        ? nothing
                        : html`<span class="reason">${reason}</span>`
                    }
                  </button>`,
              )
        }
      </div>
    `;
  }

  #choose(index: number): void {
    const entry = this.entries[index];
    if (entry?.reason !== undefined) return;
    this.hide();
    entry?.choose();
  }

  #onKeyDown(event: KeyboardEvent): void {
    // Hotkeys of the host are not meant here.
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      this.hide();
      return;
    }
    const items = [...this.items];
    const at = items.findIndex((item) => item.matches(':focus'));
    const next = nextIndex(event.key, at, items.length);
    if (next === null) return;
    event.preventDefault();
    items[next]?.focus();
  }

  #onFocusOut(event: FocusEvent): void {
    if (!this.#isOpen || !event.relatedTarget) return;
    if (this.menu.contains(event.relatedTarget as Node)) return;
    this.#opener = null;
    this.hide();
  }

  #listen(): void {
    document.addEventListener('pointerdown', this.#onPress, {capture: true});
    window.addEventListener('resize', this.#close);
    window.addEventListener('blur', this.#close);
  }

  #unlisten(): void {
    document.removeEventListener('pointerdown', this.#onPress, {capture: true});
    window.removeEventListener('resize', this.#close);
    window.removeEventListener('blur', this.#close);
  }

  readonly #onPress = (event: PointerEvent): void => {
    if (!event.composedPath().includes(this.menu)) this.hide();
  };

  readonly #close = (): void => {
    this.hide();
  };
}

/** Returns where a key leads in a menu, or `null`. */
function nextIndex(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ls-region-menu': RegionMenuElement;
  }
}
