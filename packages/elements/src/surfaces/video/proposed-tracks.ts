import type {Region} from '@ls-annotation/core';

import type {Size} from '../image/geometry.js';
import type {ProposedEntry} from '../image/paint-proposed.js';
import type {ProposedRegion} from '../proposed-region.js';

import {entryAt} from './video-tracks.js';
import type {VideoTrack} from './video-tracks.js';

/** What a video shows of one region that would change. */
export interface ProposedTrack {
  /** The region as it is; `null` for one that would be added. */
  readonly before: VideoTrack | null;
  /** The region as it would be; `null` for one that would be removed. */
  readonly after: VideoTrack | null;
}

/** What would change on a video. */
export class ProposedTracks {
  /** Nothing. */
  static readonly none = new ProposedTracks([]);
  /** Those that would come, which have no row of their own yet. */
  readonly added: readonly ProposedTrack[];
  readonly #all: readonly ProposedTrack[];
  readonly #byId: ReadonlyMap<string, ProposedTrack>;

  /** @param all - Each with one side at least. */
  private constructor(all: readonly ProposedTrack[]) {
    this.#all = all;
    this.added = all.filter(({before}) => before === null);
    this.#byId = new Map(
      all.flatMap((track) => (track.before ? [[track.before.id, track]] : [])),
    );
  }

  /**
   * Returns what is shown of regions that would change.
   *
   * @param trackOf - Returns what a video shows of a region.
   */
  static of(
    proposals: readonly ProposedRegion[],
    trackOf: (region: Region) => VideoTrack | null,
  ): ProposedTracks {
    const all = proposals.flatMap((proposal) => {
      const before = proposal.before && trackOf(proposal.before);
      const after = proposal.after && trackOf(proposal.after);
      return before || after ? [{before, after}] : [];
    });
    return all.length === 0 ? ProposedTracks.none : new ProposedTracks(all);
  }

  /** Returns what would become of a region that is there. */
  get(id: string): ProposedTrack | undefined {
    return this.#byId.get(id);
  }

  /** Returns the boxes of a frame, as they are and as they would be. */
  entriesAt(frame: number, size: Size): readonly ProposedEntry[] {
    return this.#all.flatMap((track) => {
      const before = track.before && entryAt(track.before, frame, size);
      const after = track.after && entryAt(track.after, frame, size);
      return before || after ? [{before, after}] : [];
    });
  }
}
