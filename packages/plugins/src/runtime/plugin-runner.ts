import type {SourcePosition} from '../errors.js';
import type {PluginDefinition} from '../plugin-definition.js';
import type {PluginSource} from '../plugin-source.js';
import type {GlobalsWatch} from '../reclaim/globals-watch.js';

import type {PluginDisplay} from './plugin-display.js';
import type {PluginEnvironment} from './plugin-environment.js';

/** A plugin that is loaded and can be started again and again. */
export interface PreparedPlugin {
  /** Starts it for one display; what it returns is awaited. */
  start(display: PluginDisplay): unknown;

  /**
   * Lets go of what it keeps from one display to the next: no other is to be
   * expected. It may be started all the same.
   */
  retire?(): void;

  /** Returns where in the plugin's source an error arose, if it shows. */
  locate(error: unknown): SourcePosition | null;

  /** Name of the source in stacks, or `''`. */
  readonly sourceUrl?: string;
  /** Which globals the source may set; unknown when left out. */
  readonly globals?: GlobalsWatch;
  /** True when its code may go on after an `await`. */
  readonly goesOn?: boolean;
  /** What a module plugin has said of itself. */
  readonly definition?: PluginDefinition;
}

/** A source that has its final name. */
export interface NamedSource extends PluginSource {
  /** Name in errors, receipts and logs. */
  readonly id: string;
}

/**
 * Turns a source into something that can be started. Throws or rejects with
 * a typed error when it cannot.
 */
export type PluginRunner = (
  source: NamedSource,
  environment: PluginEnvironment,
) => Promise<PreparedPlugin>;
