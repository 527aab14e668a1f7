import {codePointIndexOf} from './code-point-index.js';

/** Returns the number of code points of a text. */
export function codePointLength(text: string): number {
  return codePointIndexOf(text).length;
}

/**
 * Returns the code point offset of a UTF-16 offset.
 *
 * An offset inside a character is taken to its start, one outside the text to
 * the nearer end.
 */
export function toCodePointOffset(text: string, utf16: number): number {
  return codePointIndexOf(text).toCodePoint(utf16);
}

/**
 * Returns the UTF-16 offset of a code point offset; one outside the text is
 * taken to the nearer end.
 */
export function toUtf16Offset(text: string, codePoint: number): number {
  return codePointIndexOf(text).toUtf16(codePoint);
}

/**
 * Returns the part of a text between two code point offsets, end exclusive.
 */
export function sliceCodePoints(
  text: string,
  start: number,
  end: number,
): string {
  const index = codePointIndexOf(text);
  return text.slice(index.toUtf16(start), index.toUtf16(end));
}
