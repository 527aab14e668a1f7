import {regionsOf} from '@ls-annotation/core';
import type {Region} from '@ls-annotation/core';
import type {AnnotationView} from '@ls-annotation/lsi';
import type {ContributionBoard} from '@ls-annotation/plugins';

import {RegionRemarker} from './region-remarks.js';

/**
 * What keeps an annotation from being saved: a region, or what a control says
 * about an object as a whole.
 */
export interface Offence {
  /** Id of the region, `''` when it is about a control. */
  readonly regionId: string;
  /** Name of the control, `''` when it is about a region. */
  readonly controlName: string;
  /** 0-based picture that the control speaks of, or `undefined`. */
  readonly itemIndex: number | undefined;
  /** What is wrong with it. */
  readonly text: string;
}

/**
 * Returns what plugins keep an annotation from being saved for: regions in the
 * order of the list, then controls. All of them are looked at.
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
    const view = annotation.areas.get(region.id);
    if (!view) continue;
    const error = checks
      .flatMap((entry) => remarker.messages(entry, region, view))
      .find(({severity = 'error'}) => severity === 'error');
    if (error) offences.push(offenceOf(region, error.text));
  }
  return [
    ...offences.filter(({regionId}) => regionId !== ''),
    ...offences.filter(({regionId}) => regionId === ''),
  ];
}

function offenceOf(region: Region, text: string): Offence {
  const {id, classification, itemIndex, results} = region;
  return {
    regionId: classification ? '' : id,
    controlName: classification ? (results[0]?.fromName ?? '') : '',
    itemIndex,
    text,
  };
}

/** Says what keeps an annotation from being saved. */
export function describeOffences(offences: readonly Offence[]): string {
  const [first] = offences;
  if (!first) return '';
  if (offences.length === 1) return `Not saved: ${first.text}`;
  const areRegions = offences.every(({regionId}) => regionId !== '');
  const things = areRegions ? 'regions have errors' : 'things are wrong';
  return `Not saved: ${offences.length} ${things}. The first: ${first.text}`;
}
