import {attributeFlag} from '../config/attribute.js';
import type {ConfigTag} from '../config/config-tag.js';
import type {Region} from '../model/region.js';
import type {Result} from '../model/result.js';
import type {AnnotationState} from '../state/annotation-state.js';
import {findClassification} from '../state/classification-index.js';
import {selectedRegion} from './region-by-id.js';

/** Returns what a control says about a region, or `undefined`. */
export function resultOf(
  region: Region,
  control: ConfigTag,
): Result | undefined {
  return region.results.find(({fromName}) => fromName === control.name);
}

/**
 * Returns the result that a classification control shows now, or `undefined`.
 *
 * A per-region control shows that of the selected region, when exactly one is
 * selected; a per-item control that of a picture; any other its only one.
 *
 * @param itemIndex - 0-based picture, for a per-item control
 */
export function shownResult(
  annotation: AnnotationState,
  control: ConfigTag,
  itemIndex?: number,
): Result | undefined {
  if (attributeFlag(control, 'perRegion')) {
    const region = selectedRegion(annotation);
    return region === null ? undefined : resultOf(region, control);
  }
  const index = attributeFlag(control, 'perItem') ? itemIndex : undefined;
  const area = findClassification(annotation.regions, control.name, index);
  return area === undefined ? undefined : resultOf(area, control);
}
