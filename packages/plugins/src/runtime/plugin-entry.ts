import {PluginFetchError, PluginSourceError} from '../errors.js';
import type {PluginSource} from '../plugin-source.js';

import {loadPageTools} from './load-page-tools.js';
import type {PluginEnvironment} from './plugin-environment.js';
import {PluginHealth} from './plugin-health.js';
import type {
  NamedSource,
  PluginRunner,
  PreparedPlugin,
} from './plugin-runner.js';

/** Ways to run plugins, by name: a kind, or `sandbox`. */
export type PluginRunners = Readonly<Record<string, PluginRunner | undefined>>;

/** One plugin of a host: a source that is prepared once and kept. */
export class PluginEntry {
  readonly #runners: PluginRunners;
  #preparing: Promise<PreparedPlugin> | null = null;
  #prepared: PreparedPlugin | null = null;
  #hasNotArrived = false;

  /** The source under its final name. */
  readonly source: NamedSource;
  /** Has it wait no more for something to happen. */
  stopWaiting: () => void = () => undefined;
  /** How it has been doing. */
  readonly health = new PluginHealth();

  constructor(source: NamedSource, runners: PluginRunners) {
    this.source = source;
    this.#runners = runners;
  }

  /** Id of the plugin. */
  get id(): string {
    return this.source.id;
  }

  /** The plugin, as soon as it can be started; `null` before. */
  get prepared(): PreparedPlugin | null {
    return this.#prepared;
  }

  /**
   * Loads the plugin, once; a failure stays, see {@link retry}.
   */
  prepare(environment: PluginEnvironment): Promise<PreparedPlugin> {
    this.#preparing ??= this.#prepare(environment);
    return this.#preparing;
  }

  /** Has the next {@link prepare} ask again for what did not arrive. */
  retry(): void {
    if (this.#hasNotArrived) this.#preparing = null;
    this.#hasNotArrived = false;
  }

  async #prepare(environment: PluginEnvironment): Promise<PreparedPlugin> {
    try {
      const runner = runnerOf(this.source, this.#runners);
      const [prepared] = await Promise.all([
        runner(this.source, environment),
        this.source.sandbox ? undefined : loadPageTools(),
      ]);
      this.#prepared = prepared;
      return prepared;
    } catch (error) {
      this.#hasNotArrived = error instanceof PluginFetchError;
      throw error;
    }
  }
}

function runnerOf(source: PluginSource, runners: PluginRunners): PluginRunner {
  const given = [source.src, source.code, source.definition];
  if (given.filter((value) => value !== undefined).length !== 1) {
    throw new PluginSourceError(
      'A plugin source needs exactly one of `src`, `code` and `definition`.',
    );
  }
  const kind = source.type ?? (source.definition ? 'module' : 'script');
  const runner = runners[source.sandbox ? 'sandbox' : kind];
  if (runner) return runner;
  throw new PluginSourceError(
    source.sandbox
      ? 'It asks for a sandbox, and this runtime has no runner for one. It ' +
          "was not run with the page's rights instead."
      : `"${kind}" is no kind of plugin. Use "script" or "module".`,
  );
}
