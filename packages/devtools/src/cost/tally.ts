/** How long something took, each time it happened. */
export interface Tally {
  /** How often. */
  readonly count: number;
  /** How long all together, milliseconds. */
  readonly totalMs: number;
  /** How long the longest, milliseconds. */
  readonly longestMs: number;
}

/** A tally of nothing. */
export const NO_TALLY: Tally = {count: 0, totalMs: 0, longestMs: 0};

/** Returns a tally with one more. */
export function tallied({count, totalMs, longestMs}: Tally, ms: number): Tally {
  return {
    count: count + 1,
    totalMs: totalMs + ms,
    longestMs: Math.max(longestMs, ms),
  };
}

/** Returns the mean, milliseconds; 0 for nothing. */
export function meanMs({count, totalMs}: Tally): number {
  return count === 0 ? 0 : totalMs / count;
}
