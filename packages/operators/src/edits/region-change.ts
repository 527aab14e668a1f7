import type {Region} from '@ls-annotation/core';

/** What the edits of a run do to one region, as plain frozen data. */
export type RegionChange =
  | {
      readonly kind: 'added';
      readonly regionId: string;
      readonly before: null;
      readonly after: Region;
    }
  | {
      readonly kind: 'changed';
      readonly regionId: string;
      readonly before: Region;
      readonly after: Region;
    }
  | {
      readonly kind: 'removed';
      readonly regionId: string;
      readonly before: Region;
      readonly after: null;
    };

/**
 * Why an edit does not fit any more: the region it is about was `changed`, is
 * `gone`, or, for one that is added, the id is `taken`.
 */
export type EditConflictReason = 'changed' | 'gone' | 'taken';

/** One region that was touched by somebody else meanwhile. */
export interface EditConflict {
  /** The region. */
  readonly regionId: string;
  /** What happened to it. */
  readonly reason: EditConflictReason;
  /** The region as it is now, or `null` when it is gone. */
  readonly current: Region | null;
}
