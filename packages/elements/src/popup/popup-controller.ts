import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {Disposer} from '@ls-annotation/core';

import {keepPlaced} from './keep-placed.js';

/** What a popup is made of; asked for when it is needed. */
export interface PopupOptions {
  /** Returns the button that it belongs to. */
  readonly button: () => HTMLElement | null;
  /** Returns the panel: an element with `popover` and the shared styles. */
  readonly panel: () => HTMLElement | null;
  /** Returns what has the focus when it opens; left out, the panel has. */
  readonly first: () => HTMLElement | null | undefined;
  /** Called before it opens, and before its content is drawn. */
  readonly onOpen?: () => void;
}

/**
 * A panel that a button opens beside itself, over the page.
 *
 * It stays at its button while the page is scrolled and resized, has the focus
 * when it opens, and gives it back when a person closes it. Escape closes it;
 * keys pressed in it do not reach the page. The element draws the panel and
 * puts the listeners at it.
 */
export class PopupController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: PopupOptions;
  #isOpen = false;
  #release: Disposer = () => undefined;

  constructor(host: ReactiveControllerHost, options: PopupOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** True while it is open: its content is drawn. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Opens it. */
  show(): void {
    if (!this.#isOpen) this.#options.panel()?.showPopover();
  }

  /** Closes it. */
  hide(): void {
    if (this.#isOpen) this.#options.panel()?.hidePopover();
  }

  /** Closes it, and gives the focus to its button. */
  dismiss(): void {
    this.hide();
    this.#options.button()?.focus();
  }

  /** For `beforetoggle` of the panel. */
  readonly onBeforeToggle = (event: ToggleEvent): void => {
    this.#isOpen = event.newState === 'open';
    this.#options.panel()?.classList.remove('placed');
    if (this.#isOpen) this.#options.onOpen?.();
    this.#host.requestUpdate();
  };

  /**
   * For `toggle` of the panel. Only now it has a size; it stays invisible
   * until it has a place.
   */
  readonly onToggle = async (): Promise<void> => {
    await this.#host.updateComplete;
    this.#release();
    const panel = this.#options.panel();
    const button = this.#options.button();
    if (!this.#isOpen || !panel || !button) return;
    this.#release = keepPlaced(panel, button);
    panel.classList.add('placed');
    (this.#options.first() ?? panel).focus();
  };

  /** For `keydown` of the panel. */
  readonly onKeydown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.dismiss();
  };

  hostDisconnected(): void {
    this.#release();
    this.#isOpen = false;
  }
}
