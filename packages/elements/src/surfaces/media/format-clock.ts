/**
 * Returns a time as people read it off a player: `1:02.3`, `1:00:02.3`.
 *
 * @param seconds - From the beginning; what is no number counts as 0.
 * @param digits - Places after the point.
 */
export function formatClock(seconds: number, digits = 1): string {
  const unit = 10 ** digits;
  const whole = Math.round((Number.isFinite(seconds) ? seconds : 0) * unit);
  const all = Math.max(0, whole) / unit;
  const hours = Math.floor(all / 3600);
  const minutes = Math.floor((all % 3600) / 60);
  const rest = (all % 60).toFixed(digits).padStart(digits + 3, '0');
  const padded = digits === 0 ? rest.padStart(2, '0').slice(-2) : rest;
  if (hours === 0) return `${String(minutes)}:${padded}`;
  return `${String(hours)}:${String(minutes).padStart(2, '0')}:${padded}`;
}

/** Returns a time in words: `1 minute 2.3 seconds`. */
export function speakClock(seconds: number): string {
  const tenths = Math.max(0, Math.round(seconds * 10)) / 10;
  const minutes = Math.floor(tenths / 60);
  const rest = Math.round((tenths - minutes * 60) * 10) / 10;
  const words = minutes === 0 ? [] : [plural(minutes, 'minute')];
  if (rest !== 0 || minutes === 0) words.push(plural(rest, 'second'));
  return words.join(' ');
}

function plural(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
