import {shadowRootsAround} from './text-selection.js';
import type {TextIndex} from './text-index.js';

/**
 * Returns the code point that is drawn at a point, or `null` when there is
 * none: between lines, beside the text, in another element.
 *
 * @param x - CSS pixels from the left of the viewport
 * @param y - CSS pixels from the top of the viewport
 */
export function codePointAt(
  root: Element,
  index: TextIndex,
  x: number,
  y: number,
): number | null {
  const caret = caretAt(root, x, y);
  if (!(caret?.node instanceof Text) || !root.contains(caret.node)) return null;
  const offset = index.offsetOf(caret.node, caret.offset);
  for (const candidate of [offset, offset - 1]) {
    if (candidate >= 0 && isDrawnAt(index, candidate, x, y)) return candidate;
  }
  return null;
}

interface Caret {
  readonly node: Node;
  readonly offset: number;
}

type CaretPositionFromPoint = (
  x: number,
  y: number,
  options?: {shadowRoots: readonly ShadowRoot[]},
) => {offsetNode: Node; offset: number} | null;

function caretAt(root: Element, x: number, y: number): Caret | null {
  const document = root.ownerDocument as unknown as {
    caretPositionFromPoint?: CaretPositionFromPoint;
    caretRangeFromPoint?: (x: number, y: number) => Range | null;
  };
  if (document.caretPositionFromPoint) {
    const shadowRoots = shadowRootsAround(root);
    const position = document.caretPositionFromPoint(x, y, {shadowRoots});
    return position && {node: position.offsetNode, offset: position.offset};
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? {node: range.startContainer, offset: range.startOffset} : null;
}

function isDrawnAt(
  index: TextIndex,
  codePoint: number,
  x: number,
  y: number,
): boolean {
  const start = index.pointAt(codePoint, 'start');
  const end = index.pointAt(codePoint + 1, 'end');
  if (!start || start.node !== end?.node) return false;
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return [...range.getClientRects()].some(
    ({left, right, top, bottom}) =>
      x >= left && x <= right && y >= top && y <= bottom,
  );
}
