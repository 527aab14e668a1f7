import {applyPatches as applyImmerPatches, freeze} from 'immer';
import type {Objectish, Patch} from 'immer';

import type {Region} from '../model/region.js';

import type {AnnotationState, StoreState} from './annotation-state.js';
import type {StatePatch} from './commit.js';
import type {OrdinalIndex} from './ordinal-index.js';
import {regionPath} from './path.js';
import {regionAt, withRegionAt} from './region-table.js';

/**
 * Returns `state` with `patches` applied in order.
 *
 * A patch for a region or annotation that is not there is passed over: an
 * older step may name what has since been closed.
 */
export function applyPatches(
  state: StoreState,
  patches: readonly StatePatch[],
  ordinals: OrdinalIndex,
): StoreState {
  let next = state;
  for (const patch of patches) next = applyPatch(next, patch, ordinals);
  return next;
}

function applyPatch(
  state: StoreState,
  patch: StatePatch,
  ordinals: OrdinalIndex,
): StoreState {
  const path = regionPath(patch);
  if (!path) return withImmerPatch(state, patch);
  const annotation = state.annotations[path.annotationId];
  if (!annotation) return state;
  if (path.rest.length > 0) {
    const region = regionById(annotation, path.regionId, ordinals);
    if (!region) return state;
    const next = withImmerPatch(region, {...patch, path: path.rest});
    return withRegion(state, annotation, region.ordinal, next);
  }
  if (patch.op === 'remove') {
    const region = regionById(annotation, path.regionId, ordinals);
    return region ? withRegion(state, annotation, region.ordinal, null) : state;
  }
  const region = freeze(patch.value as Region, true);
  ordinals.add(annotation.id, region);
  return withRegion(state, annotation, region.ordinal, region);
}

function regionById(
  annotation: AnnotationState,
  regionId: string,
  ordinals: OrdinalIndex,
): Region | null {
  const ordinal = ordinals.find(annotation.id, regionId);
  if (ordinal === undefined) return null;
  const region = regionAt(annotation.regions, ordinal);
  return region?.id === regionId ? region : null;
}

function withRegion(
  state: StoreState,
  annotation: AnnotationState,
  ordinal: number,
  region: Region | null,
): StoreState {
  return withAnnotation(state, {
    ...annotation,
    regions: withRegionAt(annotation.regions, ordinal, region),
  });
}

function withImmerPatch<T extends Objectish>(base: T, patch: StatePatch): T {
  const immerPatch: Patch = {...patch, path: [...patch.path]};
  return applyImmerPatches(base, [immerPatch]);
}

/** Returns `state` with one annotation replaced or added. */
export function withAnnotation(
  state: StoreState,
  annotation: AnnotationState,
): StoreState {
  return {
    ...state,
    annotations: {...state.annotations, [annotation.id]: annotation},
  };
}
