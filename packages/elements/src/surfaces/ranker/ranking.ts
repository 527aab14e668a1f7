import {
  UNPLACED_BUCKET,
  attributeFlag,
  attributeText,
  optionsOf,
} from '@ls-annotation/core';
import type {ConfigTag, Ranking} from '@ls-annotation/core';

/** A column of a `Ranker`. */
export interface RankerColumn {
  /** Key of a result. */
  readonly id: string;
  /** Heading. */
  readonly title: string;
}

/** Where an item is, or is to go. */
export interface RankerPlace {
  /** Key of the column. */
  readonly column: string;
  /** 0-based place in it. */
  readonly index: number;
}

/**
 * Returns the columns of a `Ranker`: that of its list alone when it has no
 * buckets; else its buckets, after the list unless one of them is where
 * everything begins.
 */
export function rankerColumns(
  ranker: ConfigTag,
  list: ConfigTag | undefined,
): readonly RankerColumn[] {
  const title = list ? attributeText(list, 'title') : '';
  const buckets = optionsOf(ranker);
  if (buckets.length === 0) return [{id: ranker.name, title}];
  const columns = buckets.map((bucket) => ({
    id: bucket.name,
    title: attributeText(bucket, 'title') || bucket.name,
  }));
  const hasDefault = buckets.some((bucket) => attributeFlag(bucket, 'default'));
  return hasDefault ? columns : [{id: UNPLACED_BUCKET, title}, ...columns];
}

/**
 * Returns the items of every column.
 *
 * Results of older versions are a list where there is one column. What the
 * result does not place is unplaced, or in `proposed`'s column; what it names
 * and the task does not have stays where it is.
 *
 * @param proposed - the ranking of one that nobody touched
 */
export function readRanking(
  value: unknown,
  columns: readonly RankerColumn[],
  proposed: Ranking,
): Ranking {
  if (value === undefined) return withColumns(proposed, columns);
  const said = Array.isArray(value) ? {[columns[0]?.id ?? '']: value} : value;
  const placed = withColumns(toLists(said), columns);
  const known = new Set(Object.values(placed).flat());
  const ranking: Record<string, readonly string[]> = {...placed};
  for (const [column, ids] of Object.entries(proposed)) {
    const missing = ids.filter((id) => !known.has(id));
    ranking[column] = [...(ranking[column] ?? []), ...missing];
  }
  return ranking;
}

/** Returns where an item is, or `null`. */
export function placeOf(ranking: Ranking, id: string): RankerPlace | null {
  for (const [column, ids] of Object.entries(ranking)) {
    const index = ids.indexOf(id);
    if (index !== -1) return {column, index};
  }
  return null;
}

/** Returns the ranking with an item in another place. */
export function moveItem(
  ranking: Ranking,
  id: string,
  {column, index}: RankerPlace,
): Ranking {
  const without = Object.fromEntries(
    Object.entries(ranking).map(
      ([key, ids]) => [key, ids.filter((other) => other !== id)] as const,
    ),
  );
  const ids = without[column] ?? [];
  return {
    ...without,
    [column]: [...ids.slice(0, index), id, ...ids.slice(index)],
  };
}

function withColumns(
  ranking: Ranking,
  columns: readonly RankerColumn[],
): Ranking {
  const empty = columns.map(({id}) => [id, [] as readonly string[]] as const);
  return {...Object.fromEntries(empty), ...ranking};
}

function toLists(value: unknown): Ranking {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).map(([key, ids]) => [
      key,
      Array.isArray(ids) ? ids.map(String) : [],
    ]),
  );
}
