import RBush from 'rbush';

import {placeInOrder} from '../labels/place-in-order.js';

import {areaOf} from './box.js';
import type {Bounds, Point} from './geometry.js';
import {growBounds} from './geometry.js';
import type {RegionStyle} from './region-style.js';
import {shapeContains} from './shape.js';
import type {PlacedShape} from './shape.js';

/** What the surface keeps of one region that it shows; image pixels. */
export interface RegionEntry extends Bounds, PlacedShape {
  /** Region id. */
  readonly id: string;
  /** Place in creation order; what is younger is painted above. */
  readonly ordinal: number;
  /** Labels as people read them, `''` for none. */
  readonly label: string;
  /** How it is painted. */
  readonly style: RegionStyle;
}

/**
 * Finds the regions of a picture by place, by id and by creation order.
 *
 * Adding, replacing and removing one costs about the same for any number of
 * them; only {@link RegionIndex.load} and {@link RegionIndex.all} look at all.
 */
export class RegionIndex {
  readonly #tree = new RBush<RegionEntry>(16);
  readonly #byId = new Map<string, RegionEntry>();
  #ordered: RegionEntry[] = [];

  /** Number of regions. */
  get size(): number {
    return this.#ordered.length;
  }

  /** Replaces everything by `entries`, in any order. */
  load(entries: readonly RegionEntry[]): void {
    this.#tree.clear().load(entries);
    this.#byId.clear();
    for (const entry of entries) this.#byId.set(entry.id, entry);
    this.#ordered = [...entries].sort(byOrdinal);
  }

  /** Adds or replaces a region; returns what it replaced. */
  set(entry: RegionEntry): RegionEntry | undefined {
    const before = this.#byId.get(entry.id);
    if (before) this.#tree.remove(before);
    this.#tree.insert(entry);
    this.#byId.set(entry.id, entry);
    const place = placeInOrder(this.#ordered, entry.ordinal);
    const isThere = this.#ordered[place]?.ordinal === entry.ordinal;
    this.#ordered.splice(place, isThere ? 1 : 0, entry);
    return before;
  }

  /** Removes a region; returns what was there. */
  delete(id: string): RegionEntry | undefined {
    const before = this.#byId.get(id);
    if (!before) return undefined;
    this.#tree.remove(before);
    this.#byId.delete(id);
    this.#ordered.splice(placeInOrder(this.#ordered, before.ordinal), 1);
    return before;
  }

  /** Returns a region, or `undefined`. */
  get(id: string): RegionEntry | undefined {
    return this.#byId.get(id);
  }

  /** Returns the region at a 0-based place in creation order. */
  at(index: number): RegionEntry | undefined {
    return this.#ordered[index];
  }

  /** Returns a region's 0-based place in creation order, or -1. */
  indexOf(id: string): number {
    const entry = this.#byId.get(id);
    return entry ? placeInOrder(this.#ordered, entry.ordinal) : -1;
  }

  /** Every region in creation order; not to be kept. */
  all(): readonly RegionEntry[] {
    return this.#ordered;
  }

  /** Returns the regions whose bounds meet `bounds`, oldest first. */
  search(bounds: Bounds): RegionEntry[] {
    return this.#tree.search(bounds).sort(byOrdinal);
  }

  /**
   * Returns the regions at a point, the one to pick first in front: what holds
   * the point before what is only near, then the smallest, then the youngest.
   *
   * @param point - Image pixels.
   * @param tolerance - How far beside a region still counts, image pixels.
   */
  hit(point: Point, tolerance: number): RegionEntry[] {
    const spot = {minX: point.x, minY: point.y, maxX: point.x, maxY: point.y};
    const missed = (entry: RegionEntry): number =>
      Number(!shapeContains(entry, point));
    return this.#tree
      .search(growBounds(spot, tolerance))
      .filter((entry) => shapeContains(entry, point, tolerance))
      .sort(
        (a, b) =>
          missed(a) - missed(b) ||
          areaOf(a.box) - areaOf(b.box) ||
          b.ordinal - a.ordinal,
      );
  }

  /** First place whose ordinal is not below `ordinal`. */
}

function byOrdinal(a: RegionEntry, b: RegionEntry): number {
  return a.ordinal - b.ordinal;
}
