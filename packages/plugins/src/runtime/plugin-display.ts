import {fromEvent, of, takeUntil} from 'rxjs';
import type {Observable} from 'rxjs';

import type {Disposer} from '@ls-annotation/core';
import type {
  AnnotationScope,
  FrontendEventSource,
  LabelingSession,
  LSI,
} from '@ls-annotation/lsi';

import {PluginLogs} from '../console/plugin-logs.js';
import {ContributionBoard} from '../contributions/contribution-board.js';
import type {Contribute} from '../contributions/contribution.js';
import {createContribute} from '../contributions/contributor.js';
import type {PluginPlace} from '../errors.js';
import {PluginTimeoutError} from '../errors.js';
import type {PluginContext, PluginOperators} from '../plugin-context.js';
import type {PluginDefinition} from '../plugin-definition.js';
import type {SettingValues} from '../plugin-setting.js';
import {createScriptScope} from '../reclaim/script-scope.js';
import {isThenable} from '../reclaim/tenancy.js';
import type {Tenancy} from '../reclaim/tenancy.js';
import {createServices} from '../services/plugin-services.js';
import {ServiceBoard} from '../services/service-board.js';
import type {PluginSettings} from '../settings/plugin-settings.js';

import {callHandler} from './call-handler.js';
import {waitWithDeadline} from './deadline.js';
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
  /**
   * What the plugin holds of the page for as long as the display lasts; left
   * out where the page goes with the plugin.
   */
  readonly tenancy?: Tenancy;
  /** What plugins have added to the chrome; left out, nothing shows. */
  readonly contributions?: ContributionBoard;
  /** Services of the display; left out, there are none. */
  readonly services?: ServiceBoard;
  /** What a person has set, or `null`. */
  readonly settings?: PluginSettings | null;
  /** Takes what the plugin logs elsewhere than on this page. */
  readonly logs?: PluginLogs;
  /** How long a disposer may take, milliseconds. */
  readonly deadlineMs?: number;
}

/** How long a disposer may take, milliseconds. */
const DISPOSER_DEADLINE_MS = 5000;

const NO_VALUES: SettingValues = Object.freeze({});

/** Nobody ever listens. */
const UNHEARD = new PluginLogs(() => () => undefined);

const NEVER = new Promise<void>(() => undefined);

/** One plugin during one display of an annotation. */
export class PluginDisplay {
  readonly #options: PluginDisplayOptions;
  readonly #lsi: LSI;
  readonly #events: FrontendEventSource;

  constructor(options: PluginDisplayOptions) {
    this.#options = options;
    this.#events = this.#createEvents();
    this.#lsi = this.#createLsi();
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

  /** Takes what the plugin logs elsewhere than on this page. */
  get logs(): PluginLogs {
    return this.#options.logs ?? UNHEARD;
  }

  /** Object through which a script reads identifiers of the page. */
  get scriptScope(): object | undefined {
    const {tenancy} = this.#options;
    return tenancy && createScriptScope(tenancy, tenancy.ownership);
  }

  /**
   * Has `disposer` run, guarded, when the display closes; at once when it has
   * closed already. One that returns a promise is given a deadline.
   */
  addDisposer(disposer: () => unknown): void {
    const {tenancy, scope} = this.#options;
    const dispose = (): void => {
      this.#dispose(disposer);
    };
    if (tenancy) tenancy.addDisposer(dispose);
    else scope.add(dispose);
  }

  /** Notes that the plugin did well. */
  succeed(place: PluginPlace): void {
    this.#options.tenancy?.succeed(place);
  }

  /** Reports a failure of the plugin. */
  report(place: PluginPlace, error: unknown): void {
    this.#options.report(place, error);
  }

  /** Returns what a module plugin gets. */
  context(definition: Partial<PluginDefinition> = {}): PluginContext {
    const {pluginId, session, scope, environment, tenancy} = this.#options;
    const {settings, services = new ServiceBoard()} = this.#options;
    const addDisposer = (disposer: Disposer): void => {
      this.addDisposer(disposer);
    };
    const user = {...definition, id: pluginId};
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
      events: this.#events,
      signal: tenancy?.signal ?? scope.signal,
      operators: this.#operators(),
      contribute: this.#contribute(),
      services: createServices(user, services, addDisposer),
      settings: settings ? liveValues(settings) : NO_VALUES,
      settings$: this.#settings$(),
      addDisposer,
    };
  }

  #contribute(): Contribute {
    const {pluginId, tenancy, scope, report} = this.#options;
    const {contributions = new ContributionBoard()} = this.#options;
    return createContribute({
      board: contributions,
      pluginId,
      isClosed: () => tenancy?.isClosed ?? scope.isClosed,
      addDisposer: (disposer) => {
        if (tenancy) tenancy.addDisposer(disposer);
        else scope.add(disposer);
      },
      call: <R>(part: string, code: () => R): R | undefined => {
        if (tenancy) return tenancy.callPart(part, code);
        try {
          return code();
        } catch (error) {
          report('contribution', error);
          return undefined;
        }
      },
      report: (error) => {
        report('contribution', error);
      },
    });
  }

  #settings$(): Observable<SettingValues> {
    const {settings, tenancy, scope} = this.#options;
    const values$ = settings ? settings.values$ : of(NO_VALUES);
    const end$ = tenancy ? fromEvent(tenancy.signal, 'abort') : scope.closed$;
    return values$.pipe(takeUntil<SettingValues>(end$));
  }

  #dispose(disposer: () => unknown): void {
    const {tenancy, report} = this.#options;
    try {
      const answer = tenancy ? tenancy.enter(disposer) : disposer();
      if (isThenable(answer)) this.#await(Promise.resolve(answer));
    } catch (error) {
      report('dispose', error);
    }
  }

  #await(work: Promise<unknown>): void {
    const {report, tenancy, deadlineMs = DISPOSER_DEADLINE_MS} = this.#options;
    work.catch((error: unknown) => {
      report('dispose', error);
    });
    void waitWithDeadline(work, deadlineMs, NEVER).then((outcome) => {
      // What it waits for may be what is kept from a run that has ended.
      if (outcome !== 'late' || tenancy?.hasWithheld) return;
      report('dispose', new PluginTimeoutError(deadlineMs));
    });
  }

  /** Code that waits for a script does not go on when the run has ended. */
  #createLsi(): LSI {
    const {pluginId, session, scope, tenancy} = this.#options;
    const events = this.#events;
    if (!tenancy) return scope.createLsi(pluginId, {events});
    const load = (url: string, integrity?: string): Promise<unknown> =>
      tenancy.whileOpen('task', 'LSI.import()', () =>
        session.scripts.load(url, integrity),
      );
    return scope.createLsi(pluginId, {events, scripts: {load}});
  }

  /** Events of the display, in whose errors the plugin is named. */
  #createEvents(): FrontendEventSource {
    const {pluginId, scope, tenancy} = this.#options;
    const {events} = scope;
    return {
      all$: events.all$,
      on: (name) => events.on(name),
      addHandler: (name, handler, options) => {
        const named = {owner: pluginId, ...options};
        if (!tenancy) return events.addHandler(name, handler, named);
        if (tenancy.isClosed) {
          tenancy.refuse('handler', `"${name}" of LSI`);
          return () => undefined;
        }
        const dispose = events.addHandler(name, handler, {
          ...named,
          call: (code, args) => callHandler(tenancy, code, args),
        });
        tenancy.addDisposer(dispose);
        return dispose;
      },
    };
  }

  #operators(): PluginOperators {
    const {operators} = this.#options.environment;
    return {
      register: (operator) => {
        if (!operators) throw new TypeError('This host has no operators.');
        const disposer: Disposer = operators.register(operator);
        this.addDisposer(disposer);
        return disposer;
      },
    };
  }
}

/** Plugins take the values out of their context before they change. */
function liveValues(settings: PluginSettings): SettingValues {
  const values = {};
  for (const {name} of settings.settings) {
    Object.defineProperty(values, name, {
      get: () => settings.values[name],
      enumerable: true,
    });
  }
  return Object.freeze(values);
}
