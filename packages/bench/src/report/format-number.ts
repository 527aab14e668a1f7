const BYTES_PER_KB = 1000;

/** Returns a number with three significant digits, grouped by commas. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size >= 100) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
}

/** Returns a number with its unit; bytes in kB. */
export function formatValue(value: number, unit: string): string {
  if (unit === 'B') return `${formatNumber(value / BYTES_PER_KB)} kB`;
  return unit === '' ? formatNumber(value) : `${formatNumber(value)} ${unit}`;
}
