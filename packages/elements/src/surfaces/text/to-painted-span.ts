import {attributeText, labelingResult, valueColor} from '@ls-annotation/core';
import type {ConfigTag, LabelConfig, Region} from '@ls-annotation/core';

import {parseColor} from '../dom/css-color.js';

import type {ShownText, SpanFormat} from './span-format.js';
import type {PaintedSpan} from './span-map.js';

/** Colour of a region without a label, readable on light and on dark. */
const UNLABELED = '#868d9b';

/** What regions are placed and coloured by. */
export interface TextPlace {
  /** The object tag. */
  readonly tag: ConfigTag;
  /** Config it is in. */
  readonly config: LabelConfig;
  /** Its text as it is shown. */
  readonly text: ShownText;
  /** How its regions say where they lie. */
  readonly format: SpanFormat;
}

/**
 * Returns how a region is painted, or `null` when it is not: it is hidden, on
 * another object, a classification, or nowhere in the text.
 */
export function toPaintedSpan(
  region: Region | undefined,
  {tag, config, text, format}: TextPlace,
): PaintedSpan | null {
  if (!region || region.classification || region.hidden) return null;
  if (region.object !== tag.name) return null;
  const span = format.spanOf(region, text);
  if (!span) return null;
  const result = labelingResult(region);
  const labels = Array.isArray(result?.value) ? result.value.map(String) : [];
  const own = attributeText(tag, 'highlightColor');
  const control = config.byName.get(result?.fromName ?? '');
  const color =
    own ||
    (labels[0] === undefined ? UNLABELED : valueColor(control, labels[0]));
  return {
    ...span,
    id: region.id,
    color: parseColor(color) ? color : UNLABELED,
    label: labels.join(', '),
  };
}

/** Returns true when two spans are painted alike. */
export function isPaintedAlike(left: PaintedSpan, right: PaintedSpan): boolean {
  return (
    left.start === right.start &&
    left.end === right.end &&
    left.color === right.color &&
    left.label === right.label
  );
}
