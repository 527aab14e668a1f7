import {
  lifespansOf,
  readSequence,
  regionsOf,
  replacesAnnotation,
  shapeAtFrame,
  touchedRegions,
} from '@ls-annotation/core';
import type {
  Commit,
  Lifespan,
  Region,
  VideoKeyFrame,
  VideoShape,
} from '@ls-annotation/core';

import {boundsOf, boxToPixels} from '../image/box.js';
import type {Size} from '../image/geometry.js';
import type {RegionEntry} from '../image/region-index.js';
import {PLAIN_SHAPES} from '../image/shape.js';
import {placeInOrder} from '../labels/place-in-order.js';
import type {Looks, RegionLooks} from '../labels/region-looks.js';
import type {SurfaceContext} from '../surface.js';

/** What a video shows of one region. */
export interface VideoTrack extends Looks {
  /** Region id. */
  readonly id: string;
  /** Place in creation order. */
  readonly ordinal: number;
  /** A box that moves, or frames that are labelled. */
  readonly kind: 'box' | 'range';
  /** Key frames of a box, in order. */
  readonly keys: readonly VideoKeyFrame[];
  /** When it is there, in order. */
  readonly spans: readonly Lifespan[];
}

const NO_KEYS: readonly VideoKeyFrame[] = [];

/**
 * The regions of a video, in creation order.
 *
 * Looks at all of them once; after that a commit costs what it touched.
 */
export class VideoTracks {
  readonly #object: string;
  readonly #context: SurfaceContext;
  readonly #looks: RegionLooks;
  readonly #byId = new Map<string, VideoTrack>();
  #ordered: VideoTrack[] = [];

  constructor(object: string, context: SurfaceContext, looks: RegionLooks) {
    this.#object = object;
    this.#context = context;
    this.#looks = looks;
  }

  /** Number of regions. */
  get size(): number {
    return this.#ordered.length;
  }

  /** Returns a region, or `undefined`. */
  get(id: string): VideoTrack | undefined {
    return this.#byId.get(id);
  }

  /** Returns the region at a 0-based place. */
  at(place: number): VideoTrack | undefined {
    return this.#ordered[place];
  }

  /** Returns a region's 0-based place, or -1. */
  indexOf(id: string): number {
    const track = this.#byId.get(id);
    return track ? placeInOrder(this.#ordered, track.ordinal) : -1;
  }

  /** Reads every region anew. */
  load(): void {
    this.#byId.clear();
    const {regions} = this.#context.state();
    for (const region of regionsOf(regions)) {
      const track = this.trackOf(region);
      if (track) this.#byId.set(track.id, track);
    }
    this.#ordered = [...this.#byId.values()];
  }

  /**
   * Reads what a commit has changed.
   *
   * @returns True when there was anything.
   */
  apply(commit: Commit): boolean {
    const {annotationId, store} = this.#context;
    if (replacesAnnotation(commit, annotationId)) {
      this.load();
      return true;
    }
    const {added, updated, removed} = touchedRegions(commit, annotationId);
    for (const id of removed) this.#delete(id);
    for (const id of [...added, ...updated]) {
      const region = store.findRegion(annotationId, id);
      const track = region && this.trackOf(region);
      if (track) this.#set(track);
      else this.#delete(id);
    }
    return added.length + updated.length + removed.length > 0;
  }

  /** Returns the boxes that are on a frame, oldest first. */
  entriesAt(frame: number, size: Size): RegionEntry[] {
    const entries: RegionEntry[] = [];
    for (const track of this.#ordered) {
      const entry = entryAt(track, frame, size);
      if (entry) entries.push(entry);
    }
    return entries;
  }

  /**
   * Returns what is shown of a region, whether it is in the annotation or not;
   * `null` when it is hidden or not on this video.
   */
  trackOf(region: Region): VideoTrack | null {
    const {id, ordinal, geometry} = region;
    if (region.object !== this.#object || region.classification) return null;
    if (region.hidden) return null;
    const keys = readSequence(geometry.sequence);
    const ranges = readRanges(geometry.ranges);
    if (keys.length === 0 && ranges.length === 0) return null;
    const looks = this.#looks.looksOf(region);
    return ranges.length > 0
      ? {...looks, id, ordinal, kind: 'range', keys: NO_KEYS, spans: ranges}
      : {...looks, id, ordinal, kind: 'box', keys, spans: lifespansOf(keys)};
  }

  #set(track: VideoTrack): void {
    const place = placeInOrder(this.#ordered, track.ordinal);
    const isThere = this.#ordered[place]?.ordinal === track.ordinal;
    this.#ordered.splice(place, isThere ? 1 : 0, track);
    this.#byId.set(track.id, track);
  }

  #delete(id: string): void {
    const track = this.#byId.get(id);
    if (!track) return;
    this.#byId.delete(id);
    this.#ordered.splice(placeInOrder(this.#ordered, track.ordinal), 1);
  }
}

/** Reads the frames of a region on a timeline; what is no range is left out. */
export function readRanges(ranges: unknown): readonly Lifespan[] {
  if (!Array.isArray(ranges)) return [];
  return (ranges as unknown[]).flatMap((range) => {
    const {start, end} = (range ?? {}) as Partial<Lifespan>;
    const isRange = Number.isFinite(start) && Number.isFinite(end);
    return isRange ? [{start: Number(start), end: Number(end)}] : [];
  });
}

/** Returns the box of a track on a frame, `null` when it is not there. */
export function entryAt(
  {id, ordinal, label, style, keys}: VideoTrack,
  frame: number,
  size: Size,
): RegionEntry | null {
  const shape = shapeAtFrame(keys, frame);
  if (!shape) return null;
  const box = boxToPixels(upright(shape), size);
  const {rectangle} = PLAIN_SHAPES;
  return {...boundsOf(box), box, shape: rectangle, id, ordinal, label, style};
}

/** Boxes that were drawn up or to the left have sides below nothing. */
export function upright(shape: VideoShape): VideoShape {
  const {x, y, width, height, rotation} = shape;
  if (width >= 0 && height >= 0) return shape;
  return {
    x: Math.min(x, x + width),
    y: Math.min(y, y + height),
    width: Math.abs(width),
    height: Math.abs(height),
    rotation,
  };
}
