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

const ASCII = /^[ -~]*$/;
const SEPARATOR = '\u0000';

/** Returns text that is the same for the same path only. */
export function pathKey(path: readonly string[]): string {
  return path.map((step) => SEPARATOR + step).join('');
}

/** Returns text in which case and accents make no difference. */
export function foldText(text: string): string {
  const plain = ASCII.test(text)
    ? text
    : text.normalize('NFKD').replace(/\p{Diacritic}/gu, '');
  return plain.toLowerCase().trim();
}

/**
 * An entry of a taxonomy.
 *
 * Those inside it are looked at when they are asked for, so that a large tree
 * costs what is open of it. Of entries that share a value the first counts.
 */
export class TaxonomyNode {
  readonly #item: TaxonomyItem;
  #children: readonly TaxonomyNode[] | null | undefined;
  #folded: string | undefined;

  /** The entry around it, `null` at the top. */
  readonly parent: TaxonomyNode | null;
  /** Text that is the same for the same path only. */
  readonly key: string;
  /** 0 at the top. */
  readonly depth: number;

  constructor(item: TaxonomyItem, parent: TaxonomyNode | null) {
    this.#item = item;
    this.parent = parent;
    this.key = (parent?.key ?? '') + SEPARATOR + item.value;
    this.depth = parent === null ? 0 : parent.depth + 1;
  }

  /** What people read. */
  get label(): string {
    return this.#item.label;
  }

  /** What a result holds, after the values of those around it. */
  get value(): string {
    return this.#item.value;
  }

  /** Words on hover, `''` for none. */
  get hint(): string {
    return this.#item.hint;
  }

  /** True when people may not choose it. */
  get isFixed(): boolean {
    return this.#item.isFixed;
  }

  /** The label as it is searched for. */
  get folded(): string {
    this.#folded ??= foldText(this.label);
    return this.#folded;
  }

  /** Values from the top down to it, as a result holds them. */
  get path(): readonly string[] {
    return [...(this.parent?.path ?? []), this.value];
  }

  /** Entries inside it; `null` when they have to be loaded. */
  get children(): readonly TaxonomyNode[] | null {
    if (this.#children === undefined) {
      const {children} = this.#item;
      this.#children = children && toNodes(children, this);
    }
    return this.#children;
  }

  /** Puts loaded entries inside it. */
  setChildren(items: readonly TaxonomyItem[]): void {
    this.#children = toNodes(items, this);
  }
}

/** The entries of a taxonomy. */
export class TaxonomyTree {
  #roots: readonly TaxonomyNode[] = [];

  /** Topmost entries. */
  get roots(): readonly TaxonomyNode[] {
    return this.#roots;
  }

  /** Returns the entries whose labels have a text in them, as folded. */
  search(text: string): readonly TaxonomyNode[] {
    const found: TaxonomyNode[] = [];
    collect(this.#roots, text, found);
    return found;
  }

  /** Makes `items` the topmost entries. */
  setRoots(items: readonly TaxonomyItem[]): void {
    this.#roots = toNodes(items, null);
  }

  /** Returns what people read along a path; a stranger's value is its label. */
  labelsOf(path: readonly string[]): readonly string[] {
    let nodes: readonly TaxonomyNode[] = this.#roots;
    return path.map((step) => {
      const node = nodes.find(({value}) => value === step);
      nodes = node?.children ?? [];
      return node?.label ?? step;
    });
  }
}

const trees = new WeakMap<ConfigTag, TaxonomyTree>();

/**
 * Returns the tree of what stands in a `Taxonomy`: the same one every time, so
 * that it is there for all annotations of a task.
 */
export function treeOf(tag: ConfigTag): TaxonomyTree {
  const known = trees.get(tag);
  if (known) return known;
  const made = new TaxonomyTree();
  made.setRoots(itemsOf(tag));
  trees.set(tag, made);
  return made;
}

/** Returns the choices right inside a tag, those in its views included. */
function itemsOf(tag: ConfigTag): readonly TaxonomyItem[] {
  return tag.children.flatMap((child) =>
    child.type === 'choice' ? [toItem(child)] : itemsOf(child),
  );
}

function toItem(choice: ConfigTag): TaxonomyItem {
  return {
    label: choice.value,
    value: storedValue(choice),
    get hint() {
      return attributeText(choice, 'hint');
    },
    get isFixed() {
      return attributeFlag(choice, 'readonly');
    },
    get children() {
      return itemsOf(choice);
    },
  };
}

function toNodes(
  items: readonly TaxonomyItem[],
  parent: TaxonomyNode | null,
): readonly TaxonomyNode[] {
  const values = new Set<string>();
  const nodes: TaxonomyNode[] = [];
  for (const item of items) {
    if (values.has(item.value)) continue;
    values.add(item.value);
    nodes.push(new TaxonomyNode(item, parent));
  }
  return nodes;
}

function collect(
  nodes: readonly TaxonomyNode[],
  text: string,
  into: TaxonomyNode[],
): void {
  for (const node of nodes) {
    if (node.folded.includes(text)) into.push(node);
    if (node.children) collect(node.children, text, into);
  }
}
