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

/**
 * Tells whether a number that {@link parseNumber} reads is whole as it is
 * written: `1.0` and `1.5e1` are, `1.00000000000000000001`, which no number can
 * hold, is not.
 */
export function isWholeText(text: string): boolean {
  const [mantissa = '', exponent = '0'] = text.trim().toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const shift = Number(exponent);
  const behind =
    shift >= 0
      ? fraction.slice(shift)
      : whole.replace(/^\D/, '').padStart(-shift, '0').slice(shift) + fraction;
  return /^0*$/.test(behind);
}
