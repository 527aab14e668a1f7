import {attributeFlag, attributeText, storedValue} from '@ls-annotation/core';
import type {ConfigTag} from '@ls-annotation/core';

/** An entry of a taxonomy before it has a place in the tree. */
export interface TaxonomyItem {
  /** What people read. */
  readonly label: string;
  /** What a result holds. */
  readonly value: string;
  /** Words on hover, `''` for none. */
  readonly hint: string;
  /** True when people may not choose it. */
  readonly isFixed: boolean;
  /** Entries inside it; `null` when they have to be loaded. */
  readonly children: readonly TaxonomyItem[] | null;
}

/** An entry of a taxonomy. */
export interface TaxonomyNode {
  /** Text that is the same for the same path only. */
  readonly key: string;
  /** Values from the top down to it, as a result holds them. */
  readonly path: readonly string[];
  /** What people read. */
  readonly label: string;
  /** Words on hover, `''` for none. */
  readonly hint: string;
  /** True when people may not choose it. */
  readonly isFixed: boolean;
  /** The entry around it, `null` at the top. */
  readonly parent: TaxonomyNode | null;
  /** 0 at the top. */
  readonly depth: number;
  /** Entries inside it; `null` when they have to be loaded. */
  readonly children: readonly TaxonomyNode[] | null;
}

type OpenNode = {
  -readonly [K in keyof TaxonomyNode]: TaxonomyNode[K];
};

/** Returns text that is the same for the same path only. */
export function pathKey(path: readonly string[]): string {
  return JSON.stringify(path);
}

/** Returns the choices right inside a tag, those in its views included. */
export function itemsOf(tag: ConfigTag): readonly TaxonomyItem[] {
  return tag.children.flatMap((child) =>
    child.type === 'choice' ? [toItem(child)] : itemsOf(child),
  );
}

function toItem(choice: ConfigTag): TaxonomyItem {
  return {
    label: choice.value,
    value: storedValue(choice),
    hint: attributeText(choice, 'hint'),
    isFixed: attributeFlag(choice, 'readonly'),
    children: itemsOf(choice),
  };
}

/**
 * The entries of a taxonomy, known by their paths.
 *
 * Of entries that share a value and a parent the first one counts.
 */
export class TaxonomyTree {
  readonly #byKey = new Map<string, TaxonomyNode>();
  #roots: readonly TaxonomyNode[] = [];

  /** Topmost entries. */
  get roots(): readonly TaxonomyNode[] {
    return this.#roots;
  }

  /** Number of entries. */
  get size(): number {
    return this.#byKey.size;
  }

  /** Every entry, each before those inside it. */
  get nodes(): Iterable<TaxonomyNode> {
    return walk(this.#roots);
  }

  /** Makes `items` the topmost entries. */
  setRoots(items: readonly TaxonomyItem[]): void {
    this.#byKey.clear();
    this.#roots = this.#place(items, null);
  }

  /** Puts loaded entries inside an entry. */
  setChildren(key: string, items: readonly TaxonomyItem[]): void {
    const parent = this.#byKey.get(key) as OpenNode | undefined;
    if (parent) parent.children = this.#place(items, parent);
  }

  /** Returns the entry with a key, or `undefined`. */
  find(key: string): TaxonomyNode | undefined {
    return this.#byKey.get(key);
  }

  /** Returns what people read along a path; a stranger's value is its label. */
  labelsOf(path: readonly string[]): readonly string[] {
    return path.map((value, depth) => {
      const node = this.#byKey.get(pathKey(path.slice(0, depth + 1)));
      return node?.label ?? value;
    });
  }

  #place(
    items: readonly TaxonomyItem[],
    parent: TaxonomyNode | null,
  ): readonly TaxonomyNode[] {
    const nodes: TaxonomyNode[] = [];
    for (const {value, children, ...facts} of items) {
      const path = [...(parent?.path ?? []), value];
      const key = pathKey(path);
      if (this.#byKey.has(key)) continue;
      const depth = parent === null ? 0 : parent.depth + 1;
      const node: OpenNode = {
        ...facts,
        key,
        path,
        parent,
        depth,
        children: null,
      };
      this.#byKey.set(key, node);
      if (children) node.children = this.#place(children, node);
      nodes.push(node);
    }
    return nodes;
  }
}

function* walk(nodes: readonly TaxonomyNode[]): Generator<TaxonomyNode> {
  for (const node of nodes) {
    yield node;
    if (node.children) yield* walk(node.children);
  }
}
