import type {Region} from '../model/region.js';

import {cachedByShard} from './cached-by-shard.js';
import type {RegionTable} from './region-table.js';

const classificationsByShard = cachedByShard((shard) =>
  shard.filter((region): region is Region => region?.classification === true),
);

/** Returns the regions that are classifications, in creation order. */
export function classificationsOf(table: RegionTable): readonly Region[] {
  return classificationsByShard(table).flat();
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
