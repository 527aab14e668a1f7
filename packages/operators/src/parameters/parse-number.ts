const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * Returns the number that `text` writes in decimal, or `null`.
 *
 * Takes what people type: `1.`, `.5`, `1e3`, a typographic minus, blanks
 * around it. Does not take `Infinity`, hexadecimal or trailing words, which
 * `Number` and `parseFloat` would.
 */
export function parseNumber(text: string): number | null {
  const trimmed = text.trim().replace('−', '-');
  if (!NUMBER.test(trimmed)) return null;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : null;
}
