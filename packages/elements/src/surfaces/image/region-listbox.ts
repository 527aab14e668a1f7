import {element} from '../dom/element.js';

import {imageStrings} from './image-strings.js';

/** How many regions are in the document at a time. */
const WINDOW = 15;

let count = 0;

/** The regions that a list shows. */
export interface ListedRegions {
  /** All of them, in creation order. */
  readonly index: {
    /** How many there are. */
    readonly size: number;
    /** Returns the region at a 0-based place. */
    at(place: number): {readonly id: string} | undefined;
    /** Returns a region by its id. */
    get(id: string): {readonly id: string} | undefined;
    /** Returns a region's 0-based place, or -1. */
    indexOf(id: string): number;
  };
  /** Ids of those that are selected. */
  readonly lifted: ReadonlySet<string>;
}

/** What the list asks for. */
export interface RegionListboxOptions {
  /** What is seen. */
  readonly scene: ListedRegions;
  /**
   * What the list is called.
   * @defaultValue that of pictures
   */
  readonly label?: string;
  /** Returns how a region is called. */
  readonly nameOf: (id: string) => string;
  /** Returns the region that counts as active, or `undefined`. */
  readonly activeId: () => string | undefined;
}

/**
 * The regions of the picture as a listbox for assistive technology, beside
 * the canvas that it cannot see.
 *
 * Virtual: only the options around the active one are in the document; set
 * size and place tell the rest.
 */
export class RegionListbox {
  /** The listbox; one tab stop, invisible. */
  readonly element: HTMLElement;
  readonly #options: RegionListboxOptions;
  readonly #prefix = `lsf-image-option-${String(++count)}-`;

  constructor(options: RegionListboxOptions) {
    this.#options = options;
    this.element = element('div', {
      class: 'lsf-image__regions lsf-visually-hidden',
      attributes: {
        role: 'listbox',
        tabindex: 0,
        'aria-label': options.label ?? imageStrings.list,
        'aria-multiselectable': 'true',
      },
    });
    this.element.hidden = true;
  }

  /** Brings the options up to date. */
  update(): void {
    const {scene, activeId, nameOf} = this.#options;
    const {size} = scene.index;
    this.element.hidden = size === 0;
    const active = activeId();
    const place = Math.max(0, scene.index.indexOf(active ?? ''));
    const first = Math.max(
      0,
      Math.min(place - Math.floor(WINDOW / 2), size - WINDOW),
    );
    const last = Math.min(size, first + WINDOW);
    this.#resize(last - first);
    for (let index = first; index < last; index += 1) {
      const entry = scene.index.at(index);
      const option = this.element.children[index - first];
      if (!entry || !(option instanceof HTMLElement)) continue;
      option.id = this.#prefix + entry.id;
      const name = nameOf(entry.id);
      if (option.textContent !== name) option.textContent = name;
      option.setAttribute('aria-posinset', String(index + 1));
      option.setAttribute('aria-setsize', String(size));
      const isSelected = scene.lifted.has(entry.id);
      option.setAttribute('aria-selected', String(isSelected));
    }
    this.#point(active);
  }

  #resize(length: number): void {
    const {element: list} = this;
    while (list.childElementCount > length) list.lastElementChild?.remove();
    while (list.childElementCount < length) {
      list.append(element('div', {attributes: {role: 'option'}}));
    }
  }

  #point(active: string | undefined): void {
    const isThere =
      active !== undefined && this.#options.scene.index.get(active);
    if (isThere) {
      const id = this.#prefix + active;
      this.element.setAttribute('aria-activedescendant', id);
    } else {
      this.element.removeAttribute('aria-activedescendant');
    }
  }
}
