import {foldText} from './taxonomy-tree.js';
import type {TaxonomyNode, TaxonomyTree} from './taxonomy-tree.js';

/** A line of the open tree. */
export interface TaxonomyRow {
  /** The entry. */
  readonly node: TaxonomyNode;
  /** 1-based place among the entries with the same parent that are shown. */
  readonly position: number;
  /** Number of those entries. */
  readonly setSize: number;
  /** True when it is open. */
  readonly isOpen: boolean;
  /** True when it can be opened. */
  readonly isBranch: boolean;
}

/**
 * The lines of a taxonomy from top to bottom: what is open, or while people
 * search, what matches with what is around it.
 */
export class TaxonomyRows {
  readonly #tree: TaxonomyTree;
  readonly #open = new Set<string>();
  #matches: ReadonlySet<string> | null = null;
  #around: ReadonlySet<string> = new Set();
  #folded = new Set<string>();

  /** The lines as they were after the last {@link TaxonomyRows.update}. */
  rows: readonly TaxonomyRow[] = [];

  /** Creates it with everything closed. */
  constructor(tree: TaxonomyTree) {
    this.#tree = tree;
  }

  /** Number of entries that match, `null` while nobody searches. */
  get matchCount(): number | null {
    return this.#matches?.size ?? null;
  }

  /** Opens an entry or closes it. */
  setOpen(key: string, isOpen: boolean): void {
    const isSearched = this.#matches !== null && this.#around.has(key);
    if (isSearched) {
      if (isOpen) this.#folded.delete(key);
      else this.#folded.add(key);
    } else if (isOpen) this.#open.add(key);
    else this.#open.delete(key);
  }

  /** Shows only what has `text` in it; `''` shows everything again. */
  search(text: string): void {
    const wanted = foldText(text);
    this.#folded = new Set();
    if (wanted === '') {
      this.#matches = null;
      return;
    }
    const matches = new Set<string>();
    const around = new Set<string>();
    for (const node of this.#tree.search(wanted)) {
      matches.add(node.key);
      for (let at = node.parent; at && !around.has(at.key); at = at.parent) {
        around.add(at.key);
      }
    }
    this.#matches = matches;
    this.#around = around;
  }

  /** Works out the lines anew. */
  update(): void {
    const rows: TaxonomyRow[] = [];
    this.#collect(this.#tree.roots, false, rows);
    this.rows = rows;
  }

  /** Returns the 0-based line of an entry, -1 when it is not shown. */
  indexOf(key: string): number {
    return this.rows.findIndex(({node}) => node.key === key);
  }

  #collect(
    nodes: readonly TaxonomyNode[],
    isInMatch: boolean,
    into: TaxonomyRow[],
  ): void {
    const shown = nodes.filter(({key}) => isInMatch || this.#isShown(key));
    shown.forEach((node, index) => {
      const isBranch = node.children === null || node.children.length > 0;
      const isOpen = isBranch && this.#isOpen(node.key);
      const position = index + 1;
      into.push({node, position, setSize: shown.length, isOpen, isBranch});
      if (!isOpen || !node.children) return;
      const isMatch = this.#matches?.has(node.key) === true;
      const isWhole = isInMatch || (isMatch && !this.#around.has(node.key));
      this.#collect(node.children, isWhole, into);
    });
  }

  #isShown(key: string): boolean {
    if (this.#matches === null) return true;
    return this.#matches.has(key) || this.#around.has(key);
  }

  #isOpen(key: string): boolean {
    const isSearched = this.#matches !== null && this.#around.has(key);
    return isSearched ? !this.#folded.has(key) : this.#open.has(key);
  }
}
