import type {Region} from '@ls-annotation/core';

import type {TextIndex, TextSpan} from './text-index.js';

/**
 * Returns where a region of a text lies, or `null` when it lies nowhere in
 * the text that is shown.
 *
 * Label Studio writes plain offsets (`start`, `end`), `globalOffsets`, or an
 * XPath with an offset inside the node it finds. An offset beyond that node
 * counts from the beginning of the whole text: that is what the plugins mean
 * that give the path of the first line for every place.
 *
 * @param container - element that paths start from
 */
export function spanOfRegion(
  region: Region,
  index: TextIndex,
  container: Element,
): TextSpan | null {
  const {geometry} = region;
  return clamp(
    toSpan(geometry.globalOffsets) ??
      toSpan(geometry) ??
      fromPaths(geometry, index, container),
    index.length,
  );
}

function toSpan(value: unknown): TextSpan | null {
  if (typeof value !== 'object' || value === null) return null;
  const {start, end} = value as Readonly<Record<string, unknown>>;
  if (typeof start !== 'number' || typeof end !== 'number') return null;
  return {start, end};
}

function fromPaths(
  geometry: Region['geometry'],
  index: TextIndex,
  container: Element,
): TextSpan | null {
  const {startOffset, endOffset} = geometry;
  if (typeof startOffset !== 'number' || typeof endOffset !== 'number') {
    return null;
  }
  const start = offsetAt(geometry.start, startOffset, index, container);
  const end = offsetAt(geometry.end, endOffset, index, container);
  return start === null || end === null ? null : {start, end};
}

function offsetAt(
  path: unknown,
  offset: number,
  index: TextIndex,
  container: Element,
): number | null {
  if (typeof path !== 'string') return null;
  if (path === '') return offset;
  const node = evaluate(path, container);
  if (!node) return null;
  return node instanceof Text && offset > node.length
    ? offset
    : index.offsetOf(node, offset);
}

function evaluate(path: string, container: Element): Node | null {
  try {
    return container.ownerDocument.evaluate(
      path.startsWith('/') ? `.${path}` : path,
      container,
      null,
      XPathResult.FIRST_ORDERED_NODE_TYPE,
    ).singleNodeValue;
  } catch {
    return null;
  }
}

function clamp(span: TextSpan | null, length: number): TextSpan | null {
  if (!span) return null;
  const start = Math.max(span.start, 0);
  const end = Math.min(span.end, length);
  return start < end ? {start, end} : null;
}
