import {regionsOf} from '@ls-annotation/core';
import type {AnnotationView} from '@ls-annotation/lsi';
import type {ContributionBoard} from '@ls-annotation/plugins';

import {RegionRemarker} from './region-remarks.js';

/** A region that keeps its annotation from being saved. */
export interface Offence {
  /** Id of the region. */
  readonly regionId: string;
  /** What is wrong with it. */
  readonly text: string;
}

/**
 * Returns the regions that plugins keep an annotation from being saved for,
 * in the order of the list. All of them are looked at.
 */
export function findOffences(
  board: ContributionBoard,
  annotation: AnnotationView,
): readonly Offence[] {
  const checks = board
    .list('regionCheck')
    .filter(({value}) => value.blocksSave === true);
  if (checks.length === 0) return [];
  const remarker = new RegionRemarker(board);
  const offences: Offence[] = [];
  for (const region of regionsOf(annotation.state.regions)) {
    const view = region.classification
      ? undefined
      : annotation.areas.get(region.id);
    if (!view) continue;
    const error = checks
      .flatMap((entry) => remarker.messages(entry, region, view))
      .find(({severity = 'error'}) => severity === 'error');
    if (error) offences.push({regionId: region.id, text: error.text});
  }
  return offences;
}

/** Says what keeps an annotation from being saved. */
export function describeOffences(offences: readonly Offence[]): string {
  const [first] = offences;
  if (!first) return '';
  return offences.length === 1
    ? `Not saved: ${first.text}`
    : `Not saved: ${offences.length} regions have errors. The first: ${first.text}`;
}
