/** Returns a duration as a clock shows it: `0:07`, `12:30`, `1:02:03`. */
export function formatElapsed(elapsedMs: number): string {
  const seconds = Math.floor(elapsedMs / 1000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const parts = hours > 0 ? [hours, minutes % 60] : [minutes];
  return [...parts, seconds % 60]
    .map((part, index) => (index === 0 ? String(part) : pad(part)))
    .join(':');
}

function pad(part: number): string {
  return String(part).padStart(2, '0');
}
