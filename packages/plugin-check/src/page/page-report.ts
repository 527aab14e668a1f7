import type {SourcePlace} from '../source-place.js';

/** What can be left behind. */
export type LeftoverKind =
  | 'listener'
  | 'interval'
  | 'timeout'
  | 'frame'
  | 'observer'
  | 'connection'
  | 'node';

/** Something that displays took from the page and did not give back. */
export interface Leftover {
  /** What it is. */
  readonly kind: LeftoverKind;
  /** Which one, for example `keydown on window`. */
  readonly what: string;
  /** The author's line that made it, `null` when that is not known. */
  readonly place: SourcePlace | null;
  /** How many there are now that belong to closed displays. */
  readonly count: number;
  /** How many displays left one. */
  readonly displays: number;
}

/** A member of `LSI`, `Htx`, `DM` or of what is reached from them. */
export interface MemberUse {
  /** `LSI`, `Htx`, `DM`, or the kind of object: `annotation`, `region`. */
  readonly owner: string;
  /** Name of the member. */
  readonly member: string;
  /** False when there is no such member. */
  readonly exists: boolean;
  /** How often the plugin touched it. */
  readonly count: number;
  /** The author's lines that touch it, the first few. */
  readonly places: readonly SourcePlace[];
}

/** A frontend event that the plugin registered for. */
export interface EventUse {
  /** Name it registered for. */
  readonly name: string;
  /** False when the frontend has no such event. */
  readonly isKnown: boolean;
  /** False when the event is over before any plugin runs. */
  readonly reachesPlugins: boolean;
  /** How often it registered. */
  readonly registered: number;
  /** How often the event was emitted in the whole check. */
  readonly emitted: number;
  /** The author's line that registered first. */
  readonly place: SourcePlace | null;
}

/** A script that the plugin loaded. */
export interface ScriptUse {
  /** Absolute address. */
  readonly url: string;
  /** The hash it must have, `''` without one. */
  readonly integrity: string;
  /** The author's line that loads it. */
  readonly place: SourcePlace | null;
}

/** A failure of the plugin. */
export interface ErrorUse {
  /** What the plugin was doing, in the host's words: `run`, `handler`. */
  readonly doing: string;
  /** What was thrown. */
  readonly message: string;
  /** Where in the author's file. */
  readonly place: SourcePlace | null;
  /** How often. */
  readonly count: number;
}

/** Everything that was recorded in the page. */
export interface PageReport {
  /** How many displays opened. */
  readonly displays: number;
  /** In how many of them the plugin was started. */
  readonly runs: number;
  /** Milliseconds from asking for a display until its plugin had run. */
  readonly displayMs: readonly number[];
  /** Failures of the plugin. */
  readonly errors: readonly ErrorUse[];
  /** What is wrong with config or task, or else failed in the host. */
  readonly hostErrors: readonly string[];
  /** Events that it registered for. */
  readonly events: readonly EventUse[];
  /** Members that it touched. */
  readonly members: readonly MemberUse[];
  /** Scripts that it loaded. */
  readonly scripts: readonly ScriptUse[];
  /** What closed displays left behind. */
  readonly leftovers: readonly Leftover[];
  /** Global variables that were not there before. */
  readonly globals: readonly string[];
  /** Keys in `localStorage` that were not there before. */
  readonly storageKeys: readonly string[];
  /** What is wrong with the values of its settings. */
  readonly settingIssues: readonly string[];
  /** Tags of the config that the host cannot show. */
  readonly unsupported: readonly string[];
}
