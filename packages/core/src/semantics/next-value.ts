import {attributeNumber} from '../config/attribute.js';
import type {ConfigTag} from '../config/config-tag.js';

/** Returns the highest rating of a `Rating`, 5 unless the config says more. */
export function maxRating(control: ConfigTag): number {
  return Math.max(1, Math.trunc(attributeNumber(control, 'maxRating', 5)));
}

/**
 * Returns what a `Rating` or `Number` says after its hotkey: one more, from
 * its highest value back to 0, from nothing to 1.
 */
export function nextValue(control: ConfigTag, value: unknown): number {
  const now = typeof value === 'number' && value > 0 ? value : 0;
  const most =
    control.type === 'rating'
      ? maxRating(control)
      : (attributeNumber(control, 'max') ?? Number.POSITIVE_INFINITY);
  return now >= most ? 0 : now + 1;
}
