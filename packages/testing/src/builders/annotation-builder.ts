import {
  EMPTY_REGION_TABLE,
  emptyAnnotation,
  makeRegion,
  valueKeyOf,
  withRegions,
} from '@ls-annotation/core';
import type {AnnotationState, NewRegion, Result} from '@ls-annotation/core';

/** What a test may say about an annotation. */
export interface AnnotationParts {
  /** Regions and classifications in creation order. */
  readonly regions?: readonly NewRegion[];
  /** Ids of the selected regions. */
  readonly selection?: readonly string[];
  /** Text typed and not submitted, by control name or `control:regionId`. */
  readonly typed?: Readonly<Record<string, string>>;
}

/** Returns an annotation with these regions, without a store. */
export function annotationState(parts: AnnotationParts = {}): AnnotationState {
  const {regions = [], selection = [], typed = {}} = parts;
  const blank = emptyAnnotation({id: 'a'});
  return {
    ...blank,
    regions: withRegions(EMPTY_REGION_TABLE, regions.map(makeRegion)),
    selection,
    session: {...blank.session, typed},
  };
}

/** Returns a result of type `type` that says `value`. */
export function said(
  fromName: string,
  value: unknown,
  type = 'choices',
): Omit<Result, 'id'> {
  const valueKey = valueKeyOf(type);
  return {fromName, toName: 'text', type, valueKey, value};
}

/** Returns a classification of the object `text` by the control `fromName`. */
export function classification(
  fromName: string,
  value: unknown,
  type = 'choices',
  parts: Partial<NewRegion> = {},
): NewRegion {
  return {
    object: 'text',
    classification: true,
    results: [said(fromName, value, type)],
    ...parts,
  };
}
