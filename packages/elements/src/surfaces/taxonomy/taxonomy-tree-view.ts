import {element} from '../dom/element.js';
import {surfaceIcon} from '../dom/icon.js';
import {VirtualRows} from '../dom/virtual-rows.js';

import type {TaxonomyRow, TaxonomyRows} from './taxonomy-rows.js';
import type {TaxonomyNode} from './taxonomy-tree.js';
import {TypeAhead} from './type-ahead.js';

/** How much of an entry is chosen: it, something inside it, or nothing. */
export type NodeState = 'on' | 'mixed' | 'off';

/** What a {@link TaxonomyTreeView} asks and tells. */
export interface TaxonomyTreeOptions {
  /** Unlike that of any other element. */
  readonly id: string;
  /** Words that people know the control by. */
  readonly label: string;
  /** The lines. */
  readonly rows: TaxonomyRows;
  /** Returns how much of an entry is chosen. */
  readonly stateOf: (node: TaxonomyNode) => NodeState;
  /** Returns true for an entry that can be chosen at all. */
  readonly isChoice: (node: TaxonomyNode) => boolean;
  /** Returns true for an entry that people may choose, or let go of, now. */
  readonly canToggle: (node: TaxonomyNode) => boolean;
  /** Called when a person chooses an entry, or lets go of it. */
  readonly toggle: (node: TaxonomyNode) => void;
  /** Called before an entry is opened. */
  readonly open: (node: TaxonomyNode) => void;
  /** Called when the keyboard leaves the tree at its top. */
  readonly leave: () => void;
}

/**
 * The open tree of a taxonomy: of however many lines, those in sight are on
 * the page.
 *
 * The focus is on the whole; arrow keys, Home, End, the page keys and letters
 * move in it, left and right close and open, Enter and Space choose.
 *
 * @see {@link https://www.w3.org/WAI/ARIA/apg/patterns/treeview/ | ARIA practices}
 */
export class TaxonomyTreeView {
  readonly #options: TaxonomyTreeOptions;
  readonly #virtual: VirtualRows;
  readonly #typeAhead = new TypeAhead();
  #active = 0;

  /** The element that takes the focus. */
  readonly root: HTMLElement;

  constructor(options: TaxonomyTreeOptions) {
    this.#options = options;
    const space = element('div', {
      class: 'lsf-taxonomy__space',
      attributes: {role: 'none'},
    });
    this.root = element(
      'div',
      {
        class: 'lsf-taxonomy__tree',
        attributes: {
          id: options.id,
          role: 'tree',
          tabindex: 0,
          'aria-label': options.label,
          'aria-multiselectable': 'true',
        },
      },
      space,
    );
    this.#virtual = new VirtualRows({
      viewport: this.root,
      space,
      render: (index) => this.#renderRow(index),
    });
    this.root.addEventListener('keydown', (event) => {
      this.#onKeyDown(event);
    });
    this.root.addEventListener('click', (event) => {
      this.#onClick(event);
    });
  }

  /** Works out the lines anew and shows them; the line in hand stays it. */
  update(): void {
    const {rows} = this.#options;
    const key = rows.rows[this.#active]?.node.key;
    rows.update();
    const index = key === undefined ? -1 : rows.indexOf(key);
    this.#active = index === -1 ? this.#clamp(this.#active) : index;
    this.#show();
  }

  /** Shows again what is chosen. */
  refresh(): void {
    this.#virtual.refresh();
  }

  /** Takes the line at a 0-based index in hand and has it in sight. */
  moveTo(index: number): void {
    this.#active = this.#clamp(index);
    this.#virtual.reveal(this.#active);
    this.#show();
  }

  #show(): void {
    const {rows, id} = this.#options;
    const count = rows.rows.length;
    this.#virtual.show(count, this.#active);
    if (count === 0) this.root.removeAttribute('aria-activedescendant');
    else {
      const active = `${id}-${String(this.#active)}`;
      this.root.setAttribute('aria-activedescendant', active);
    }
  }

  #clamp(index: number): number {
    const last = this.#options.rows.rows.length - 1;
    return Math.max(0, Math.min(index, last));
  }

  #renderRow(index: number): HTMLElement {
    const row = this.#options.rows.rows[index];
    if (!row) return element('div', {attributes: {role: 'none'}});
    const {node, isBranch, isOpen} = row;
    const made = element(
      'div',
      {
        class: 'lsf-taxonomy__row',
        attributes: {...this.#semanticsOf(row, index), 'data-index': index},
      },
      isBranch ? toggleMark() : element('span', {class: 'lsf-taxonomy__bend'}),
      this.#options.isChoice(node) ? checkMark() : null,
      element('span', {class: 'lsf-taxonomy__text', text: node.label}),
    );
    made.classList.toggle('lsf-taxonomy__row_active', index === this.#active);
    made.classList.toggle('lsf-taxonomy__row_open', isOpen);
    made.style.setProperty('--_depth', String(node.depth));
    return made;
  }

  #semanticsOf(
    {node, position, setSize, isBranch, isOpen}: TaxonomyRow,
    index: number,
  ): Record<string, string | number | null> {
    const {id, isChoice, canToggle, stateOf} = this.#options;
    const state = stateOf(node);
    const checked = {on: 'true', mixed: 'mixed', off: 'false'}[state];
    return {
      id: `${id}-${String(index)}`,
      role: 'treeitem',
      'aria-level': node.depth + 1,
      'aria-posinset': position,
      'aria-setsize': setSize,
      'aria-expanded': isBranch ? String(isOpen) : null,
      'aria-checked': isChoice(node) ? checked : null,
      'aria-disabled': isChoice(node) && !canToggle(node) ? 'true' : null,
      title: node.hint || node.label,
    };
  }

  #onClick(event: MouseEvent): void {
    const target = event.target as Element;
    const row = target.closest<HTMLElement>('.lsf-taxonomy__row');
    if (!row) return;
    const index = Number(row.dataset.index);
    this.#active = this.#clamp(index);
    const isMark = target.closest('.lsf-taxonomy__toggle') !== null;
    if (isMark) this.#setOpen(index, !this.#isOpen(index));
    else this.#choose(index);
  }

  #onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isHandled =
      this.#move(event) || this.#act(event) || this.#type(event);
    if (!isHandled) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #move({key}: KeyboardEvent): boolean {
    const {rows} = this.#options.rows;
    const page = this.#virtual.pageSize;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -rows.length,
      End: rows.length,
    };
    const step = steps[key];
    if (step === undefined) return false;
    if (key === 'ArrowUp' && this.#active === 0) this.#options.leave();
    else this.moveTo(this.#active + step);
    return true;
  }

  #act({key}: KeyboardEvent): boolean {
    const isRtl = getComputedStyle(this.root).direction === 'rtl';
    const inward = isRtl ? 'ArrowLeft' : 'ArrowRight';
    const outward = isRtl ? 'ArrowRight' : 'ArrowLeft';
    if (key === inward) this.#goIn();
    else if (key === outward) this.#goOut();
    else if (key === 'Enter' || key === ' ') this.#choose(this.#active);
    else return key === 'Backspace' || key === 'Delete';
    return true;
  }

  #type({key, timeStamp}: KeyboardEvent): boolean {
    if (key.length !== 1) return false;
    const {rows} = this.#options.rows;
    const labels = rows.map(({node}) => node.label);
    const index = this.#typeAhead.press(key, timeStamp, labels, this.#active);
    if (index !== -1) this.moveTo(index);
    return true;
  }

  #goIn(): void {
    const row = this.#options.rows.rows[this.#active];
    if (!row?.isBranch) return;
    if (row.isOpen) this.moveTo(this.#active + 1);
    else this.#setOpen(this.#active, true);
  }

  #goOut(): void {
    const row = this.#options.rows.rows[this.#active];
    if (row?.isOpen) this.#setOpen(this.#active, false);
    else if (row?.node.parent) {
      this.moveTo(this.#options.rows.indexOf(row.node.parent.key));
    }
  }

  #choose(index: number): void {
    const {rows, isChoice, canToggle, toggle} = this.#options;
    const node = rows.rows[index]?.node;
    if (!node) return;
    if (!isChoice(node)) this.#setOpen(index, !this.#isOpen(index));
    else if (canToggle(node)) toggle(node);
    this.#show();
  }

  #isOpen(index: number): boolean {
    return this.#options.rows.rows[index]?.isOpen === true;
  }

  #setOpen(index: number, isOpen: boolean): void {
    const {rows, open} = this.#options;
    const row = rows.rows[index];
    if (!row?.isBranch) return;
    if (isOpen) open(row.node);
    rows.setOpen(row.node.key, isOpen);
    this.update();
  }
}

function toggleMark(): HTMLElement {
  return element(
    'span',
    {class: 'lsf-taxonomy__toggle', attributes: {'aria-hidden': 'true'}},
    surfaceIcon('chevron'),
  );
}

function checkMark(): HTMLElement {
  return element('span', {
    class: 'lsf-taxonomy__box',
    attributes: {'aria-hidden': 'true'},
  });
}
