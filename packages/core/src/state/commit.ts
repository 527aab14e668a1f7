import type {StoreState} from './annotation-state.js';

/**
 * Who asked for a change. `load` and `history` are the store's own: reading
 * data in, and undo or redo.
 */
export type ChangeOrigin =
  'user' | 'plugin' | 'operator' | 'remote' | 'load' | 'history';

/**
 * One change to the state, as data.
 *
 * Paths are logical: `['annotations', id, 'regions', regionId, …]` for a
 * region, whichever shard it lies in.
 */
export interface StatePatch {
  /** What to do at the path. */
  readonly op: 'add' | 'replace' | 'remove';
  /** Where, from the root of {@link StoreState}. */
  readonly path: readonly (string | number)[];
  /** The new value; absent for `remove`. */
  readonly value?: unknown;
}

/** What a caller may say about a change. */
export interface CommitOptions {
  /**
   * Who asks.
   * @defaultValue `'user'`
   */
  readonly origin?: ChangeOrigin;
  /**
   * Name of who asks, for example of a plugin.
   * @defaultValue what `AnnotationStore.authorOf` says
   */
  readonly author?: string;
  /** Words for the undo menu and the log, for example `delete region`. */
  readonly label?: string;
  /**
   * Commits that follow each other with the same key are one undo step, for
   * example the moves of one drag.
   */
  readonly mergeKey?: string;
}

/** A change that has happened. */
export interface Commit {
  /** State after it. */
  readonly state: StoreState;
  /** State before it. */
  readonly previous: StoreState;
  /** What was done. */
  readonly patches: readonly StatePatch[];
  /** What takes it back, in the order to apply. */
  readonly inversePatches: readonly StatePatch[];
  /** Who asked. */
  readonly origin: ChangeOrigin;
  /** Name of who asked, where it is known. */
  readonly author?: string;
  /** Words for the undo menu and the log. */
  readonly label: string;
  /** See {@link CommitOptions.mergeKey}. */
  readonly mergeKey?: string;
}
