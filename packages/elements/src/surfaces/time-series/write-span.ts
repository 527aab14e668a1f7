import type {Geometry} from '@ls-annotation/core';

import type {Span} from '../intervals/interval.js';

import type {SeriesTime} from './series-time.js';

/**
 * Returns how a span stands in a result: in the format of the data.
 *
 * A moment stays one: whichever end was moved, it is where that end is.
 *
 * @param before - Geometry of the region, for one that exists.
 */
export function writeSpan(
  {start, end}: Span,
  before: Geometry | undefined,
  time: SeriesTime,
): Geometry {
  if (before?.instant === true) {
    const at = time.parse(before.start) === start ? end : start;
    return {start: time.write(at), end: time.write(at), instant: true};
  }
  return {
    start: time.write(start),
    end: time.write(end),
    instant: before ? before.instant === true : start === end,
  };
}
