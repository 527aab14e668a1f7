import type {GlobalsOwner} from '../globals/host-globals.js';

import type {PluginRunners} from './plugin-entry.js';
import type {PluginEnvironment} from './plugin-environment.js';
import {DEFAULT_ENVIRONMENT} from './plugin-environment.js';

/** How long a display waits for a plugin, milliseconds. */
export const PLUGIN_DEADLINE_MS = 5000;

/** What a page may say about its plugins. */
export interface PluginRuntimeOptions extends Partial<PluginEnvironment> {
  /**
   * How long `PluginRuntime.run` waits for one plugin, and a disposer may
   * take, milliseconds.
   * @defaultValue {@link PLUGIN_DEADLINE_MS}
   */
  readonly deadlineMs?: number;
  /** Further ways to run plugins, or other ones, by kind. */
  readonly runners?: PluginRunners;
  /** Owner of `window.LSI` and the like, or `null` to leave them alone. */
  readonly globals?: GlobalsOwner | null;
}

/** What a page has said about its plugins so far. */
export class RuntimeOptions {
  #options: PluginRuntimeOptions;
  #environment: PluginEnvironment;

  constructor(options: PluginRuntimeOptions) {
    this.#options = options;
    this.#environment = {...DEFAULT_ENVIRONMENT, ...options};
  }

  /** What the page lets its plugins have. */
  get environment(): PluginEnvironment {
    return this.#environment;
  }

  /** How long to wait for one plugin, milliseconds. */
  get deadlineMs(): number {
    return this.#options.deadlineMs ?? PLUGIN_DEADLINE_MS;
  }

  /** Owner of the host's globals, or `null` to leave them alone. */
  get globals(): GlobalsOwner | null {
    return this.#options.globals ?? null;
  }

  /** Replaces some of it. */
  change(options: PluginRuntimeOptions): void {
    this.#options = {...this.#options, ...options};
    this.#environment = {...DEFAULT_ENVIRONMENT, ...this.#options};
  }
}
