import {element} from '../dom/element.js';
import {surfaceIcon} from '../dom/icon.js';

import {pathKey} from './taxonomy-tree.js';
import type {TaxonomyPaths} from './taxonomy-selection.js';

/** What {@link TaxonomyChips} asks and tells. */
export interface TaxonomyChipsOptions {
  /** Words that people know the control by. */
  readonly label: string;
  /** Returns what people read for a path, and all of its steps. */
  readonly describe: (path: readonly string[]) => {
    readonly text: string;
    readonly title: string;
  };
  /** Called when a person takes one away. */
  readonly remove: (path: readonly string[]) => void;
  /** Called when the last one is gone and had the focus. */
  readonly leave: () => void;
}

/** What is chosen, one chip each, with a button that takes it away. */
export class TaxonomyChips {
  readonly #options: TaxonomyChipsOptions;
  #shown = '';

  /** Holds the chips; not on the page while there are none. */
  readonly root: HTMLElement;

  constructor(options: TaxonomyChipsOptions) {
    this.#options = options;
    this.root = element('ul', {
      class: 'lsf-taxonomy__chips',
      attributes: {'aria-label': `Chosen for ${options.label}`, hidden: true},
    });
  }

  /** Shows the chosen paths. */
  show(paths: TaxonomyPaths, canEdit: boolean): void {
    const shown = JSON.stringify([paths, canEdit]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const index = this.#focused();
    this.root.replaceChildren(
      ...paths.map((path) => this.#makeChip(path, canEdit)),
    );
    this.root.hidden = paths.length === 0;
    if (index !== -1) this.#focus(index);
  }

  /** Makes every chip anew, with other words. */
  reset(paths: TaxonomyPaths, canEdit: boolean): void {
    this.#shown = '';
    this.show(paths, canEdit);
  }

  #makeChip(path: readonly string[], canEdit: boolean): HTMLElement {
    const {text, title} = this.#options.describe(path);
    return element(
      'li',
      {
        class: 'lsf-taxonomy__chip',
        attributes: {'data-path': pathKey(path), title},
      },
      element('span', {class: 'lsf-taxonomy__chip-text', text}),
      canEdit ? this.#makeButton(path, text) : null,
    );
  }

  #makeButton(path: readonly string[], text: string): HTMLButtonElement {
    const button = element(
      'button',
      {
        class: 'lsf-taxonomy__remove',
        attributes: {type: 'button', 'aria-label': `Remove “${text}”`},
      },
      surfaceIcon('clear'),
    );
    button.addEventListener('click', () => {
      this.#options.remove(path);
    });
    return button;
  }

  /** 0-based chip that has the focus, -1 for none. */
  #focused(): number {
    const buttons = [...this.root.querySelectorAll('button')];
    return buttons.findIndex((button) => button === document.activeElement);
  }

  #focus(index: number): void {
    const buttons = [...this.root.querySelectorAll('button')];
    const next = buttons[Math.min(index, buttons.length - 1)];
    if (next) next.focus();
    else this.#options.leave();
  }
}
