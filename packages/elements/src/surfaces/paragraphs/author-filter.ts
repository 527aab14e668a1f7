import {element} from '../dom/element.js';
import type {SurfaceContext} from '../surface.js';

/** What is filtered. */
export interface AuthorFilterOptions {
  /** Words that people know the paragraphs by. */
  readonly name: string;
  /** Called with the author whose paragraphs are shown, `null` for all. */
  readonly onChoose: (author: string | null) => void;
}

/** A list of authors, to see what one of them says. */
export class AuthorFilter {
  readonly #select: HTMLSelectElement;
  #authors: readonly string[] = [];

  /** Its root element; hidden while there is no choice. */
  readonly root: HTMLElement;

  /** Creates it without authors. */
  constructor({name, onChoose}: AuthorFilterOptions, context: SurfaceContext) {
    this.#select = element('select', {
      class: 'lsf-input lsf-paragraphs__author',
      attributes: {'aria-label': `Authors shown in “${name}”`},
    });
    this.root = element(
      'div',
      {class: 'lsf-paragraphs__filter', attributes: {hidden: true}},
      this.#select,
    );
    context.listen(this.#select, 'change', () => {
      onChoose(this.#authors[this.#select.selectedIndex - 1] ?? null);
    });
  }

  /** Offers these authors, all of them being shown. */
  show(authors: Iterable<string>): void {
    this.#authors = [...new Set(authors)].filter((author) => author !== '');
    this.root.hidden = this.#authors.length < 2;
    this.#select.replaceChildren(
      element('option', {text: 'All authors'}),
      ...this.#authors.map((author) => element('option', {text: author})),
    );
  }
}
