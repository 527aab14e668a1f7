import {
  attributeFlag,
  attributeNumber,
  choiceValues,
} from '@ls-annotation/core';
import type {ConfigTag} from '@ls-annotation/core';

import {pathKey} from './taxonomy-tree.js';
import type {TaxonomyNode} from './taxonomy-tree.js';
import type {NodeState} from './taxonomy-tree-view.js';

/** Paths of a result. */
export type TaxonomyPaths = readonly (readonly string[])[];

/** What is chosen in a taxonomy, and what may be. */
export class TaxonomySelection {
  readonly #leafsOnly: boolean;
  readonly #keys = new Set<string>();
  readonly #around = new Set<string>();

  /** How many entries may be chosen; `Infinity` for any number. */
  readonly most: number;
  /** The chosen paths, in the order of the result. */
  paths: TaxonomyPaths = [];

  /** Creates one of which nothing is chosen. */
  constructor(tag: ConfigTag) {
    this.#leafsOnly = attributeFlag(tag, 'leafsOnly');
    const most = attributeNumber(tag, 'maxUsages', 0);
    this.most = most > 0 ? most : Infinity;
  }

  /** True when no more may be chosen. */
  get isFull(): boolean {
    return this.paths.length >= this.most;
  }

  /** Takes over what a result says. */
  read(value: unknown): void {
    this.paths = choiceValues(value).map((path) =>
      typeof path === 'string' ? [path] : path,
    );
    this.#keys.clear();
    this.#around.clear();
    for (const path of this.paths) {
      this.#keys.add(pathKey(path));
      for (let depth = 1; depth < path.length; depth += 1) {
        this.#around.add(pathKey(path.slice(0, depth)));
      }
    }
  }

  /** Returns how much of an entry is chosen. */
  stateOf({key}: TaxonomyNode): NodeState {
    if (this.#keys.has(key)) return 'on';
    return this.#around.has(key) ? 'mixed' : 'off';
  }

  /** Returns true for an entry that can be chosen at all. */
  isChoice({children}: TaxonomyNode): boolean {
    if (!this.#leafsOnly) return true;
    return children !== null && children.length === 0;
  }

  /** Returns true for an entry that may be chosen, or let go of, now. */
  canToggle(node: TaxonomyNode): boolean {
    if (node.isFixed || !this.isChoice(node)) return false;
    return this.#keys.has(node.key) || !this.isFull;
  }

  /** Returns the paths after an entry is chosen, or let go of. */
  toggled({key, path}: TaxonomyNode): TaxonomyPaths {
    return this.#keys.has(key) ? this.without(path) : [...this.paths, path];
  }

  /** Returns the paths without one of them. */
  without(path: readonly string[]): TaxonomyPaths {
    const key = pathKey(path);
    return this.paths.filter((other) => pathKey(other) !== key);
  }
}
