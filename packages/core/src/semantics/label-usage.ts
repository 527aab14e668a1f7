import {attributeNumber} from '../config/attribute.js';
import type {ConfigTag} from '../config/config-tag.js';
import {storedValue} from '../config/stored-value.js';
import type {AnnotationState} from '../state/annotation-state.js';
import {cachedByShard} from '../state/cached-by-shard.js';
import type {RegionPlaces} from '../state/region-table.js';
import {findLabel, toStoredValue} from './find-label.js';
import {isLabelingResult} from './region-labels.js';
import type {ValidationIssue} from './validation-issue.js';

type Usage = ReadonlyMap<string, ReadonlyMap<string, number>>;

const usageOfShard = cachedByShard(countLabels);

/**
 * Returns how many regions have a label of a control.
 *
 * @param value - value or alias of the label
 */
export function labelUsage(
  annotation: AnnotationState,
  control: ConfigTag,
  value: string,
): number {
  const stored = toStoredValue(control, value);
  let total = 0;
  for (const usage of usageOfShard(annotation.regions)) {
    total += usage.get(control.name)?.get(stored) ?? 0;
  }
  return total;
}

/**
 * Returns how many regions may have a label: its own `maxUsages`, else that of
 * its control, else `undefined` for as many as people like.
 */
export function maxUsagesOf(
  control: ConfigTag,
  label: ConfigTag,
): number | undefined {
  const most =
    attributeNumber(label, 'maxUsages') ??
    attributeNumber(control, 'maxUsages');
  return most === undefined || most <= 0 ? undefined : most;
}

/**
 * Returns why `values` cannot be given to further regions, or `null` when
 * they can.
 *
 * @param values - values or aliases of labels; the first that is used up is
 * the one reported
 * @param added - number of regions that would get them
 */
export function checkMaxUsages(
  annotation: AnnotationState,
  control: ConfigTag,
  values: readonly string[],
  added = 1,
): ValidationIssue | null {
  for (const value of values) {
    const label = findLabel(control, value);
    const most = label === undefined ? undefined : maxUsagesOf(control, label);
    if (label === undefined || most === undefined) continue;
    if (labelUsage(annotation, control, storedValue(label)) + added <= most) {
      continue;
    }
    return {
      code: 'max-usages',
      tag: control,
      message: `You can't use ${label.value} more than ${String(most)} time(s)`,
    };
  }
  return null;
}

function countLabels(places: RegionPlaces): Usage {
  const usage = new Map<string, Map<string, number>>();
  for (const region of places) {
    for (const result of region?.results ?? []) {
      if (!isLabelingResult(result) || !Array.isArray(result.value)) continue;
      let counts = usage.get(result.fromName);
      if (counts === undefined) {
        counts = new Map();
        usage.set(result.fromName, counts);
      }
      countOnce(counts, result.value as readonly string[]);
    }
  }
  return usage;
}

function countOnce(
  counts: Map<string, number>,
  labels: readonly string[],
): void {
  labels.forEach((label, index) => {
    if (labels.indexOf(label) !== index) return;
    counts.set(label, (counts.get(label) ?? 0) + 1);
  });
}
