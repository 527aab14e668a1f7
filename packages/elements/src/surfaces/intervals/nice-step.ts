const MULTIPLES = [1, 2, 5, 10];
/** Seconds that clocks count in. */
const CLOCK_SECONDS = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600, 43_200,
  86_400,
];

/** Returns the least of 1, 2, 5, 10, 20… that is no less than `least`. */
export function niceStep(least: number): number {
  if (!(least > 0) || !Number.isFinite(least)) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  const multiple = MULTIPLES.find((factor) => factor * power >= least - 1e-12);
  return (multiple ?? 10) * power;
}

/** Returns the least step of a clock that is no less than `least`, seconds. */
export function clockStep(least: number): number {
  if (least <= 1) return niceStep(least);
  return CLOCK_SECONDS.find((step) => step >= least) ?? niceStep(least);
}

/** Returns the multiples of `step` between two values. */
export function stepsBetween(
  from: number,
  to: number,
  step: number,
): readonly number[] {
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  const length = Math.max(0, Math.min(1000, last - first + 1));
  return Array.from({length}, (_, index) => (first + index) * step);
}
