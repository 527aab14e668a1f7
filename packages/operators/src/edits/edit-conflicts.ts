import {isDeepEqual, regionsOf} from '@ls-annotation/core';
import type {AnnotationState, Region} from '@ls-annotation/core';

import type {EditConflict, RegionChange} from './region-change.js';

/** Regions by id, or nothing where there is no annotation. */
export type RegionLookup = (regionId: string) => Region | undefined;

/** Returns a way to find regions that walks over them once, when first asked. */
export function regionLookup(annotation: AnnotationState | null): RegionLookup {
  let regions: ReadonlyMap<string, Region> | null = null;
  return (regionId) => {
    regions ??= new Map(
      annotation
        ? [...regionsOf(annotation.regions)].map((one) => [one.id, one])
        : [],
    );
    return regions.get(regionId);
  };
}

/** Tells whether two regions say the same; hiding one says nothing. */
export function isSameRegion(left: Region, right: Region): boolean {
  return (
    left === right ||
    isDeepEqual({...left, hidden: false}, {...right, hidden: false})
  );
}

/**
 * Returns why a change does not fit the regions as they are now, or `null`.
 * One that would have nothing to do fits.
 */
export function conflictOf(
  {kind, regionId, before, after}: RegionChange,
  find: RegionLookup,
): EditConflict | null {
  const current = find(regionId) ?? null;
  if (kind === 'added') {
    return current ? {regionId, reason: 'taken', current} : null;
  }
  if (!current) {
    return kind === 'removed' ? null : {regionId, reason: 'gone', current};
  }
  if (isSameRegion(current, before)) return null;
  if (after && isSameRegion(current, after)) return null;
  return {regionId, reason: 'changed', current};
}
