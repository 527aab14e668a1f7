import type {Region} from '../model/region.js';

import {cachedByShard} from './cached-by-shard.js';
import type {RegionTable} from './region-table.js';

const classificationsByShard = cachedByShard((places) =>
  places.filter((region): region is Region => region?.classification === true),
);

const kept = new WeakMap<RegionTable, readonly Region[]>();

/**
 * Returns the regions that are classifications, in creation order; the same
 * array for the same table.
 */
export function classificationsOf(table: RegionTable): readonly Region[] {
  let classifications = kept.get(table);
  if (!classifications) {
    classifications = classificationsByShard(table).flat();
    kept.set(table, classifications);
  }
  return classifications;
}

/**
 * Returns the classification that a control made, or `undefined`; the last
 * one when the source holds several.
 */
export function findClassification(
  table: RegionTable,
  controlName: string,
  itemIndex?: number,
): Region | undefined {
  return classificationsOf(table)
    .filter(
      (region) =>
        region.itemIndex === itemIndex &&
        region.results.some(({fromName}) => fromName === controlName),
    )
    .at(-1);
}
