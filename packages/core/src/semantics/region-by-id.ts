import type {Region} from '../model/region.js';
import type {AnnotationState} from '../state/annotation-state.js';
import {cachedByShard} from '../state/cached-by-shard.js';
import type {RegionTable} from '../state/region-table.js';

const byIdOfShard = cachedByShard((places) => {
  const byId = new Map<string, Region>();
  for (const region of places) if (region) byId.set(region.id, region);
  return byId;
});

/**
 * Returns the region with an id, or `undefined`.
 *
 * Costs one look-up a shard; after a change only the shard that changed is
 * indexed again. With a store at hand `AnnotationStore.findRegion` is cheaper.
 */
export function regionById(table: RegionTable, id: string): Region | undefined {
  for (const byId of byIdOfShard(table)) {
    const region = byId.get(id);
    if (region) return region;
  }
  return undefined;
}

/**
 * Returns the selected region, or `null` when none or more than one is
 * selected.
 */
export function selectedRegion(annotation: AnnotationState): Region | null {
  const {selection, regions} = annotation;
  const [id] = selection;
  if (id === undefined || selection.length !== 1) return null;
  return regionById(regions, id) ?? null;
}
