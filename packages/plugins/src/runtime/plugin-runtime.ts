import {Subject} from 'rxjs';
import type {Observable, Subscription} from 'rxjs';

import type {LsError} from '@ls-annotation/core';
import type {AnnotationScope, LabelingSession} from '@ls-annotation/lsi';
import {HandlerDeadlineError, HandlerError} from '@ls-annotation/lsi';

import type {PluginPlace} from '../errors.js';
import {PluginError, PluginSyntaxError, PluginTimeoutError} from '../errors.js';
import type {GlobalsOwner} from '../globals/host-globals.js';
import {hostGlobals} from '../globals/host-globals.js';
import {prepareModule} from '../module/module-runner.js';
import type {PluginContext} from '../plugin-context.js';
import type {PluginSource} from '../plugin-source.js';
import {sourceId, sourceKey} from '../plugin-source.js';
import {prepareSandbox} from '../sandbox/prepare-sandbox.js';
import {prepareScript} from '../script/script-runner.js';

import {watchBackgroundErrors} from './background-errors.js';
import {waitWithDeadline} from './deadline.js';
import {PluginDisplay} from './plugin-display.js';
import {PluginEntry} from './plugin-entry.js';
import type {PluginRunners} from './plugin-entry.js';
import type {PluginEnvironment} from './plugin-environment.js';
import {DEFAULT_ENVIRONMENT} from './plugin-environment.js';
import type {PreparedPlugin} from './plugin-runner.js';

/** How long a display waits for a plugin, milliseconds. */
export const PLUGIN_DEADLINE_MS = 5000;

/** How long loaded plugins wait for those before them, milliseconds. */
const LOAD_GRACE_MS = 1000;

/** What a page may say about its plugins. */
export interface PluginRuntimeOptions extends Partial<PluginEnvironment> {
  /**
   * How long {@link PluginRuntime.run} waits for one plugin, milliseconds.
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

/**
 * Runs the plugins of one session, on every display of an annotation.
 *
 * Each plugin is loaded and compiled once and started once a display, in the
 * order of the sources; one that takes long to load starts after the others. Every failure, a hang
 * included, is reported on {@link PluginRuntime.errors$} with the plugin's
 * name and what it was doing; the others go on.
 */
export class PluginRuntime {
  readonly #session: LabelingSession;
  readonly #errors = new Subject<PluginError>();
  readonly #runners: PluginRunners;
  #options: PluginRuntimeOptions;
  readonly #subscription: Subscription;
  #entries = new Map<string, PluginEntry>();

  constructor(session: LabelingSession, options: PluginRuntimeOptions = {}) {
    this.#session = session;
    this.#options = options;
    this.#runners = {
      script: prepareScript,
      module: prepareModule,
      sandbox: prepareSandbox,
      ...options.runners,
    };
    this.#subscription = session.errors$.subscribe((error) => {
      this.#onSessionError(error);
    });
  }

  /** Emits every failure of a plugin. Never errors. */
  get errors$(): Observable<PluginError> {
    return this.#errors;
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
    return before !== [...entries.keys()].join('\n');
  }

  /**
   * Starts every plugin for a display.
   *
   * @returns A promise that settles when each has settled, failed, or
   * outstayed the deadline, or when the display closed. It never rejects.
   */
  async run(scope: AnnotationScope): Promise<void> {
    const closed = new Promise<void>((resolve) => {
      scope.add(resolve);
    });
    const entries = [...this.#entries.values()];
    for (const entry of entries) entry.retry();
    if (entries.length > 0) this.#watchBackground(scope);
    if (entries.some(({prepared}) => !prepared)) {
      await this.#load(entries, closed);
    }
    const runs = entries.map((entry) =>
      this.#runGuarded({entry, scope, closed, place: 'load'}),
    );
    await Promise.all(runs);
  }

  /**
   * Returns what a module plugin would get for a display: for elements that
   * are plugins themselves.
   */
  contextFor(scope: AnnotationScope, pluginId: string): PluginContext {
    return this.#displayOf(pluginId, scope).context();
  }

  /** Reports a failure that someone else noticed. */
  report(pluginId: string, place: PluginPlace, cause: unknown): void {
    const entry = [...this.#entries.values()].find(({id}) => id === pluginId);
    const position = entry?.prepared?.locate(cause) ?? null;
    this.#errors.next(new PluginError(pluginId, place, {cause, position}));
  }

  /** Completes the stream of errors. Displays end with their scopes. */
  close(): void {
    this.#subscription.unsubscribe();
    this.#entries.clear();
    this.#errors.complete();
  }

  /** Returns whether an error of the session is told of as a plugin's. */
  isPluginFailure(error: LsError): boolean {
    return this.#culprits(error).length > 0;
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
    const {entry, closed} = run;
    const deadlineMs = this.#options.deadlineMs ?? PLUGIN_DEADLINE_MS;
    const work = this.#runOne(run).catch((cause: unknown) => {
      const place = cause instanceof PluginSyntaxError ? 'compile' : run.place;
      this.report(entry.id, place, cause);
    });
    const outcome = await waitWithDeadline(work, deadlineMs, closed);
    if (outcome !== 'late') return;
    this.report(entry.id, run.place, new PluginTimeoutError(deadlineMs));
  }

  /** Starts at once, without giving way, when the plugin is loaded. */
  async #runOne(run: Run): Promise<void> {
    const {entry, scope} = run;
    const plugin = entry.prepared ?? (await entry.prepare(this.#environment()));
    if (scope.isClosed) return;
    run.place = entry.source.type === 'module' ? 'activate' : 'run';
    await this.#start(plugin, entry.id, scope);
  }

  #start(plugin: PreparedPlugin, id: string, scope: AnnotationScope): unknown {
    const owner = this.#options.globals ?? null;
    if (owner) hostGlobals.claim(owner);
    const display = this.#displayOf(id, scope);
    return this.#session.store.runAs('plugin', () => plugin.start(display));
  }

  #displayOf(pluginId: string, scope: AnnotationScope): PluginDisplay {
    const session = this.#session;
    const owner = this.#options.globals ?? null;
    return new PluginDisplay({
      pluginId,
      session,
      scope,
      dm: owner ? hostGlobals.dataManagerOf(owner) : session.dm,
      environment: this.#environment(),
      report: (place, error) => {
        this.report(pluginId, place, error);
      },
    });
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
      for (const {id, prepared} of this.#entries.values()) {
        if (!prepared?.locate(error)) continue;
        this.report(id, 'background', error);
        return;
      }
    });
    scope.add(dispose);
  }

  #environment(): PluginEnvironment {
    return {...DEFAULT_ENVIRONMENT, ...this.#options};
  }
}
