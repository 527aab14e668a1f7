import type {Geometry, Region} from '@ls-annotation/core';

import {NodePaths} from './node-path.js';
import type {TextIndex, TextSpan} from './text-index.js';

/** Text as it is shown now. */
export interface ShownText {
  /** Where its characters lie. */
  readonly index: TextIndex;
  /** Element that paths start from. */
  readonly contents: Element;
}

/** How the regions of one kind of object say where they lie. */
export interface SpanFormat {
  /**
   * Returns where a region lies, or `null` when it lies nowhere in the text
   * that is shown.
   */
  spanOf(region: Pick<Region, 'geometry'>, text: ShownText): TextSpan | null;

  /** Returns the shape of a region that covers a span, its text included. */
  geometryOf(span: TextSpan, text: ShownText): Geometry;

  /**
   * Returns the parts of a span that may be labelled, one region each.
   * @defaultValue the whole span
   */
  partsOf?(span: TextSpan, text: ShownText): readonly TextSpan[];
}

/**
 * Returns the part of a span that lies in the text, or `null` when nothing
 * does.
 */
export function clampSpan(
  span: TextSpan | null,
  length: number,
): TextSpan | null {
  if (!span) return null;
  const start = Math.max(span.start, 0);
  const end = Math.min(span.end, length);
  return start < end ? {start, end} : null;
}

const known = new WeakMap<ShownText, NodePaths>();

/** Returns the paths into a text, the same object for the same text. */
export function pathsOf(text: ShownText): NodePaths {
  const paths = known.get(text) ?? new NodePaths(text.contents);
  known.set(text, paths);
  return paths;
}
