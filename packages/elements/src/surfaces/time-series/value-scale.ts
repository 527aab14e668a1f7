import {tickStep, ticks} from 'd3-array';
import {format, precisionFixed} from 'd3-format';

import type {MinMax} from './extremes.js';
import type {ChannelOptions} from './plot-options.js';

/** Where values lie between two heights, CSS pixels from the top. */
export interface ValueScale {
  /** Value at `bottom`. */
  readonly min: number;
  /** Value at `top`. */
  readonly max: number;
  /** Height of `max`. */
  readonly top: number;
  /** Height of `min`. */
  readonly bottom: number;
}

/** A mark of a scale. */
export interface ScaleMark {
  /** CSS pixels from the top. */
  readonly y: number;
  /** What is written at it. */
  readonly text: string;
}

const MARK_DISTANCE_PX = 40;

/**
 * Returns a scale for values.
 *
 * @param range - Least and largest value; those that the channel sets go
 *   before them. Of one value alone, the scale reaches to both sides.
 * @param place - Heights that it lies between.
 */
export function scaleOf(
  [least, most]: MinMax,
  [setMin, setMax]: ChannelOptions['dataRange'],
  place: Pick<ValueScale, 'top' | 'bottom'>,
): ValueScale {
  const min = setMin ?? (Number.isFinite(least) ? least : 0);
  const max = setMax ?? (Number.isFinite(most) ? most : 1);
  if (max > min) return {min, max, ...place};
  const reach = Math.abs(min) / 10 || 1;
  return {min: min - reach, max: min + reach, ...place};
}

/** Returns how high a value lies, CSS pixels from the top. */
export function toHeight(scale: ValueScale, value: number): number {
  const {min, max, top, bottom} = scale;
  return bottom - ((value - min) / (max - min)) * (bottom - top);
}

/** Returns the marks of a scale, in the format of its channel. */
export function marksOf(
  scale: ValueScale,
  {show, hasFormat}: ChannelOptions,
): readonly ScaleMark[] {
  const {min, max, top, bottom} = scale;
  const count = Math.max(2, Math.floor((bottom - top) / MARK_DISTANCE_PX));
  const step = tickStep(min, max, count);
  const write = hasFormat ? show : format(`,.${precisionFixed(step)}f`);
  return ticks(min, max, count).map((value) => ({
    y: toHeight(scale, value),
    text: write(value),
  }));
}
