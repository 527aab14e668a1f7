import {
  codePointLength,
  sliceCodePoints,
  toCodePointOffset,
  toUtf16Offset,
  type Geometry,
} from '@ls-annotation/core';

const LINE_XPATH = /^\/?span\[(\d+)\]\/text\(\)(?:\[1\])?$/;

/** A span of a text: code points from its beginning, end exclusive. */
export interface TextOffsets {
  /** Start of the span, code points. */
  readonly start: number;
  /** End of the span, code points, exclusive. */
  readonly end: number;
}

/** A span as Label Studio writes it for the text nodes of its own page. */
export interface TextPlacement {
  /** Path of the node it starts in, from the text's container. */
  readonly start: string;
  /** Path of the node it ends in. */
  readonly end: string;
  /** Start inside its node, code points. */
  readonly startOffset: number;
  /** End inside its node, code points, exclusive. */
  readonly endOffset: number;
}

/**
 * Returns where a text region lies, or `null` when its geometry says so only
 * by paths into a page.
 *
 * Reads plain offsets (`start`, `end`), and `globalOffsets` beside paths.
 */
export function textOffsetsOf(geometry: Geometry): TextOffsets | null {
  const {globalOffsets} = geometry;
  if (typeof globalOffsets === 'object' && globalOffsets !== null) {
    const {start, end} = globalOffsets as Partial<TextOffsets>;
    if (typeof start === 'number' && typeof end === 'number') {
      return {start, end};
    }
  }
  const start = plainOffset(geometry.start);
  const end = plainOffset(geometry.end);
  return start === null || end === null ? null : {start, end};
}

/** Returns whether a geometry holds plain offsets and no paths. */
export function hasPlainOffsets(geometry: Geometry): boolean {
  return plainOffset(geometry.start) !== null;
}

/**
 * Returns where Label Studio would say that a span of a `<Text>` lies: each
 * line is a `span` with one text node.
 *
 * @param text - What the tag shows.
 */
export function toTextPlacement(
  text: string,
  {start, end}: TextOffsets,
): TextPlacement {
  const from = lineAt(text, start);
  const to = lineAt(text, end);
  return {
    start: xpathOf(from.line),
    startOffset: from.offset,
    end: xpathOf(to.line),
    endOffset: to.offset,
  };
}

/**
 * Returns the offsets that paths into a `<Text>` stand for, or `null` when
 * they are not paths of its lines.
 *
 * An offset beyond the end of its line counts from the beginning of the text.
 * When the geometry names the text it covers, offsets that fit it only in
 * UTF-16 units are taken as such, as plugins compute them with regular
 * expressions.
 */
export function fromTextPlacement(
  text: string,
  geometry: Geometry,
): TextOffsets | null {
  const {start, end, startOffset, endOffset} = geometry;
  if (typeof startOffset !== 'number' || typeof endOffset !== 'number') {
    return null;
  }
  const from = globalOffset(text, start, startOffset);
  const to = globalOffset(text, end, endOffset);
  if (from === null || to === null) return null;
  const expected = expectedText(geometry.text);
  if (expected === null || sliceCodePoints(text, from, to) === expected) {
    return {start: from, end: to};
  }
  if (text.slice(startOffset, endOffset) !== expected) {
    return {start: from, end: to};
  }
  return {
    start: toCodePointOffset(text, startOffset),
    end: toCodePointOffset(text, endOffset),
  };
}

function globalOffset(
  text: string,
  xpath: unknown,
  offset: number,
): number | null {
  const match = typeof xpath === 'string' ? LINE_XPATH.exec(xpath) : null;
  if (!match) return null;
  let lineStart = 0;
  for (let line = 1; line < Number(match[1]); line++) {
    const breakAt = breakAfter(text, lineStart);
    if (breakAt === text.length) return null;
    lineStart = breakAt + 1;
  }
  const first = toCodePointOffset(text, lineStart);
  const last = toCodePointOffset(text, breakAfter(text, lineStart));
  return offset <= last - first
    ? first + offset
    : Math.min(offset, codePointLength(text));
}

function lineAt(text: string, at: number): {line: number; offset: number} {
  const unit = toUtf16Offset(text, at);
  let line = 0;
  let lineStart = 0;
  for (;;) {
    const breakAt = breakAfter(text, lineStart);
    if (breakAt >= unit) break;
    line += 1;
    lineStart = breakAt + 1;
  }
  return {line, offset: at - toCodePointOffset(text, lineStart)};
}

/** Returns the UTF-16 offset of the next line break, or of the end. */
function breakAfter(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  const end = feed === -1 ? text.length : feed;
  const carriage = text.slice(from, end).indexOf('\r');
  return carriage === -1 ? end : from + carriage;
}

function xpathOf(line: number): string {
  return `/span[${line + 1}]/text()[1]`;
}

function plainOffset(value: unknown): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\d+$/.test(value)
    ? Number(value)
    : null;
}

/** Regions write a line break as the two characters backslash and `n`. */
function expectedText(value: unknown): string | null {
  return typeof value === 'string' && value !== ''
    ? value.replaceAll('\\n', '\n')
    : null;
}
