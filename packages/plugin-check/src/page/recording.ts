import type {Callers} from './callers.js';
import type {Displays} from './displays.js';
import type {ResourceLog} from './resource-log.js';

/** What the recorders of a page share. */
export interface Recording {
  /** Tells who calls. */
  readonly callers: Callers;
  /** Tells which display is open. */
  readonly displays: Displays;
  /** Keeps what was taken. */
  readonly log: ResourceLog;
}
