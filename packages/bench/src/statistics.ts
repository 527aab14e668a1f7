/** Returns the middle of the values, `NaN` for none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Returns the value below which the share `rank` (0–1) lies, interpolated. */
export function quantile(values: readonly number[], rank: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  const place = (sorted.length - 1) * rank;
  const below = sorted[Math.floor(place)] ?? NaN;
  const above = sorted[Math.ceil(place)] ?? NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/**
 * Returns the exponent `k` of the growth `y ~ xᵏ` that fits the points best:
 * 0 for constant, 1 for linear. `NaN` for fewer than two points or for one
 * that is not positive.
 */
export function growthExponent(
  points: readonly {readonly x: number; readonly y: number}[],
): number {
  const xs = points.map(({x}) => Math.log(x));
  const ys = points.map(({y}) => Math.log(y));
  const xMean = mean(xs);
  const yMean = mean(ys);
  let covariance = 0;
  let variance = 0;
  for (const [index, x] of xs.entries()) {
    covariance += (x - xMean) * ((ys[index] ?? NaN) - yMean);
    variance += (x - xMean) ** 2;
  }
  return covariance / variance;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
