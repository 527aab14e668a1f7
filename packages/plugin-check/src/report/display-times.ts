import type {DisplayTimes} from './plugin-report.js';

/** Sums up how long displays took, milliseconds. */
export function displayTimes(times: readonly number[]): DisplayTimes {
  const sorted = [...times].sort((a, b) => a - b);
  return {
    firstMs: rounded(times[0]),
    medianMs: rounded(sorted[Math.floor(sorted.length / 2)]),
    worstMs: rounded(sorted.at(-1)),
  };
}

function rounded(time = 0): number {
  return Math.round(time * 10) / 10;
}
