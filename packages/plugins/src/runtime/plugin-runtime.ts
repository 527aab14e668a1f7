import type {Observable, Subscription} from 'rxjs';

import type {LsError} from '@ls-annotation/core';
import type {AnnotationScope, LabelingSession} from '@ls-annotation/lsi';

import {PluginLogs} from '../console/plugin-logs.js';
import {ContributionBoard} from '../contributions/contribution-board.js';
import type {PluginError, PluginPlace} from '../errors.js';
import type {PluginContext} from '../plugin-context.js';
import type {PluginSource} from '../plugin-source.js';
import {pageOwnership} from '../reclaim/page-ownership.js';
import type {PluginReceipt} from '../reclaim/plugin-receipt.js';
import {prepareSandbox} from '../sandbox/prepare-sandbox.js';
import {SettingsBook} from '../settings/settings-book.js';

import {DisplayStates} from './display-state.js';
import {LazyPlugins} from './lazy-plugins.js';
import {prepareModule, prepareScript} from './load-page-tools.js';
import {PageResidence} from './page-residence.js';
import {PluginFaults} from './plugin-faults.js';
import type {PluginEntry} from './plugin-entry.js';
import type {SetAsidePlugin} from './plugin-health.js';
import type {PluginLog, PluginRun} from './plugin-report.js';
import {PluginRoster} from './plugin-roster.js';
import {PluginRuns} from './plugin-runs.js';
import {PluginStarter} from './plugin-starter.js';
import {PluginTenancies} from './plugin-tenancies.js';
import type {PluginRuntimeOptions} from './runtime-options.js';
import {RuntimeOptions} from './runtime-options.js';
import {swapPlugins} from './swap-plugins.js';

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
 * the others go on. A plugin that fails three times without a success between,
 * or one part of which fails on three displays in a row, is set aside until {@link PluginRuntime.restore}.
 */
export class PluginRuntime {
  /** What plugins have added to the chrome of the host. */
  readonly contributions = new ContributionBoard();
  /** Settings of the plugins that have some. */
  readonly settings = new SettingsBook();
  readonly #session: LabelingSession;
  readonly #options: RuntimeOptions;
  readonly #displays = new DisplayStates();
  readonly #roster: PluginRoster;
  readonly #faults: PluginFaults;
  readonly #tenancies: PluginTenancies;
  readonly #logs: PluginLogs;
  readonly #residence: PageResidence;
  readonly #starter: PluginStarter;
  readonly #runs: PluginRuns;
  readonly #lazy: LazyPlugins;
  readonly #subscriptions: readonly Subscription[];

  constructor(session: LabelingSession, options: PluginRuntimeOptions = {}) {
    const {contributions, settings} = this;
    const displays = this.#displays;
    this.#session = session;
    this.#options = new RuntimeOptions(options);
    this.#roster = new PluginRoster(session, {
      script: prepareScript,
      module: prepareModule,
      sandbox: prepareSandbox,
      ...options.runners,
    });
    const faults = new PluginFaults(this.#roster);
    const tenancies = new PluginTenancies(pageOwnership(), faults);
    const residence = new PageResidence(session, tenancies.ownership, (node) =>
      this.#options.environment.isInView(node),
    );
    this.#logs = new PluginLogs((listener) => tenancies.watchConsole(listener));
    const starter = new PluginStarter({
      session,
      options: this.#options,
      tenancies,
      residence,
      displays,
      contributions,
      settings,
      logs: this.#logs,
    });
    const runs = new PluginRuns({
      options: this.#options,
      faults,
      tenancies,
      starter,
      displays,
      settings,
    });
    this.#lazy = new LazyPlugins({
      session,
      roster: this.#roster,
      runs,
      faults,
      displays,
      contributions,
    });
    this.#faults = faults;
    this.#tenancies = tenancies;
    this.#residence = residence;
    this.#starter = starter;
    this.#runs = runs;
    this.#subscriptions = [
      session.errors$.subscribe((error) => {
        faults.reportFor(error);
      }),
      session.annotation$.subscribe((scope) => {
        if (!scope) residence.leave();
      }),
      faults.putAside$.subscribe((entry) => {
        const {scope} = session;
        if (scope) displays.of(scope).end(entry);
        tenancies.end(entry);
      }),
    ];
  }

  /** Emits every failure of a plugin. Never errors. */
  get errors$(): Observable<PluginError> {
    return this.#faults.errors$;
  }

  /**
   * What {@link PluginRuntime.errors$} has emitted, the oldest first: the last
   * hundred, for tools that come later.
   */
  get failures(): readonly PluginError[] {
    return this.#faults.failures;
  }

  /**
   * Emits a receipt for every plugin when its display has closed, and again
   * when code that went on after the close was refused something.
   */
  get receipts$(): Observable<PluginReceipt> {
    return this.#tenancies.receipts$;
  }

  /** Emits how long each start of a plugin took, when it has settled. */
  get runs$(): Observable<PluginRun> {
    return this.#runs.runs$;
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
    return this.#faults.setAside$;
  }

  /** Plugins that are set aside. */
  get setAside(): readonly SetAsidePlugin[] {
    return this.#faults.setAside;
  }

  /** Ids of the plugins, in order. */
  get pluginIds(): readonly string[] {
    return this.#roster.ids;
  }

  /** What they are run from, with the names they are known by, in order. */
  get sources(): readonly PluginSource[] {
    return this.#roster.entries.map(({source}) => source);
  }

  /** Replaces what was said in the constructor, for the next displays. */
  configure(options: PluginRuntimeOptions): void {
    this.#options.change(options);
  }

  /**
   * Says which plugins run from the next display on. Those that were there
   * before are not loaded again.
   *
   * @returns Whether anything is different.
   */
  setSources(sources: readonly PluginSource[]): boolean {
    const isChanged = this.#roster.set(sources);
    this.settings.retain(this.pluginIds);
    this.#faults.tellSetAside();
    return isChanged;
  }

  /**
   * Starts every plugin for a display, but for those that are set aside, are
   * for other configs, or wait for something to happen.
   *
   * @returns A promise that settles when each has settled, failed, or
   * outstayed the deadline, or when the display closed. It never rejects.
   */
  async run(scope: AnnotationScope): Promise<void> {
    this.#displays.of(scope).hasRun = true;
    this.#lazy.watch(scope);
    await this.#runs.start(this.#roster.atOnce, scope);
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
    await this.#swap(scope);
  }

  /**
   * Brings a plugin back that was set aside, and starts it on the open
   * display, with those that use its services.
   *
   * @returns Settles like {@link PluginRuntime.run}.
   */
  async restore(pluginId: string): Promise<void> {
    const entry = this.#roster.find(pluginId);
    if (!entry?.health.setAside) return;
    entry.health.restore();
    this.#faults.tellSetAside();
    const {scope} = this.#session;
    if (scope) await this.#swap(scope, entry);
  }

  /**
   * Returns what a module plugin would get for a display: for elements that
   * are plugins themselves. What they take from the page is theirs.
   */
  contextFor(scope: AnnotationScope, pluginId: string): PluginContext {
    return this.#starter.contextFor(scope, pluginId);
  }

  /** Reports a failure that someone else noticed. */
  report(pluginId: string, place: PluginPlace, cause: unknown): void {
    this.#faults.report(pluginId, place, cause);
  }

  /**
   * Returns whether an error of the session is that of a plugin, which is
   * reported on {@link PluginRuntime.errors$} as well.
   */
  isPluginFailure(error: LsError): boolean {
    return this.#faults.culprits(error).length > 0;
  }

  /** Completes the streams. Displays end with their scopes. */
  close(): void {
    for (const subscription of this.#subscriptions) subscription.unsubscribe();
    const {scope} = this.#session;
    if (scope) this.#displays.of(scope).endAll();
    this.#tenancies.endAll();
    this.#residence.close();
    this.#roster.set([]);
    this.contributions.close();
    this.settings.close();
    this.#faults.close();
    this.#tenancies.close();
    this.#runs.close();
    this.#logs.close();
  }

  async #swap(
    scope: AnnotationScope,
    back: PluginEntry | null = null,
  ): Promise<void> {
    const state = this.#displays.of(scope);
    if (!state.hasRun) return;
    const parts = {
      roster: this.#roster,
      runs: this.#runs,
      lazy: this.#lazy,
      tenancies: this.#tenancies,
      deadlineMs: this.#options.deadlineMs,
    };
    await swapPlugins(scope, state, parts, back);
  }
}
