import {freeze} from 'immer';

import type {RegionPlaces, RegionShard} from './region-table.js';

/**
 * A shard that is read when somebody asks for one of its regions, for a store
 * that follows another one and may never look at most of them.
 *
 * Its ids are read by themselves, so that looking for a region by its id reads
 * the one shard in which it is.
 */
export class LazyShard implements RegionShard {
  readonly #readIds: () => readonly (string | null)[];
  readonly #readPlaces: () => RegionPlaces;
  #places: RegionPlaces | null = null;

  /**
   * @param readIds - returns the ids of the regions, `null` for free places.
   * @param readPlaces - returns the regions; called once at most.
   */
  constructor(
    readIds: () => readonly (string | null)[],
    readPlaces: () => RegionPlaces,
  ) {
    this.#readIds = readIds;
    this.#readPlaces = readPlaces;
    Object.freeze(this);
  }

  /** Ids of the regions, `null` for free places. */
  get ids(): readonly (string | null)[] {
    return this.#readIds();
  }

  /** What stands there, frozen. */
  get places(): RegionPlaces {
    this.#places ??= freeze(this.#readPlaces(), true);
    return this.#places;
  }
}
