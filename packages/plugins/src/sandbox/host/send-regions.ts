import type {
  Disposer,
  RegionShard,
  RegionTable,
  StoreState,
} from '@ls-annotation/core';

import type {RegionsMessage, ShardLengths} from '../protocol.js';

/** How long the page is held up at a time, milliseconds. */
const SLICE_MS = 3;

interface PackedShard {
  readonly bytes: Blob;
  readonly lengths: ShardLengths;
}

type PackedTable = Pick<RegionsMessage, 'bytes' | 'shards'>;

const packedShards = new WeakMap<RegionShard, PackedShard>();
const packedTables = new WeakMap<RegionTable, PackedTable>();
const encoder = new TextEncoder();

/** What {@link sendRegions} works with. */
export interface SendRegionsOptions {
  /** Sends those of an annotation. */
  readonly send: (message: RegionsMessage) => void;
  /** Called once, when all were sent. */
  readonly onEnd: () => void;
  /** Called instead, when they cannot be sent. */
  readonly onFailure: (error: Error) => void;
  /**
   * How long the page is held up at a time, milliseconds.
   *
   * @defaultValue 3
   */
  readonly sliceMs?: number;
}

/**
 * Sends all regions of a state: as much as can be done in a slice of time
 * before it returns, the rest in tasks of their own.
 *
 * A shard is packed once, whoever it is for; then only what has changed is
 * packed again, and sending it once more costs next to nothing.
 *
 * @returns what keeps it from going on.
 */
export function sendRegions(
  state: StoreState,
  {sliceMs = SLICE_MS, send, onEnd, onFailure}: SendRegionsOptions,
): Disposer {
  const steps = packing(state);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const goOn = (): void => {
    const untilMs = performance.now() + sliceMs;
    try {
      do {
        const {done, value} = steps.next();
        if (value) send(value);
        if (done) {
          onEnd();
          return;
        }
      } while (performance.now() < untilMs);
      timer = setTimeout(goOn);
    } catch (error) {
      onFailure(error as Error);
    }
  };
  goOn();
  return () => {
    clearTimeout(timer);
  };
}

/** Yields what is ready to be sent, and nothing after each piece of work. */
function* packing({
  annotations,
}: StoreState): Generator<RegionsMessage | undefined, void> {
  for (const {id, regions} of Object.values(annotations)) {
    if (regions.shards.length === 0) continue;
    if (!packedTables.has(regions)) {
      for (const shard of regions.shards) {
        packShard(shard);
        yield;
      }
    }
    yield {type: 'regions', annotationId: id, ...packTable(regions)};
  }
}

function packTable(table: RegionTable): PackedTable {
  let known = packedTables.get(table);
  if (!known) {
    const shards = table.shards.map(packShard);
    known = {
      bytes: new Blob(shards.map(({bytes}) => bytes)),
      shards: shards.map(({lengths}) => lengths),
    };
    packedTables.set(table, known);
  }
  return known;
}

function packShard(shard: RegionShard): PackedShard {
  let known = packedShards.get(shard);
  if (!known) {
    const {places} = shard;
    const ids = toBytes(places.map((region) => region?.id ?? null));
    const regions = toBytes(places);
    known = {
      bytes: new Blob([ids, regions]),
      lengths: {ids: ids.length, places: regions.length},
    };
    packedShards.set(shard, known);
  }
  return known;
}

function toBytes(value: unknown): Uint8Array<ArrayBuffer> {
  return encoder.encode(JSON.stringify(value));
}
