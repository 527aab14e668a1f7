import {element} from '../dom/element.js';

import {imageStrings} from './image-strings.js';
import {iconButton} from './image-toolbar.js';

/** Goes from picture to picture of a task that has several. */
export class ImagePagination {
  /** Holds the buttons. */
  readonly element: HTMLElement;
  readonly #label = element('span', {
    class: 'lsf-pagination__page-indicator',
    attributes: {'aria-live': 'polite'},
  });
  readonly #previous: HTMLButtonElement;
  readonly #next: HTMLButtonElement;
  #page = 0;

  constructor(onPage: (page: number) => void) {
    this.#previous = iconButton('previous', imageStrings.previousPage, () => {
      onPage(this.#page - 1);
    });
    this.#next = iconButton('next', imageStrings.nextPage, () => {
      onPage(this.#page + 1);
    });
    this.element = element(
      'div',
      {
        class: 'lsf-pagination',
        attributes: {role: 'group', 'aria-label': imageStrings.pages},
      },
      this.#previous,
      this.#label,
      this.#next,
    );
  }

  /** Shows a 0-based page out of `pages`. */
  show(page: number, pages: number): void {
    this.#page = page;
    this.#label.textContent = imageStrings.page(page + 1, pages);
    this.#previous.disabled = page <= 0;
    this.#next.disabled = page >= pages - 1;
  }
}
