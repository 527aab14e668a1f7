import type {LogLevel} from '../console/log-level.js';
import type {SourcePosition} from '../errors.js';
import type {PluginSource} from '../plugin-source.js';

/** Something that a plugin wrote to the console while it ran. */
export interface PluginLog {
  /** Id of the plugin. */
  readonly pluginId: string;
  /** Method of the console that it called. */
  readonly level: LogLevel;
  /** What it handed over, as it is; likenesses, out of a sandbox. */
  readonly args: readonly unknown[];
  /** Where in its source, or `null` when that is not known. */
  readonly position: SourcePosition | null;
  /** The source that ran. */
  readonly source: PluginSource;
}

/** How long one plugin took to start on one display. */
export interface PluginRun {
  /** Id of the plugin. */
  readonly pluginId: string;
  /** Internal id of the annotation on display. */
  readonly annotationId: string;
  /** How long it kept the page busy before it gave way, milliseconds. */
  readonly busyMs: number;
  /** How long it took until it had settled, milliseconds. */
  readonly settledMs: number;
}
