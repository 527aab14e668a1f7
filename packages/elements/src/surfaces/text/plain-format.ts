import type {Region} from '@ls-annotation/core';

import type {NodePaths} from './node-path.js';
import {clampSpan, pathsOf} from './span-format.js';
import type {ShownText, SpanFormat} from './span-format.js';
import type {TextSpan} from './text-index.js';

/**
 * Regions of plain text, counted from its beginning.
 *
 * Label Studio writes plain offsets (`start`, `end`), `globalOffsets`, or an
 * XPath with an offset inside the node it finds. An offset beyond that node
 * counts from the beginning of the whole text: that is what the plugins mean
 * that give the path of the first line for every place.
 */
export const plainFormat: SpanFormat = {
  spanOf({geometry}, text) {
    return clampSpan(
      toSpan(geometry.globalOffsets) ??
        toSpan(geometry) ??
        fromPaths(geometry, text),
      text.index.length,
    );
  },

  geometryOf(span, {index}) {
    return {...span, text: index.slice(span)};
  },
};

/** Reads `{start, end}` where both are numbers. */
export function toSpan(value: unknown): TextSpan | null {
  if (typeof value !== 'object' || value === null) return null;
  const {start, end} = value as Readonly<Record<string, unknown>>;
  if (typeof start !== 'number' || typeof end !== 'number') return null;
  return {start, end};
}

function fromPaths(
  geometry: Region['geometry'],
  text: ShownText,
): TextSpan | null {
  const {startOffset, endOffset} = geometry;
  if (typeof startOffset !== 'number' || typeof endOffset !== 'number') {
    return null;
  }
  const paths = pathsOf(text);
  const start = offsetAt(geometry.start, startOffset, text, paths);
  const end = offsetAt(geometry.end, endOffset, text, paths);
  return start === null || end === null ? null : {start, end};
}

function offsetAt(
  path: unknown,
  offset: number,
  {index}: ShownText,
  paths: NodePaths,
): number | null {
  if (typeof path !== 'string') return null;
  if (path === '') return offset;
  const node = paths.nodeAt(path);
  if (!node) return null;
  const start = index.offsetOf(node, 0);
  const end = node instanceof Text ? index.offsetOf(node, node.length) : start;
  return node instanceof Text && start + offset > end ? offset : start + offset;
}
