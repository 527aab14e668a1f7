import type {Region} from '@ls-annotation/core';

import {proposedText, proposedWas} from '../proposed-region.js';
import type {ProposedRegion} from '../proposed-region.js';

import type {PaintedSpan} from './span-map.js';
import {toPaintedSpan} from './to-painted-span.js';
import type {TextPlace} from './to-painted-span.js';

/** What would change on a text, as it is painted. */
export interface ProposedSpans {
  /** Spans as they would be. */
  readonly coming: readonly PaintedSpan[];
  /** Stretches that a region would not cover any more. */
  readonly leaving: readonly PaintedSpan[];
  /** One for each region that would change. */
  readonly marks: readonly ProposedMark[];
}

/** A span whose label says how it would change. */
export interface ProposedMark extends PaintedSpan {
  /** How the label begins that may be left out where there is no room. */
  readonly was: string;
}

/** Returns what is painted of changes that somebody proposes. */
export function toProposedSpans(
  proposals: readonly ProposedRegion[],
  place: TextPlace,
): ProposedSpans {
  const toSpan = (region: Region | null): PaintedSpan | null =>
    region && toPaintedSpan(region, place);
  const spans = proposals.map(({before, after}) => ({
    before: toSpan(before),
    after: toSpan(after),
  }));
  return {
    coming: spans.flatMap(({after}) => after ?? []),
    leaving: spans.flatMap(({before, after}) => without(before, after)),
    marks: spans.flatMap(({before, after}) => {
      const span = after ?? before;
      if (!span) return [];
      const labels = [before?.label ?? null, after?.label ?? null] as const;
      const was = proposedWas(...labels);
      return [{...span, label: proposedText(...labels), was}];
    }),
  };
}

/** Returns the parts of one span that another one does not cover. */
function without(
  span: PaintedSpan | null,
  other: PaintedSpan | null,
): readonly PaintedSpan[] {
  if (!span || !other) return span ? [span] : [];
  return [
    {...span, end: Math.min(span.end, other.start)},
    {...span, start: Math.max(span.start, other.end)},
  ].filter(({start, end}) => start < end);
}
