import type {Region} from '../model/region.js';

/** How many regions share a shard; a power of two. */
export const SHARD_SIZE = 256;

const SHIFT = Math.log2(SHARD_SIZE);
const MASK = SHARD_SIZE - 1;

/** What stands at consecutive ordinals; `null` is a free place. */
export type RegionPlaces = readonly (Region | null)[];

/** A run of {@link SHARD_SIZE} consecutive ordinals. */
export interface RegionShard {
  /** What stands there. */
  readonly places: RegionPlaces;
  /**
   * Ids of what stands there, where they are known ahead of the regions; see
   * {@link LazyShard}.
   */
  readonly ids?: readonly (string | null)[];
}

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

const EMPTY_SHARD: RegionShard = Object.freeze({places: Object.freeze([])});

/** A table without regions. */
export const EMPTY_REGION_TABLE: RegionTable = Object.freeze({
  shards: Object.freeze([]),
  size: 0,
  nextOrdinal: 0,
});

/** Returns the region at `ordinal`, or `null`. */
export function regionAt(table: RegionTable, ordinal: number): Region | null {
  return table.shards[ordinal >> SHIFT]?.places[ordinal & MASK] ?? null;
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
  while (shards.length <= index) shards.push(EMPTY_SHARD);
  const places = (shards[index] ?? EMPTY_SHARD).places.slice();
  while (places.length < (ordinal & MASK)) places.push(null);
  const before = places[ordinal & MASK] ?? null;
  places[ordinal & MASK] = region;
  shards[index] = {places};
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
  const copied = new Map<number, (Region | null)[]>();
  let {size, nextOrdinal} = table;
  for (const region of regions) {
    const index = region.ordinal >> SHIFT;
    while (shards.length <= index) shards.push(EMPTY_SHARD);
    let places = copied.get(index);
    if (!places) {
      places = (shards[index] ?? EMPTY_SHARD).places.slice();
      copied.set(index, places);
      shards[index] = {places};
    }
    while (places.length < (region.ordinal & MASK)) places.push(null);
    if (!places[region.ordinal & MASK]) size += 1;
    places[region.ordinal & MASK] = region;
    nextOrdinal = Math.max(nextOrdinal, region.ordinal + 1);
  }
  return {shards, size, nextOrdinal};
}

/** Yields the regions of a table in creation order. */
export function* regionsOf(table: RegionTable): Generator<Region, void> {
  for (const shard of table.shards) {
    for (const region of shard.places) if (region) yield region;
  }
}
