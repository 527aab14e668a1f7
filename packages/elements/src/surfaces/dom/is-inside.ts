import type {ConfigTag} from '@ls-annotation/core';

/** Returns true when `tag` is `around`, or stands in it at any depth. */
export function isInside(tag: ConfigTag, around: ConfigTag): boolean {
  for (let at: ConfigTag | null = tag; at !== null; at = at.parent) {
    if (at === around) return true;
  }
  return false;
}
