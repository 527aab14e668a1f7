import type {Disposer} from '@ls-annotation/core';
import type {
  AnnotationScope,
  FrontendEventSource,
  LabelingSession,
  LSI,
} from '@ls-annotation/lsi';

import type {PluginPlace} from '../errors.js';
import type {PluginContext, PluginOperators} from '../plugin-context.js';

import type {PluginEnvironment} from './plugin-environment.js';

/** What {@link PluginDisplay} is made of. */
export interface PluginDisplayOptions {
  /** Id of the plugin. */
  readonly pluginId: string;
  /** Session of the host. */
  readonly session: LabelingSession;
  /** The display. */
  readonly scope: AnnotationScope;
  /** `DM` as the plugin is to see it. */
  readonly dm: unknown;
  /** What the page gives. */
  readonly environment: PluginEnvironment;
  /** Hears of what fails beside the plugin's run. */
  readonly report: (place: PluginPlace, error: unknown) => void;
}

/** One plugin during one display of an annotation. */
export class PluginDisplay {
  readonly #options: PluginDisplayOptions;
  readonly #lsi: LSI;

  constructor(options: PluginDisplayOptions) {
    this.#options = options;
    this.#lsi = options.scope.createLsi(options.pluginId);
  }

  /** Value of the parameter `LSI`. */
  get lsi(): LSI {
    return this.#lsi;
  }

  /** Session of the host. */
  get session(): LabelingSession {
    return this.#options.session;
  }

  /** The display. */
  get scope(): AnnotationScope {
    return this.#options.scope;
  }

  /** Value of the parameter `Htx`. */
  get htx(): LabelingSession['htx'] {
    return this.#options.session.htx;
  }

  /** Value of the parameter `DM`. */
  get dm(): unknown {
    return this.#options.dm;
  }

  /**
   * Has `disposer` run, guarded, when the display closes; at once when it has
   * closed already.
   */
  addDisposer(disposer: Disposer): void {
    const {scope, report} = this.#options;
    scope.add(() => {
      try {
        disposer();
      } catch (error) {
        report('dispose', error);
      }
    });
  }

  /** Reports a failure of the plugin. */
  report(place: PluginPlace, error: unknown): void {
    this.#options.report(place, error);
  }

  /** Returns what a module plugin gets. */
  context(): PluginContext {
    const {pluginId, session, scope, environment} = this.#options;
    return {
      pluginId,
      host: environment.host,
      session,
      lsi: this.#lsi,
      htx: session.htx,
      dm: session.dm,
      scope,
      annotation: scope.annotation,
      task: session.store.state.task,
      events: this.#events(),
      signal: scope.signal,
      operators: this.#operators(),
      addDisposer: (disposer) => {
        this.addDisposer(disposer);
      },
    };
  }

  /** Events of the display, in whose errors the plugin is named. */
  #events(): FrontendEventSource {
    const {pluginId, scope} = this.#options;
    const {events} = scope;
    return {
      all$: events.all$,
      on: (name) => events.on(name),
      addHandler: (name, handler, options) =>
        events.addHandler(name, handler, {owner: pluginId, ...options}),
    };
  }

  #operators(): PluginOperators {
    const {operators} = this.#options.environment;
    return {
      register: (operator) => {
        if (!operators) throw new TypeError('This host has no operators.');
        const disposer = operators.register(operator);
        this.addDisposer(disposer);
        return disposer;
      },
    };
  }
}
