import {clamp} from '../image/geometry.js';
import type {RegionStyle} from '../labels/region-looks.js';

/** A part of an axis, in its unit. */
export interface Span {
  /** First value. */
  readonly start: number;
  /** Last value; that of `start` for a moment. */
  readonly end: number;
  /** 0-based lane that it lies in, `null` for all of them. */
  readonly lane: number | null;
}

/** What a strip keeps of one region that it shows. */
export interface IntervalEntry extends Span {
  /** Region id. */
  readonly id: string;
  /** Place in creation order; what is younger is painted above. */
  readonly ordinal: number;
  /** Labels as people read them, `''` for none. */
  readonly label: string;
  /** How it is painted. */
  readonly style: RegionStyle;
}

/** What a strip shows of one region that would change. */
export interface ProposedInterval {
  /** The region as it is; `null` for one that would be added. */
  readonly before: IntervalEntry | null;
  /** The region as it would be; `null` for one that would be removed. */
  readonly after: IntervalEntry | null;
}

/** An end of a span. */
export type SpanEdge = 'start' | 'end';

/** Values between which spans may lie. */
export interface Extent {
  /** Least value there is. */
  readonly min: number;
  /** Largest value there is. */
  readonly max: number;
}

/** Returns the span between two values, in any order. */
export function spanBetween(a: number, b: number, lane: number | null): Span {
  return {start: Math.min(a, b), end: Math.max(a, b), lane};
}

/** Returns spans shifted together, no further than the axis reaches. */
export function shiftSpans(
  spans: ReadonlyMap<string, Span>,
  by: number,
  {min, max}: Extent,
): ReadonlyMap<string, Span> {
  const all = [...spans.values()];
  const least = Math.min(...all.map(({start}) => start));
  const most = Math.max(...all.map(({end}) => end));
  const shift = clamp(by, Math.min(0, min - least), Math.max(0, max - most));
  return new Map(
    [...spans].map(([id, span]) => [
      id,
      {...span, start: span.start + shift, end: span.end + shift},
    ]),
  );
}

/**
 * Returns a span with one of its ends at a value; past the other end they
 * change places.
 */
export function moveEdge(
  span: Span,
  edge: SpanEdge,
  to: number,
  {min, max}: Extent,
): Span {
  const fixed = edge === 'start' ? span.end : span.start;
  return spanBetween(fixed, clamp(to, min, max), span.lane);
}

/** Tells whether two spans are the same. */
export function isSameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end && a.lane === b.lane;
}
