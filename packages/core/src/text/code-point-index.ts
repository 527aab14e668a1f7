const ASTRAL = /[\u{10000}-\u{10FFFF}]/gu;
const HAS_ASTRAL = /[\u{10000}-\u{10FFFF}]/u;
const NO_POSITIONS = new Uint32Array(0);
const KEPT_TEXTS = 8;

/**
 * Translates between UTF-16 offsets and code points of one text.
 *
 * Costs one pass when made and, for each answer, a binary search among the
 * characters that take two units; nothing at all for a text without any. A
 * lone surrogate counts as one code point.
 */
export class CodePointIndex {
  /** Number of code points. */
  readonly length: number;

  readonly #lengthInUnits: number;

  /** UTF-16 offsets of the characters that take two units, ascending. */
  readonly #astral: Uint32Array;

  constructor(text: string) {
    this.#astral = HAS_ASTRAL.test(text)
      ? Uint32Array.from(text.matchAll(ASTRAL), ({index}) => index)
      : NO_POSITIONS;
    this.#lengthInUnits = text.length;
    this.length = text.length - this.#astral.length;
  }

  /**
   * Returns the code point offset of a UTF-16 offset.
   *
   * An offset inside a character is taken to its start, one outside the text
   * to the nearer end.
   */
  toCodePoint(utf16: number): number {
    const offset = clamp(utf16, this.#lengthInUnits);
    if (this.#astral.length === 0) return offset;
    return (
      offset -
      this.#count((unit) => unit + 1 < offset) -
      Number(this.#isInside(offset))
    );
  }

  /**
   * Returns the UTF-16 offset of a code point offset; one outside the text is
   * taken to the nearer end.
   */
  toUtf16(codePoint: number): number {
    const offset = clamp(codePoint, this.length);
    if (this.#astral.length === 0) return offset;
    return offset + this.#count((unit, index) => unit - index < offset);
  }

  #isInside(offset: number): boolean {
    const before = this.#count((unit) => unit < offset);
    return before > 0 && this.#astral[before - 1] === offset - 1;
  }

  /** Number of leading positions for which `isBefore` holds. */
  #count(isBefore: (unit: number, index: number) => boolean): number {
    let low = 0;
    let high = this.#astral.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isBefore(this.#astral[middle] ?? 0, middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const recent = new Map<string, CodePointIndex>();

/**
 * Returns the index of a text; that of a text which was asked for a moment ago
 * is not made again.
 */
export function codePointIndexOf(text: string): CodePointIndex {
  let index = recent.get(text);
  if (index !== undefined) {
    recent.delete(text);
  } else {
    index = new CodePointIndex(text);
    if (recent.size >= KEPT_TEXTS) {
      const [oldest] = recent.keys();
      if (oldest !== undefined) recent.delete(oldest);
    }
  }
  recent.set(text, index);
  return index;
}

function clamp(offset: number, most: number): number {
  if (!(offset > 0)) return 0;
  return Math.min(Math.trunc(offset), most);
}
