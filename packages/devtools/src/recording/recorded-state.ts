import {EMPTY_REGION_TABLE, regionsOf, withRegions} from '@ls-annotation/core';
import type {
  AnnotationState,
  StatePatch,
  StoreState,
} from '@ls-annotation/core';

import type {RecordedAnnotation, RecordedState} from './session-recording.js';

/** Returns what a store holds as JSON. Costs one pass over the regions. */
export function toRecordedState(state: StoreState): RecordedState {
  const {annotations, order, predictions, selectedId} = state;
  return {
    annotations: Object.values(annotations).map(toRecordedAnnotation),
    order,
    predictions,
    selectedId,
  };
}

/** Returns an annotation as JSON. */
export function toRecordedAnnotation({
  regions,
  ...annotation
}: AnnotationState): RecordedAnnotation {
  const {nextOrdinal} = regions;
  return {...annotation, regions: [...regionsOf(regions)], nextOrdinal};
}

/** Returns an annotation as the store has it. */
export function fromRecordedAnnotation({
  regions,
  nextOrdinal,
  ...annotation
}: RecordedAnnotation): AnnotationState {
  const table = withRegions(EMPTY_REGION_TABLE, regions);
  return {...annotation, regions: {...table, nextOrdinal}};
}

/** Returns a patch as JSON. */
export function toRecordedPatch(patch: StatePatch): StatePatch {
  if (!isOfAnnotation(patch)) return patch;
  return {
    ...patch,
    value: toRecordedAnnotation(patch.value as AnnotationState),
  };
}

/** Returns a patch as the store has it. */
export function fromRecordedPatch(patch: StatePatch): StatePatch {
  if (!isOfAnnotation(patch)) return patch;
  const value = fromRecordedAnnotation(patch.value as RecordedAnnotation);
  return {...patch, value};
}

/** Returns whether a patch brings a whole annotation. */
export function isOfAnnotation({op, path}: StatePatch): boolean {
  return path[0] === 'annotations' && path.length === 2 && op !== 'remove';
}
