/** What Label Studio takes where a config says nothing of use. */
const FALLBACK_FRAMERATE = 24;

/**
 * Reads how many frames a second a video has; less than 1 counts as seconds a
 * frame.
 *
 * @param value - A number or text, not trusted; what is neither is 24.
 */
export function readFramerate(value: unknown): number {
  const number = Number(value);
  if (!Number.isFinite(number) || number <= 0) return FALLBACK_FRAMERATE;
  return number < 1 ? 1 / number : number;
}
