import type {RouteAnswer} from './route-answer.js';

/** How plugins are checked. */
export interface CheckOptions {
  /**
   * Path of a scenario, or of a folder with `<plugin>.json` for each.
   * @defaultValue `steps.json` in the plugin's folder, where there is one
   */
  readonly steps?: string;
  /** Answers to requests by address; paths are relative to the process. */
  readonly routes?: Readonly<Record<string, RouteAnswer>>;
  /** Findings to accept: `events`, `members`, `scripts`, `leftovers`. */
  readonly allow?: readonly string[];
  /**
   * How often annotations are switched.
   * @defaultValue 20
   */
  readonly switches?: number;
  /**
   * How many plugins are checked at a time.
   * @defaultValue 1
   */
  readonly parallel?: number;
  /** Folder of another bundle of the host. */
  readonly host?: string;
  /** True to refuse remote addresses that no route answers. */
  readonly isOffline?: boolean;
  /**
   * How long a page may be busy with one thing, milliseconds.
   * @defaultValue 30000
   */
  readonly patienceMs?: number;
  /** True to show the browser. */
  readonly isHeaded?: boolean;
}
