import {splitList} from '../config/attribute.js';
import type {Region} from '../model/region.js';
import type {Result} from '../model/result.js';

const NONE: readonly string[] = Object.freeze([]);

/** Returns true for a result that a labels control made. */
export function isLabelingResult(result: Result): boolean {
  return result.type.endsWith('labels');
}

/**
 * Returns a region's first labeling result that has a value, or `undefined`.
 */
export function labelingResult(region: Region): Result | undefined {
  return region.results.find(
    (result) => isLabelingResult(result) && Array.isArray(result.value),
  );
}

/**
 * Returns the labels of a region, as stored, in the order they were given.
 *
 * Where several labels controls speak of the region, the first one counts.
 *
 * @returns empty for a region without labels.
 */
export function regionLabels(region: Region): readonly string[] {
  const value = labelingResult(region)?.value;
  return Array.isArray(value) ? (value as readonly string[]) : NONE;
}

/**
 * Returns true when a region has one of the labels in a comma list.
 *
 * A label may hold a comma itself: the whole list is tried as one label
 * first.
 */
export function hasRegionLabel(region: Region, list: string): boolean {
  const labels = regionLabels(region);
  if (labels.length === 0 || list === '') return false;
  if (labels.includes(list)) return true;
  return splitList(list).some((label) => labels.includes(label));
}
