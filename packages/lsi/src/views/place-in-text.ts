import type {Geometry} from '@ls-annotation/core';

import {ObjectView} from './object-view.js';
import type {TagView} from './tag-view.js';
import {
  fromTextPlacement,
  textOffsetsOf,
  type TextOffsets,
} from './text-offsets.js';
import {toText} from './to-text.js';

/**
 * Returns where a shape lies in the text of a tag, or `null` when nobody
 * knows.
 *
 * Paths into a document go before the offsets beside them, as in Label Studio;
 * where they lead is known to the surface that shows it. Paths into a text are
 * those of its lines.
 */
export function placeInText(
  tag: TagView | undefined,
  geometry: Geometry,
): TextOffsets | null {
  if (tag?.type === 'hypertext') {
    const surface = tag instanceof ObjectView ? tag.surface : null;
    return surface?.offsetsOf?.(geometry) ?? textOffsetsOf(geometry);
  }
  const offsets = textOffsetsOf(geometry);
  if (offsets || tag?.type !== 'text') return offsets;
  return fromTextPlacement(toText(tag._value), geometry);
}
