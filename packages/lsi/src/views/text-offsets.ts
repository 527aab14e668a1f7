import type {Geometry} from '@ls-annotation/core';

const LINE_BREAK = /\n|\r/;
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
  const points = Array.from(text);
  const from = globalOffset(points, start, startOffset);
  const to = globalOffset(points, end, endOffset);
  if (from === null || to === null) return null;
  const expected = expectedText(geometry.text);
  if (expected === null || sliceOf(points, from, to) === expected) {
    return {start: from, end: to};
  }
  if (text.slice(startOffset, endOffset) !== expected) {
    return {start: from, end: to};
  }
  return {
    start: codePoints(text.slice(0, startOffset)),
    end: codePoints(text.slice(0, endOffset)),
  };
}

function globalOffset(
  points: readonly string[],
  xpath: unknown,
  offset: number,
): number | null {
  const match = typeof xpath === 'string' ? LINE_XPATH.exec(xpath) : null;
  if (!match) return null;
  const line = Number(match[1]) - 1;
  let first = 0;
  for (let skipped = 0; skipped < line; skipped++) {
    const breakAt = findBreak(points, first);
    if (breakAt === points.length) return null;
    first = breakAt + 1;
  }
  const isInLine = offset <= findBreak(points, first) - first;
  return isInLine ? first + offset : Math.min(offset, points.length);
}

function findBreak(points: readonly string[], from: number): number {
  const index = points.findIndex(
    (point, at) => at >= from && LINE_BREAK.test(point),
  );
  return index === -1 ? points.length : index;
}

function lineAt(text: string, at: number): {line: number; offset: number} {
  let line = 0;
  let offset = 0;
  let index = 0;
  for (const point of text) {
    if (index === at) break;
    index += 1;
    if (LINE_BREAK.test(point)) {
      line += 1;
      offset = 0;
    } else {
      offset += 1;
    }
  }
  return {line, offset};
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

function sliceOf(points: readonly string[], from: number, to: number): string {
  return points.slice(from, to).join('');
}

function codePoints(text: string): number {
  return Array.from(text).length;
}
