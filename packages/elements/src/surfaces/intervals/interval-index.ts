import RBush from 'rbush';

import {placeInOrder} from '../labels/place-in-order.js';

import type {IntervalEntry} from './interval.js';

interface Leaf {
  readonly minX: number;
  readonly maxX: number;
  readonly minY: number;
  readonly maxY: number;
  readonly entry: IntervalEntry;
}

/**
 * Finds the regions of a strip by place, by id and by creation order.
 *
 * Adding, replacing and removing one costs about the same for any number of
 * them; only {@link IntervalIndex.load} and {@link IntervalIndex.all} look at
 * all.
 */
export class IntervalIndex {
  readonly #tree = new RBush<Leaf>(16);
  readonly #byId = new Map<string, Leaf>();
  #ordered: IntervalEntry[] = [];

  /** Number of regions. */
  get size(): number {
    return this.#ordered.length;
  }

  /** Replaces everything by `entries`, in any order. */
  load(entries: readonly IntervalEntry[]): void {
    const leaves = entries.map(toLeaf);
    this.#tree.clear().load(leaves);
    this.#byId.clear();
    for (const leaf of leaves) this.#byId.set(leaf.entry.id, leaf);
    this.#ordered = [...entries].sort(byOrdinal);
  }

  /** Adds or replaces a region. */
  set(entry: IntervalEntry): void {
    const before = this.#byId.get(entry.id);
    if (before) this.#tree.remove(before);
    const leaf = toLeaf(entry);
    this.#tree.insert(leaf);
    this.#byId.set(entry.id, leaf);
    const place = placeInOrder(this.#ordered, entry.ordinal);
    const isThere = this.#ordered[place]?.ordinal === entry.ordinal;
    this.#ordered.splice(place, isThere ? 1 : 0, entry);
  }

  /** Removes a region; returns what was there. */
  delete(id: string): IntervalEntry | undefined {
    const leaf = this.#byId.get(id);
    if (!leaf) return undefined;
    this.#tree.remove(leaf);
    this.#byId.delete(id);
    this.#ordered.splice(placeInOrder(this.#ordered, leaf.entry.ordinal), 1);
    return leaf.entry;
  }

  /** Returns a region, or `undefined`. */
  get(id: string): IntervalEntry | undefined {
    return this.#byId.get(id)?.entry;
  }

  /** Returns the region at a 0-based place in creation order. */
  at(place: number): IntervalEntry | undefined {
    return this.#ordered[place];
  }

  /** Returns a region's 0-based place in creation order, or -1. */
  indexOf(id: string): number {
    const leaf = this.#byId.get(id);
    return leaf ? placeInOrder(this.#ordered, leaf.entry.ordinal) : -1;
  }

  /** Every region in creation order; not to be kept. */
  all(): readonly IntervalEntry[] {
    return this.#ordered;
  }

  /** Returns the regions that meet `from` to `to`, oldest first. */
  search(from: number, to: number): IntervalEntry[] {
    return this.#tree
      .search({minX: from, maxX: to, minY: -Infinity, maxY: Infinity})
      .map(({entry}) => entry)
      .sort(byOrdinal);
  }

  /**
   * Returns the regions at a value, the one to pick first in front: what
   * holds it before what is only near, then the shortest, then the youngest.
   *
   * @param lane - 0-based; regions of other lanes are left out.
   * @param tolerance - How far beside a region still counts.
   */
  hit(value: number, lane: number | null, tolerance: number): IntervalEntry[] {
    const isOutside = ({start, end}: IntervalEntry): number =>
      Number(value < start || value > end);
    return this.search(value - tolerance, value + tolerance)
      .filter(
        (entry) => lane === null || entry.lane === null || entry.lane === lane,
      )
      .sort(
        (a, b) =>
          isOutside(a) - isOutside(b) ||
          a.end - a.start - (b.end - b.start) ||
          b.ordinal - a.ordinal,
      );
  }
}

function toLeaf(entry: IntervalEntry): Leaf {
  const {start, end, lane} = entry;
  return {minX: start, maxX: end, minY: lane ?? 0, maxY: lane ?? 0, entry};
}

function byOrdinal(a: IntervalEntry, b: IntervalEntry): number {
  return a.ordinal - b.ordinal;
}
