import type {LitElement, ReactiveController} from 'lit';

import type {Disposer} from '@ls-annotation/core';

import {keepPlaced} from '../popup/keep-placed.js';
import {placePanel} from '../popup/place-panel.js';

/** Keeps the open list of a combobox in the top layer, at its line. */
export class ListboxPlace implements ReactiveController {
  readonly #host: LitElement;
  #list: HTMLElement | null = null;
  #release: Disposer = () => undefined;

  constructor(host: LitElement) {
    this.#host = host;
  }

  hostUpdated(): void {
    const {shadowRoot} = this.#host;
    const list = shadowRoot?.querySelector<HTMLElement>('.listbox') ?? null;
    const line = list && shadowRoot?.getElementById(list.dataset.for ?? '');
    if (!list || !line) {
      this.#forget();
      return;
    }
    list.style.minInlineSize = `${String(line.offsetWidth)}px`;
    if (list === this.#list) placePanel(list, line);
    else this.#open(list, line);
    list.querySelector('.active')?.scrollIntoView({block: 'nearest'});
  }

  hostDisconnected(): void {
    this.#forget();
  }

  #open(list: HTMLElement, line: HTMLElement): void {
    this.#forget();
    if (!list.matches(':popover-open')) list.showPopover();
    this.#list = list;
    this.#release = keepPlaced(list, line);
  }

  #forget(): void {
    this.#release();
    this.#list = null;
  }
}
