/** A logarithmic axis. */
export interface LogAxis {
  /** Powers of ten from one end to the other. */
  readonly ticks: readonly number[];
  /** Returns where a value is on the page, rounded to a tenth. */
  place(value: number): number;
}

/**
 * Returns an axis over whole decades that holds every value, from `ends[0]` on
 * the page to `ends[1]`.
 */
export function logAxis(
  values: readonly number[],
  [start, end]: readonly [number, number],
): LogAxis {
  const logs = values.map((value) => Math.log10(value));
  const low = Math.floor(Math.min(...logs) + 1e-9);
  const high = Math.max(low + 1, Math.ceil(Math.max(...logs) - 1e-9));
  return {
    ticks: Array.from({length: high - low + 1}, (_, index) =>
      powerOfTen(low + index),
    ),
    place(value) {
      const share = (Math.log10(value) - low) / (high - low);
      return Math.round((start + share * (end - start)) * 10) / 10;
    },
  };
}

/** `10 ** -1` is not 0.1 to the last bit. */
function powerOfTen(exponent: number): number {
  return Number(`1e${exponent}`);
}
