const UNITS = [
  ['year', 365 * 24 * 3600],
  ['month', 30 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/**
 * Returns how long ago something was, in words: `5 minutes`.
 *
 * @param date - ISO 8601.
 * @param nowMs - Milliseconds since 1970.
 */
export function timeAgo(date: string, nowMs: number): string {
  const seconds = Math.max(0, (nowMs - Date.parse(date)) / 1000);
  const [unit, size] = UNITS.find(([, size]) => seconds >= size) ?? UNITS[5];
  const count = Math.floor(seconds / size) || 0;
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
