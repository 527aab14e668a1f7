import {BehaviorSubject, Subject} from 'rxjs';
import type {Observable, Subscription} from 'rxjs';

import type {Disposer, LsError} from '@ls-annotation/core';
import type {
  AnnotationScope,
  HandlerAdoption,
  LabelingSession,
} from '@ls-annotation/lsi';
import {HandlerDeadlineError, HandlerError} from '@ls-annotation/lsi';

import {PluginLogs} from '../console/plugin-logs.js';
import {watchConsole} from '../console/watch-console.js';
import {ContributionBoard} from '../contributions/contribution-board.js';
import type {PluginPlace} from '../errors.js';
import {PluginError, PluginSyntaxError, PluginTimeoutError} from '../errors.js';
import type {GlobalsOwner} from '../globals/host-globals.js';
import {hostGlobals} from '../globals/host-globals.js';
import {startsAtOnce} from '../lazy/activation.js';
import {holdsFor} from '../lazy/plugin-condition.js';
import {watchTriggers} from '../lazy/watch-triggers.js';
import {prepareModule} from '../module/module-runner.js';
import type {PluginContext} from '../plugin-context.js';
import type {PluginSource} from '../plugin-source.js';
import {sourceId, sourceKey} from '../plugin-source.js';
import {prepareSandbox} from '../sandbox/prepare-sandbox.js';
import {UNKNOWN_GLOBALS} from '../reclaim/globals-watch.js';
import {pageOwnership} from '../reclaim/page-ownership.js';
import type {PluginReceipt} from '../reclaim/plugin-receipt.js';
import {holdStreams} from '../reclaim/stream-ownership.js';
import {Tenancy} from '../reclaim/tenancy.js';
import {ServiceMissingError} from '../services/service-errors.js';
import {ServicePlan} from '../services/service-plan.js';
import {SettingsBook} from '../settings/settings-book.js';
import {prepareScript} from '../script/script-runner.js';

import {watchBackgroundErrors} from './background-errors.js';
import {waitWithDeadline} from './deadline.js';
import {DisplayState} from './display-state.js';
import {callHandler, PluginDisplay} from './plugin-display.js';
import {PluginEntry} from './plugin-entry.js';
import type {PluginRunners} from './plugin-entry.js';
import type {PluginEnvironment} from './plugin-environment.js';
import {DEFAULT_ENVIRONMENT} from './plugin-environment.js';
import type {SetAsidePlugin} from './plugin-health.js';
import type {PluginLog, PluginRun} from './plugin-report.js';
import type {PreparedPlugin} from './plugin-runner.js';

/** How long a display waits for a plugin, milliseconds. */
export const PLUGIN_DEADLINE_MS = 5000;

/** How long loaded plugins wait for those before them, milliseconds. */
const LOAD_GRACE_MS = 1000;

/** What a page may say about its plugins. */
export interface PluginRuntimeOptions extends Partial<PluginEnvironment> {
  /**
   * How long {@link PluginRuntime.run} waits for one plugin, and a disposer
   * may take, milliseconds.
   * @defaultValue {@link PLUGIN_DEADLINE_MS}
   */
  readonly deadlineMs?: number;
  /** Further ways to run plugins, or other ones, by kind. */
  readonly runners?: PluginRunners;
  /** Owner of `window.LSI` and the like, or `null` to leave them alone. */
  readonly globals?: GlobalsOwner | null;
}

interface Run {
  readonly entry: PluginEntry;
  readonly scope: AnnotationScope;
  readonly closed: Promise<void>;
  place: PluginPlace;
}

const ownership = pageOwnership();

/**
 * Runs the plugins of one session, on every display of an annotation.
 *
 * Each plugin is loaded and compiled once and started once a display, in the
 * order of the sources; one that takes long to load starts after the others.
 * When the display closes, whatever a plugin took from the page is taken back
 * in the same task, and itemised on {@link PluginRuntime.receipts$}.
 *
 * Every failure, a hang included, is reported on
 * {@link PluginRuntime.errors$} with the plugin's name and what it was doing;
 * the others go on. A plugin that fails three times without a success between
 * is set aside until {@link PluginRuntime.restore}.
 */
export class PluginRuntime {
  /** What plugins have added to the chrome of the host. */
  readonly contributions = new ContributionBoard();
  /** Settings of the plugins that have some. */
  readonly settings = new SettingsBook();
  readonly #session: LabelingSession;
  readonly #errors = new Subject<PluginError>();
  readonly #receipts = new Subject<PluginReceipt>();
  readonly #runs = new Subject<PluginRun>();
  readonly #logs = new PluginLogs((listener) => this.#watchConsole(listener));
  readonly #setAside = new BehaviorSubject<readonly SetAsidePlugin[]>([]);
  readonly #runners: PluginRunners;
  readonly #subscriptions: readonly Subscription[];
  readonly #tenancies = new Map<Tenancy, PluginEntry>();
  readonly #sources = new Map<string, Disposer>();
  readonly #displays = new WeakMap<AnnotationScope, DisplayState>();
  #options: PluginRuntimeOptions;
  #entries = new Map<string, PluginEntry>();
  #letGo: Disposer | null = null;

  constructor(session: LabelingSession, options: PluginRuntimeOptions = {}) {
    this.#session = session;
    this.#options = options;
    this.#runners = {
      script: prepareScript,
      module: prepareModule,
      sandbox: prepareSandbox,
      ...options.runners,
    };
    this.#subscriptions = [
      session.errors$.subscribe((error) => {
        this.#onSessionError(error);
      }),
      session.annotation$.subscribe((scope) => {
        if (!scope) this.#leavePage();
      }),
    ];
  }

  /** Emits every failure of a plugin. Never errors. */
  get errors$(): Observable<PluginError> {
    return this.#errors;
  }

  /**
   * Emits a receipt for every plugin when its display has closed, and again
   * when code that went on after the close was refused something.
   */
  get receipts$(): Observable<PluginReceipt> {
    return this.#receipts;
  }

  /** Emits how long each start of a plugin took, when it has settled. */
  get runs$(): Observable<PluginRun> {
    return this.#runs;
  }

  /**
   * Emits what plugins of open displays write to the console, sandboxed ones
   * too. It is watched for as long as somebody has subscribed.
   */
  get logs$(): Observable<PluginLog> {
    return this.#logs.logs$;
  }

  /** Plugins that are set aside; the present ones first. */
  get setAside$(): Observable<readonly SetAsidePlugin[]> {
    return this.#setAside;
  }

  /** Plugins that are set aside. */
  get setAside(): readonly SetAsidePlugin[] {
    return this.#setAside.value;
  }

  /** Ids of the plugins, in order. */
  get pluginIds(): readonly string[] {
    return [...this.#entries.values()].map(({id}) => id);
  }

  /** Replaces what was said in the constructor, for the next displays. */
  configure(options: PluginRuntimeOptions): void {
    this.#options = {...this.#options, ...options};
  }

  /**
   * Says which plugins run from the next display on, and starts to load them.
   * Those that were there before are not loaded again.
   *
   * @returns Whether anything is different.
   */
  setSources(sources: readonly PluginSource[]): boolean {
    const entries = new Map<string, PluginEntry>();
    sources.forEach((source, index) => {
      const key = sourceKey(source);
      if (entries.has(key)) return;
      const named = {...source, id: sourceId(source, index)};
      const known = this.#entries.get(key);
      entries.set(key, known ?? new PluginEntry(named, this.#runners));
    });
    const before = [...this.#entries.keys()].join('\n');
    this.#entries = entries;
    this.settings.retain(this.pluginIds);
    this.#tellSetAside();
    return before !== [...entries.keys()].join('\n');
  }

  /**
   * Starts every plugin for a display, but for those that are set aside, are
   * for other configs, or wait for something to happen.
   *
   * @returns A promise that settles when each has settled, failed, or
   * outstayed the deadline, or when the display closed. It never rejects.
   */
  async run(scope: AnnotationScope): Promise<void> {
    this.#stateOf(scope).hasRun = true;
    this.#watch(scope);
    await this.#runAll(this.#atOnce(), scope);
  }

  /**
   * Ends the plugins on a display that are no longer among the sources and
   * starts those that are new, with those whose services come or go. The new
   * ones are loaded before the old ones end, and these take with them what
   * they have put in the labeling interface.
   *
   * @returns Settles like {@link PluginRuntime.run}.
   */
  async swap(scope: AnnotationScope): Promise<void> {
    const state = this.#stateOf(scope);
    if (!state.hasRun) return;
    const environment = this.#environment();
    const closed = closing(scope);
    const loading = this.#difference(scope).fresh.map((entry) =>
      entry.prepare(environment),
    );
    const loaded = Promise.allSettled(loading);
    await waitWithDeadline(loaded, this.#deadlineMs, closed);
    if (scope.isClosed) return;
    const {gone, fresh} = this.#difference(scope);
    const before = new ServicePlan(users([...state.begun]));
    const after = new ServicePlan(users([...state.begun, ...fresh]));
    const affected = [
      ...gone.flatMap(({id}) => before.dependants(id)),
      ...fresh.flatMap(({id}) => after.dependants(id)),
    ];
    const again = this.#atOnce().filter(
      (entry) => state.begun.has(entry) && affected.includes(entry.id),
    );
    for (const entry of [...gone, ...again]) this.#end(entry, state);
    this.#watch(scope);
    await this.#runAll([...fresh, ...again], scope);
  }

  /**
   * Brings a plugin back that was set aside, and starts it on the open
   * display.
   *
   * @returns Settles like {@link PluginRuntime.run}.
   */
  async restore(pluginId: string): Promise<void> {
    const entry = this.#entry(pluginId);
    if (!entry?.health.setAside) return;
    entry.health.restore();
    this.#tellSetAside();
    const {scope} = this.#session;
    if (scope) await this.#runAll([entry], scope);
  }

  /**
   * Returns what a module plugin would get for a display: for elements that
   * are plugins themselves. What they take from the page is theirs.
   */
  contextFor(scope: AnnotationScope, pluginId: string): PluginContext {
    const tenancy = new Tenancy({
      ...this.#tenancyParts(pluginId, scope),
      keep: true,
      sourceUrl: '',
      globals: UNKNOWN_GLOBALS,
      locate: () => null,
      onSuccess: () => undefined,
      onReceipt: () => undefined,
    });
    scope.add(() => {
      tenancy.close();
    });
    return this.#displayOf(pluginId, scope, tenancy).context();
  }

  /** Reports a failure that someone else noticed. */
  report(pluginId: string, place: PluginPlace, cause: unknown): void {
    const entry = this.#entry(pluginId);
    const position = entry?.prepared?.locate(cause) ?? null;
    const error = new PluginError(pluginId, place, {cause, position});
    const isTooMuch = entry?.health.fail(error) === true;
    this.#errors.next(error);
    if (isTooMuch) this.#putAside(entry);
  }

  /** Completes the streams. Displays end with their scopes. */
  close(): void {
    for (const subscription of this.#subscriptions) subscription.unsubscribe();
    for (const tenancy of [...this.#tenancies.keys()]) tenancy.close();
    this.#leavePage();
    for (const dispose of this.#sources.values()) dispose();
    this.#session.events.adopt = null;
    this.#session.mayShowModal = null;
    this.#entries.clear();
    this.contributions.close();
    this.settings.close();
    this.#errors.complete();
    this.#receipts.complete();
    this.#runs.complete();
    this.#logs.close();
    this.#setAside.complete();
  }

  /**
   * Returns whether an error of the session is that of a plugin, which is
   * reported on {@link PluginRuntime.errors$} as well.
   */
  isPluginFailure(error: LsError): boolean {
    return this.#culprits(error).length > 0;
  }

  async #runAll(
    entries: readonly PluginEntry[],
    scope: AnnotationScope,
  ): Promise<void> {
    const closed = closing(scope);
    const state = this.#stateOf(scope);
    for (const entry of entries) {
      entry.retry();
      state.begun.add(entry);
      state.services.begin(entry.id);
    }
    if (entries.length > 0) this.#watchBackground(scope);
    if (entries.some(({prepared}) => !prepared)) {
      await this.#load(entries, closed);
    }
    const runs = ownership.outside(() =>
      entries.map((entry) =>
        this.#runGuarded({entry, scope, closed, place: 'load'}),
      ),
    );
    await Promise.all(runs);
  }

  /** Gives all of them the chance to start in order. */
  async #load(
    entries: readonly PluginEntry[],
    closed: Promise<void>,
  ): Promise<void> {
    const environment = this.#environment();
    const loading = entries.map((entry) => entry.prepare(environment));
    await waitWithDeadline(Promise.allSettled(loading), LOAD_GRACE_MS, closed);
  }

  async #runGuarded(run: Run): Promise<void> {
    const {entry, closed, scope} = run;
    const deadlineMs = this.#deadlineMs;
    const work = this.#runOne(run).then(
      () => {
        entry.health.succeed();
      },
      (cause: unknown) => {
        const isOver = scope.isClosed && run.place !== 'load';
        if (isOver) return;
        const place =
          cause instanceof PluginSyntaxError ? 'compile' : run.place;
        this.report(entry.id, place, cause);
      },
    );
    void work.then(() => {
      this.#stateOf(scope).services.end(entry.id);
    });
    const outcome = await waitWithDeadline(work, deadlineMs, closed);
    if (outcome !== 'late') return;
    this.report(entry.id, run.place, new PluginTimeoutError(deadlineMs));
  }

  /** Starts at once, without giving way, when the plugin is loaded. */
  async #runOne(run: Run): Promise<void> {
    const {entry, scope} = run;
    const plugin = entry.prepared ?? (await entry.prepare(this.#environment()));
    if (plugin.definition) {
      this.settings.open(entry.id, plugin.definition, this.#environment());
    }
    run.place = 'start';
    if (this.#mustWait(plugin, scope)) await this.#awaitServices(run);
    const {begun} = this.#stateOf(scope);
    const isWanted = begun.has(entry) && !entry.health.setAside;
    if (scope.isClosed || !isWanted) return;
    run.place = entry.source.type === 'module' ? 'activate' : 'run';
    const startedMs = performance.now();
    const started = this.#start(plugin, entry, scope);
    const busyMs = performance.now() - startedMs;
    await started;
    this.#runs.next({
      pluginId: entry.id,
      annotationId: scope.annotationId,
      busyMs,
      settledMs: performance.now() - startedMs,
    });
  }

  #mustWait({definition}: PreparedPlugin, scope: AnnotationScope): boolean {
    const {requires = [], optional = []} = definition ?? {};
    const {services} = this.#stateOf(scope);
    return [...requires, ...optional].some((token) => !services.has(token));
  }

  /** Waits until the plugins have started whose services one needs. */
  async #awaitServices({entry, scope}: Run): Promise<void> {
    const environment = this.#environment();
    const {services, begun} = this.#stateOf(scope);
    const others = [...begun].map((other) => other.prepare(environment));
    await Promise.allSettled(others);
    const plan = new ServicePlan(users([...begun]));
    const fault = plan.fault(entry.id);
    if (fault) throw fault;
    for (const {token, providerId} of plan.awaited(entry.id)) {
      await services.wait(token, providerId);
    }
    const {requires = []} = entry.prepared?.definition ?? {};
    const missing = requires.find((token) => !services.has(token));
    if (missing && !scope.isClosed) {
      throw new ServiceMissingError(
        [entry.id, missing.name],
        'The plugin that should has failed to; see its own error.',
      );
    }
  }

  /** Those that start with a display. */
  #atOnce(): readonly PluginEntry[] {
    return this.#present().filter(({source}) => startsAtOnce(source));
  }

  #present(): readonly PluginEntry[] {
    const {config} = this.#session;
    return [...this.#entries.values()].filter(
      ({health, source}) =>
        !health.setAside && holdsFor(source.when ?? '', config),
    );
  }

  /** Has the plugins that wait for something start when it happens. */
  #watch(scope: AnnotationScope): void {
    const {waiting, begun} = this.#stateOf(scope);
    for (const entry of this.#present()) {
      const {source} = entry;
      const isThere = waiting.has(entry) || begun.has(entry);
      if (isThere || startsAtOnce(source)) continue;
      waiting.add(entry);
      const stop = watchTriggers({
        source,
        scope,
        session: this.#session,
        contributions: this.contributions,
        start: async () => {
          const isWanted = waiting.delete(entry) && !scope.isClosed;
          if (isWanted) await this.#runAll([entry], scope);
        },
        report: (error) => {
          this.report(entry.id, 'load', error);
        },
      });
      entry.stopWaiting = stop;
      scope.add(stop);
    }
  }

  #difference(scope: AnnotationScope) {
    const {begun, waiting} = this.#stateOf(scope);
    const present = new Set(this.#entries.values());
    const known = [...begun, ...waiting];
    return {
      gone: known.filter((entry) => !present.has(entry)),
      fresh: this.#atOnce().filter((entry) => !begun.has(entry)),
    };
  }

  /** Ends one plugin, the display going on. */
  #end(entry: PluginEntry, {begun, waiting}: DisplayState): void {
    begun.delete(entry);
    if (waiting.delete(entry)) entry.stopWaiting();
    for (const [tenancy, owner] of this.#tenancies) {
      if (owner !== entry) continue;
      this.#tenancies.delete(tenancy);
      tenancy.close(true);
    }
  }

  #stateOf(scope: AnnotationScope): DisplayState {
    let state = this.#displays.get(scope);
    if (!state) this.#displays.set(scope, (state = new DisplayState()));
    return state;
  }

  #start(
    plugin: PreparedPlugin,
    entry: PluginEntry,
    scope: AnnotationScope,
  ): Promise<void> {
    const owner = this.#options.globals ?? null;
    if (owner) hostGlobals.claim(owner);
    this.#enterPage();
    const tenancy = this.#openTenancy(plugin, entry, scope);
    const display = this.#displayOf(entry.id, scope, tenancy);
    // A sandboxed plugin takes nothing from this page; its frame is ours.
    const start = (): unknown =>
      entry.source.sandbox
        ? plugin.start(display)
        : tenancy.enter(() => plugin.start(display));
    const answer = this.#session.store.runAs('plugin', start);
    return tenancy.name(Promise.resolve(answer));
  }

  #openTenancy(
    plugin: PreparedPlugin,
    entry: PluginEntry,
    scope: AnnotationScope,
  ): Tenancy {
    const {sourceUrl = '', globals = UNKNOWN_GLOBALS, goesOn = false} = plugin;
    const tenancy = new Tenancy({
      ...this.#tenancyParts(entry.id, scope),
      sourceUrl,
      globals,
      keep: entry.source.keep ?? false,
      locate: (error) => plugin.locate(error),
      onSuccess: () => {
        entry.health.succeed();
      },
      onReceipt: (receipt) => {
        this.#receipts.next(receipt);
      },
    });
    this.#knowSource(sourceUrl, goesOn);
    ownership.know(tenancy);
    this.#tenancies.set(tenancy, entry);
    scope.add(() => {
      this.#tenancies.delete(tenancy);
      tenancy.close();
    });
    return tenancy;
  }

  #knowSource(url: string, goesOn: boolean): void {
    if (!url) return;
    const forget = this.#sources.get(url);
    this.#sources.set(url, ownership.knowSource(url, goesOn));
    forget?.();
  }

  #tenancyParts(pluginId: string, {annotationId}: AnnotationScope) {
    return {
      pluginId,
      annotationId,
      ownership,
      onFailure: (place: PluginPlace, error: unknown): void => {
        this.report(pluginId, place, error);
      },
    };
  }

  #watchConsole(listener: (log: PluginLog) => void): Disposer {
    return watchConsole(ownership, (tenancy, level, args) => {
      const entry = this.#tenancies.get(tenancy);
      if (!entry) return;
      const position = entry.prepared?.locate(new Error()) ?? null;
      listener({pluginId: entry.id, level, args, position});
    });
  }

  #displayOf(
    pluginId: string,
    scope: AnnotationScope,
    tenancy: Tenancy,
  ): PluginDisplay {
    const session = this.#session;
    const owner = this.#options.globals ?? null;
    return new PluginDisplay({
      pluginId,
      session,
      scope,
      tenancy,
      dm: owner ? hostGlobals.dataManagerOf(owner) : session.dm,
      environment: this.#environment(),
      contributions: this.contributions,
      services: this.#stateOf(scope).services,
      settings: this.settings.find(pluginId),
      logs: this.#logs,
      report: (place, error) => {
        this.report(pluginId, place, error);
      },
      deadlineMs: this.#deadlineMs,
    });
  }

  #putAside(entry: PluginEntry): void {
    this.#tellSetAside();
    for (const [tenancy, owner] of this.#tenancies) {
      if (owner === entry) tenancy.close(true);
    }
  }

  #tellSetAside(): void {
    const present = [...this.#entries.values()].flatMap(
      ({health}) => health.setAside ?? [],
    );
    const before = this.#setAside.value;
    const isSame =
      present.length === before.length &&
      present.every((one, index) => one === before[index]);
    if (!isSame) this.#setAside.next(present);
  }

  /** From the first plugin that runs on, the page knows whose is what. */
  #enterPage(): void {
    if (this.#letGo) return;
    const {events} = this.#session;
    const disposers = [
      ownership.hold((node) => this.#environment().isInView(node)),
      holdStreams(ownership),
    ];
    events.adopt = (name) => this.#adopt(name);
    this.#session.mayShowModal = ({message}) => {
      const tenancy = ownership.tenant();
      if (!tenancy?.isClosed) return true;
      tenancy.refuse('modal', `"${message}"`);
      return false;
    };
    this.#letGo = () => {
      for (const dispose of disposers) dispose();
    };
  }

  #leavePage(): void {
    this.#letGo?.();
    this.#letGo = null;
  }

  /** A plugin registers a handler, but not through its own `LSI`. */
  #adopt(name: string): HandlerAdoption | null {
    const tenancy = ownership.tenant();
    if (!tenancy) return null;
    const what = `"${name}" of the host`;
    return {
      owner: tenancy.pluginId,
      call: (handler, args) => callHandler(tenancy, handler, args),
      onAdded: (dispose) => {
        if (tenancy.mayTake('handler')) {
          tenancy.take({kind: 'handler', what, release: dispose});
          return;
        }
        dispose();
        tenancy.refuse('handler', what);
      },
    };
  }

  #onSessionError(error: LsError): void {
    const cause = error instanceof HandlerError ? error.cause : error;
    for (const id of this.#culprits(error)) this.report(id, 'handler', cause);
  }

  #culprits(error: LsError): readonly string[] {
    const owners =
      error instanceof HandlerError
        ? [error.owner]
        : error instanceof HandlerDeadlineError
          ? error.owners
          : [];
    const known = this.pluginIds;
    return owners.filter((owner) => known.includes(owner));
  }

  #watchBackground(scope: AnnotationScope): void {
    const dispose = watchBackgroundErrors((error) => {
      const tenancy = ownership.tenantOf(error);
      if (tenancy && this.#tenancies.has(tenancy)) {
        tenancy.fail('background', error);
      }
    });
    scope.add(dispose);
  }

  #entry(pluginId: string): PluginEntry | undefined {
    return [...this.#entries.values()].find(({id}) => id === pluginId);
  }

  get #deadlineMs(): number {
    return this.#options.deadlineMs ?? PLUGIN_DEADLINE_MS;
  }

  #environment(): PluginEnvironment {
    return {...DEFAULT_ENVIRONMENT, ...this.#options};
  }
}

function closing(scope: AnnotationScope): Promise<void> {
  return new Promise((resolve) => {
    scope.add(resolve);
  });
}

function users(entries: readonly PluginEntry[]) {
  return entries.map(({id, prepared}) => ({...prepared?.definition, id}));
}
