import type {ConfigTag} from '@ls-annotation/core';

import {validityOf} from '../control/validity.js';
import {element, setShown} from '../dom/element.js';
import {surfaceIcon} from '../dom/icon.js';
import type {SurfaceIcon} from '../dom/icon.js';
import {isInside} from '../dom/is-inside.js';
import {adoptStyles} from '../surface-styles.js';
import type {SurfaceContext, SurfaceFactory} from '../surface.js';

import {pagedViewStyles} from './paged-view.styles.js';

/**
 * A `PagedView`, as `<Repeater mode="pagination">` makes one: its children one
 * at a time, with buttons to go from page to page.
 *
 * A page is made when it is first gone to, and stays. The page follows what
 * is selected, and goes to what keeps the annotation from being saved.
 */
export const pagedViewSurface: SurfaceFactory = (tag, context) => {
  context.add(adoptStyles(context.host, pagedViewStyles));
  return new PagedView(tag, context).root;
};

class PagedView {
  readonly #tag: ConfigTag;
  readonly #context: SurfaceContext;
  readonly #pages = new Map<number, HTMLElement>();
  readonly #indicator = element('span', {
    class: 'lsf-pagination__page-indicator',
    attributes: {role: 'status'},
  });
  readonly #previous = pageButton('previous', 'Previous page');
  readonly #next = pageButton('next', 'Next page');
  readonly #controls = element(
    'div',
    {
      class: 'lsf-pagination',
      attributes: {role: 'group', 'aria-label': 'Pages'},
    },
    this.#previous,
    this.#indicator,
    this.#next,
  );
  #page = -1;

  readonly root = element('div', {class: 'lsf-paged-view'}, this.#controls);

  constructor(tag: ConfigTag, context: SurfaceContext) {
    this.#tag = tag;
    this.#context = context;
    this.#controls.hidden = tag.children.length < 2;
    this.#goTo(0);
    this.#listen();
    this.#follow();
  }

  #listen(): void {
    this.#context.listen(this.#previous, 'click', () => {
      this.#step(-1);
    });
    this.#context.listen(this.#next, 'click', () => {
      this.#step(1);
    });
    this.#bind('alt+left', -1, 'Previous page');
    this.#bind('alt+right', 1, 'Next page');
  }

  #bind(keys: string, step: number, description: string): void {
    if (!this.#context.session.settings.enableHotkeys) return;
    const press = (): boolean =>
      this.root.checkVisibility() && this.#step(step);
    this.#context.add(this.#context.hotkeys.bind(keys, press, {description}));
  }

  #follow(): void {
    const {config, store, annotationId} = this.#context;
    this.#context.watch(
      ({selection}) => selection.at(-1),
      (regionId) => {
        if (regionId === undefined) return;
        const region = store.findRegion(annotationId, regionId);
        const object = config.byName.get(region?.object ?? '');
        if (object) this.#goToTag(object);
      },
    );
    validityOf(this.#context).onRefused(({tag}) => {
      this.#goToTag(tag);
    });
  }

  #goToTag(tag: ConfigTag): void {
    const page = this.#tag.children.findIndex((child) => isInside(tag, child));
    if (page !== -1) this.#goTo(page);
  }

  /** Returns false when there is no such page. */
  #step(step: number): boolean {
    const page = this.#page + step;
    if (page < 0 || page >= this.#tag.children.length) return false;
    this.#goTo(page);
    return true;
  }

  #goTo(page: number): void {
    const child = this.#tag.children[page];
    if (!child || page === this.#page) return;
    const before = this.#pages.get(this.#page);
    if (before) setShown(before, false);
    this.#page = page;
    setShown(this.#pageElement(page, child), true);
    const count = this.#tag.children.length;
    this.#indicator.textContent = `${String(page + 1)} of ${String(count)}`;
    this.#setEnabled(this.#previous, page > 0);
    this.#setEnabled(this.#next, page < count - 1);
  }

  #pageElement(page: number, child: ConfigTag): HTMLElement {
    const known = this.#pages.get(page);
    if (known) return known;
    const made = element('div', {class: 'lsf-paged-view__page'});
    this.#pages.set(page, made);
    this.#controls.before(made);
    this.#context.renderChildren({...this.#tag, children: [child]}, made);
    return made;
  }

  /** A button keeps the focus at the last page. */
  #setEnabled(button: HTMLButtonElement, isEnabled: boolean): void {
    button.ariaDisabled = isEnabled ? null : 'true';
  }
}

function pageButton(icon: SurfaceIcon, label: string): HTMLButtonElement {
  return element(
    'button',
    {
      class: 'lsf-pagination__button lsf-button lsf-button_icon',
      attributes: {type: 'button', 'aria-label': label, title: label},
    },
    surfaceIcon(icon),
  );
}
