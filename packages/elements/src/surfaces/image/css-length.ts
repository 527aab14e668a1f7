/**
 * Returns a length of a config as CSS; a bare number is CSS pixels. What is
 * no length is left to be dropped by the style that it is put in.
 */
export function cssLength(text: string): string {
  const trimmed = text.trim();
  return /^\d+(\.\d+)?$/.test(trimmed) ? `${trimmed}px` : trimmed;
}
