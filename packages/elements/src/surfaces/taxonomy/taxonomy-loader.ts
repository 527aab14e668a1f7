import {attributeText, resolveValue} from '@ls-annotation/core';
import type {ConfigTag} from '@ls-annotation/core';

import {TaxonomyLoadError} from '../errors.js';
import type {SurfaceContext} from '../surface.js';

import type {TaxonomyItem} from './taxonomy-tree.js';

/**
 * Loads a taxonomy, level by level, from the address in `apiUrl`.
 *
 * The address is asked with one `path` parameter for each step, and answers
 * `{items: [{value, alias?, hint?, isLeaf?, children?}]}`, or the items alone.
 * An entry without `children` that is not said to be a leaf is loaded when it
 * is opened, unless others came with theirs: then the answer is the whole.
 */
export class TaxonomyLoader {
  readonly #tag: ConfigTag;
  readonly #context: SurfaceContext;
  readonly #abort = new AbortController();

  /** Creates it; what it loads is let go of with the display. */
  constructor(tag: ConfigTag, context: SurfaceContext) {
    this.#tag = tag;
    this.#context = context;
    context.add(() => {
      this.#abort.abort();
    });
  }

  /**
   * Returns the entries inside a path, `[]` for the topmost.
   *
   * @returns `null` when the display has ended.
   * @throws {@link TaxonomyLoadError} when they cannot be had.
   */
  async load(path: readonly string[]): Promise<readonly TaxonomyItem[] | null> {
    const written = attributeText(this.#tag, 'apiUrl');
    const address = String(resolveValue(written, this.#context.data));
    try {
      return await this.#request(address, path);
    } catch (cause) {
      if (this.#context.scope.isClosed) return null;
      throw new TaxonomyLoadError(this.#tag.name, address, cause);
    }
  }

  async #request(
    address: string,
    path: readonly string[],
  ): Promise<readonly TaxonomyItem[]> {
    const signed =
      await this.#context.session.htx.presignUrlForProject(address);
    const base = typeof signed === 'string' ? signed : address;
    const url = new URL(base, document.baseURI);
    if (!['http:', 'https:', 'blob:', 'data:'].includes(url.protocol)) {
      throw new TypeError(`The scheme "${url.protocol}" is not loaded.`);
    }
    if (url.protocol.startsWith('http')) {
      for (const step of path) url.searchParams.append('path', step);
    }
    const response = await fetch(url, {signal: this.#abort.signal});
    if (!response.ok) {
      throw new Error(`The server answered ${String(response.status)}.`);
    }
    return readItems(await response.json());
  }
}

function readItems(json: unknown): readonly TaxonomyItem[] {
  const items = Array.isArray(json) ? json : field(json, 'items');
  if (!Array.isArray(items)) {
    throw new TypeError('The answer has no list of items.');
  }
  return toItems(items as readonly unknown[], hasChildren(items));
}

function hasChildren(items: readonly unknown[]): boolean {
  return items.some((item) => Array.isArray(field(item, 'children')));
}

function toItems(
  entries: readonly unknown[],
  isWhole: boolean,
): readonly TaxonomyItem[] {
  return entries.flatMap((entry) => toItem(entry, isWhole));
}

function toItem(entry: unknown, isWhole: boolean): readonly TaxonomyItem[] {
  if (typeof entry === 'string') return [leaf(entry)];
  const value = field(entry, 'value');
  if (typeof value !== 'string' && typeof value !== 'number') return [];
  const label = String(value);
  const alias = field(entry, 'alias');
  const hint = field(entry, 'hint');
  const children = field(entry, 'children');
  return [
    {
      ...leaf(label),
      value: typeof alias === 'string' && alias !== '' ? alias : label,
      hint: typeof hint === 'string' ? hint : '',
      children: Array.isArray(children)
        ? toItems(children as readonly unknown[], isWhole)
        : isLeaf(entry, isWhole)
          ? []
          : null,
    },
  ];
}

function isLeaf(entry: unknown, isWhole: boolean): boolean {
  const said = field(entry, 'isLeaf');
  return typeof said === 'boolean' ? said : isWhole;
}

function leaf(label: string): TaxonomyItem {
  return {label, value: label, hint: '', isFixed: false, children: []};
}

function field(entry: unknown, name: string): unknown {
  if (typeof entry !== 'object' || entry === null) return undefined;
  return Object.hasOwn(entry, name)
    ? (entry as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
