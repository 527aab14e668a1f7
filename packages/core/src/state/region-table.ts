import type {Region} from '../model/region.js';

/** How many regions share a shard; a power of two. */
export const SHARD_SIZE = 256;

const SHIFT = Math.log2(SHARD_SIZE);
const MASK = SHARD_SIZE - 1;

/** A run of {@link SHARD_SIZE} consecutive ordinals; `null` is a free place. */
export type RegionShard = readonly (Region | null)[];

/**
 * All regions of one annotation, immutable, in creation order.
 *
 * A region lives at the place its ordinal says, in a shard of
 * {@link SHARD_SIZE}. Replacing one copies that shard and the list of shards,
 * so the cost of a change does not follow the number of regions, and a region
 * that comes back by undo returns to its place.
 */
export interface RegionTable {
  /** Shards in order of ordinals. */
  readonly shards: readonly RegionShard[];
  /** Number of regions. */
  readonly size: number;
  /** Ordinal that the next new region gets. */
  readonly nextOrdinal: number;
}

/** A table without regions. */
export const EMPTY_REGION_TABLE: RegionTable = Object.freeze({
  shards: Object.freeze([]),
  size: 0,
  nextOrdinal: 0,
});

/** Returns the region at `ordinal`, or `null`. */
export function regionAt(table: RegionTable, ordinal: number): Region | null {
  return table.shards[ordinal >> SHIFT]?.[ordinal & MASK] ?? null;
}

/**
 * Returns a table in which `region` stands at its ordinal, or in which the
 * place is free when `region` is `null`.
 */
export function withRegionAt(
  table: RegionTable,
  ordinal: number,
  region: Region | null,
): RegionTable {
  const shards = table.shards.slice();
  const index = ordinal >> SHIFT;
  while (shards.length <= index) shards.push([]);
  const shard = (shards[index] ?? []).slice();
  while (shard.length < (ordinal & MASK)) shard.push(null);
  const before = shard[ordinal & MASK] ?? null;
  shard[ordinal & MASK] = region;
  shards[index] = shard;
  return {
    shards,
    size: table.size + Number(region !== null) - Number(before !== null),
    nextOrdinal: Math.max(table.nextOrdinal, ordinal + 1),
  };
}

/** Returns a table with `regions` placed; costs one pass over the shards. */
export function withRegions(
  table: RegionTable,
  regions: readonly Region[],
): RegionTable {
  const shards = table.shards.slice();
  const copied = new Set<number>();
  let {size, nextOrdinal} = table;
  for (const region of regions) {
    const index = region.ordinal >> SHIFT;
    while (shards.length <= index) shards.push([]);
    if (!copied.has(index)) shards[index] = (shards[index] ?? []).slice();
    copied.add(index);
    const shard = shards[index] as (Region | null)[];
    while (shard.length < (region.ordinal & MASK)) shard.push(null);
    if (!shard[region.ordinal & MASK]) size += 1;
    shard[region.ordinal & MASK] = region;
    nextOrdinal = Math.max(nextOrdinal, region.ordinal + 1);
  }
  return {shards, size, nextOrdinal};
}

/** Yields the regions of a table in creation order. */
export function* regionsOf(table: RegionTable): Generator<Region, void> {
  for (const shard of table.shards) {
    for (const region of shard) if (region) yield region;
  }
}
