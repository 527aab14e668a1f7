import {attributeFlag} from '../config/attribute.js';
import type {ConfigTag} from '../config/config-tag.js';
import type {LabelConfig} from '../config/label-config.js';
import {optionsOf} from '../config/options-of.js';
import {resolveTagValue} from '../config/resolve-value.js';
import type {TaskData} from '../config/resolve-value.js';

/** Item ids by bucket. */
export type Ranking = Readonly<Record<string, readonly string[]>>;

/** Bucket of what was put nowhere. */
export const UNPLACED_BUCKET = '_';

/** Returns the ids of a `List`'s items as text, in the order of the task. */
export function listItemIds(
  list: ConfigTag,
  data: TaskData | undefined,
): readonly string[] {
  const items = resolveTagValue(list, data);
  if (!Array.isArray(items)) return [];
  return (items as readonly unknown[]).flatMap((item) => {
    const id = (item as {readonly id?: unknown} | null)?.id;
    return typeof id === 'string' || typeof id === 'number' ? [String(id)] : [];
  });
}

/**
 * Returns the value of a `Ranker` that nobody touched.
 *
 * Without buckets all items are in one under the ranker's name. With buckets
 * all are in the `default` one, or unplaced when there is none, and the other
 * buckets are empty.
 */
export function defaultRanking(
  config: LabelConfig,
  ranker: ConfigTag,
  data: TaskData | undefined,
): Ranking {
  const list = config.byName.get(ranker.toName[0] ?? '');
  const ids = list?.type === 'list' ? listItemIds(list, data) : [];
  const buckets = optionsOf(ranker);
  if (buckets.length === 0) return {[ranker.name]: ids};
  const preferred = buckets.find((bucket) => attributeFlag(bucket, 'default'));
  const empty = Object.fromEntries(
    buckets.map((bucket) => [bucket.name, [] as readonly string[]]),
  );
  return {...empty, [preferred?.name ?? UNPLACED_BUCKET]: ids};
}
