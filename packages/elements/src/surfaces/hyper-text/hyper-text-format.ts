import type {Geometry} from '@ls-annotation/core';

import {clampSpan, pathsOf} from '../text/span-format.js';
import type {ShownText, SpanFormat} from '../text/span-format.js';
import {toSpan} from '../text/plain-format.js';
import type {TextPoint, TextSpan} from '../text/text-index.js';
import {visibleText} from '../text/visible-text.js';

/**
 * Regions of a document: the path of the text node a region starts in with
 * code points from its beginning, the same for the end, and `globalOffsets`,
 * code points from the beginning of the document.
 *
 * Paths count first. Where one leads nowhere in the document that is shown,
 * `globalOffsets` say where the region lies, or plain offsets.
 */
export const hyperTextFormat: SpanFormat = {
  spanOf({geometry}, text) {
    return clampSpan(
      fromPaths(geometry, text) ??
        toSpan(geometry.globalOffsets) ??
        toSpan(geometry),
      text.index.length,
    );
  },

  geometryOf(span, text): Geometry {
    const start = text.index.pointAt(span.start, 'start');
    const end = text.index.pointAt(span.end, 'end');
    if (!start || !end) return {...span};
    const from = placeOf(start, text);
    const to = placeOf(end, text);
    return {
      start: from.path,
      end: to.path,
      startOffset: from.offset,
      endOffset: to.offset,
      globalOffsets: {start: from.globalOffset, end: to.globalOffset},
      text: spanText(span, text),
    };
  },
};

/** Returns the text of a span as a person sees it. */
export function spanText(span: TextSpan, {index}: ShownText): string {
  const start = index.pointAt(span.start, 'start');
  const end = index.pointAt(span.end, 'end');
  const seen = start && end ? visibleText(start, end) : '';
  return seen || index.slice(span);
}

interface Place {
  readonly path: string;
  /** Code points inside the node. */
  readonly offset: number;
  /** Code points from the beginning. */
  readonly globalOffset: number;
}

function placeOf({node, offset}: TextPoint, text: ShownText): Place {
  const globalOffset = text.index.offsetOf(node, offset);
  return {
    path: pathsOf(text).pathOf(node),
    offset: globalOffset - text.index.offsetOf(node, 0),
    globalOffset,
  };
}

function fromPaths(geometry: Geometry, text: ShownText): TextSpan | null {
  const {startOffset, endOffset} = geometry;
  if (typeof startOffset !== 'number' || typeof endOffset !== 'number') {
    return null;
  }
  const start = startOf(geometry.start, text);
  const end = startOf(geometry.end, text);
  if (start === null || end === null) return null;
  return {start: start + startOffset, end: end + endOffset};
}

/** Code points before the node at a path. */
function startOf(path: unknown, text: ShownText): number | null {
  if (typeof path !== 'string') return null;
  const node = pathsOf(text).nodeAt(path);
  return node && text.index.offsetOf(node, 0);
}
