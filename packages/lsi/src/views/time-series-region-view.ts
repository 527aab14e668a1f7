import type {Geometry} from '@ls-annotation/core';

import type {ObjectSurface} from './object-surface.js';
import {ObjectView} from './object-view.js';
import {RegionView} from './region-view.js';
import type {TagView} from './tag-view.js';

/**
 * A span or a moment of a series as plugins see it.
 *
 * Times are numbers, as on the axis: milliseconds where the series has dates.
 * In JSON they stand as the data writes them. While the series is not on
 * display nobody knows how it writes times, and they are as in JSON.
 */
export class TimeSeriesRegionView extends RegionView {
  /** Where it starts. */
  override get start(): unknown {
    return this.#toNumber(super.start);
  }

  /** Where it ends; where it starts for a moment. */
  override get end(): unknown {
    return this.#toNumber(super.end);
  }

  /** Returns the first element that shows it, or `undefined`. */
  getRegionElement(): unknown {
    return this.#surface?.regionElements?.(this.cleanId)[0];
  }

  /** Says where it lies, and that a person has finished drawing it. */
  updateRegion(start: number, end: number): void {
    this.#put(start, end);
    this.notifyDrawingFinished();
  }

  /** Has it end later. */
  growRight(size: number): void {
    this.#put(Number(this.start), Number(this.end) + size);
  }

  /** Has it start earlier. */
  growLeft(size: number): void {
    this.#put(Number(this.start) - size, Number(this.end));
  }

  /** Has it end earlier. */
  shrinkRight(size: number): void {
    this.growRight(-size);
  }

  /** Has it start later. */
  shrinkLeft(size: number): void {
    this.growLeft(-size);
  }

  get #surface(): ObjectSurface | null {
    return surfaceOf(this.object);
  }

  #toNumber(time: unknown): unknown {
    const parsed = this.#surface?.parseTime?.(time) ?? NaN;
    return Number.isNaN(parsed) ? time : parsed;
  }

  #put(start: number, end: number): void {
    const write = writerOf(this.#surface);
    this.reshape({start: write(start), end: write(end)});
  }
}

/**
 * Returns the shape of a new region of a series as JSON has it.
 *
 * @param geometry - Its times may be numbers, or as the data writes them.
 * @internal
 */
export function timeSeriesGeometry(geometry: Geometry, tag: TagView): Geometry {
  const write = writerOf(surfaceOf(tag));
  const {start, end, instant} = geometry;
  return {
    ...geometry,
    start: typeof start === 'number' ? write(start) : start,
    end: typeof end === 'number' ? write(end) : end,
    instant: instant === true,
  };
}

function surfaceOf(tag: TagView | undefined): ObjectSurface | null {
  return tag instanceof ObjectView ? tag.surface : null;
}

function writerOf(
  surface: ObjectSurface | null,
): (time: number) => string | number {
  return surface?.writeTime ?? ((time) => time);
}
