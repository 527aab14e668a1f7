import type {CommitOptions, Region} from '@ls-annotation/core';

import type {SurfaceContext} from '../surface.js';

import type {ShownText, SpanFormat} from './span-format.js';
import type {TextSpan} from './text-index.js';

/** Which side of a span is moved, and where to. */
export interface SideMove {
  /** The side. */
  readonly side: 'start' | 'end';
  /** Code points; negative towards the beginning of the text. */
  readonly by: number;
}

/** What a span needs to get another side. */
export interface ReshapeContext {
  /** The display. */
  readonly context: SurfaceContext;
  /** How regions say where they lie. */
  readonly format: SpanFormat;
  /** The text as it is shown now. */
  readonly text: ShownText;
}

/**
 * Moves a side of a region in a text. A region keeps at least one character,
 * and none that is out of sight.
 *
 * @returns False when it may not be, or there is nowhere to go.
 */
export function reshapeSpan(
  region: Region,
  {side, by}: SideMove,
  {context, format, text}: ReshapeContext,
  options: CommitOptions,
): boolean {
  const before = format.spanOf(region, text);
  if (!before) return false;
  const span = {...before, [side]: before[side] + by};
  if (!isIn(span, text) || (format.partsOf?.(span, text).length ?? 1) !== 1) {
    return false;
  }
  const geometry = {
    ...format.geometryOf(span, text),
    ...followedKeys(region, span),
  };
  context.session.actions.setGeometry(region.id, geometry, options);
  return true;
}

function isIn({start, end}: TextSpan, {index}: ShownText): boolean {
  return start >= 0 && start < end && end <= index.length;
}

/** Plain regions may say the same in more words, which are to stay true. */
function followedKeys(
  {geometry}: Region,
  {start, end}: TextSpan,
): Region['geometry'] {
  const isPlain = typeof geometry.start === 'number';
  return {
    ...('globalOffsets' in geometry ? {globalOffsets: {start, end}} : {}),
    ...(isPlain && 'startOffset' in geometry
      ? {startOffset: start, endOffset: end}
      : {}),
  };
}
