import {Subject} from 'rxjs';
import type {Observable} from 'rxjs';

import {readable} from '@ls-annotation/core';
import type {AnnotationScope} from '@ls-annotation/lsi';

import type {PluginPlace} from '../errors.js';
import {
  PluginModuleError,
  PluginSyntaxError,
  PluginTimeoutError,
} from '../errors.js';
import type {SettingsBook} from '../settings/settings-book.js';

import {awaitServices, lacksServices} from './await-services.js';
import {waitWithDeadline} from './deadline.js';
import type {DisplayStates} from './display-state.js';
import type {PluginEntry} from './plugin-entry.js';
import type {PluginFaults} from './plugin-faults.js';
import type {PluginRun} from './plugin-report.js';
import type {PluginStart} from './plugin-start.js';
import type {PluginStarter} from './plugin-starter.js';
import type {PluginTenancies} from './plugin-tenancies.js';
import type {RuntimeOptions} from './runtime-options.js';

/** How long loaded plugins wait for those before them, milliseconds. */
const LOAD_GRACE_MS = 1000;

/** What {@link PluginRuns} works with. */
export interface PluginRunsOptions {
  /** What the page has said. */
  readonly options: RuntimeOptions;
  /** Takes what fails. */
  readonly faults: PluginFaults;
  /** Who runs in which display. */
  readonly tenancies: PluginTenancies;
  /** Starts one. */
  readonly starter: PluginStarter;
  /** What is known of the displays. */
  readonly displays: DisplayStates;
  /** What people have set. */
  readonly settings: SettingsBook;
}

interface Run {
  readonly entry: PluginEntry;
  readonly scope: AnnotationScope;
  readonly start: PluginStart;
  place: PluginPlace;
}

/**
 * Brings plugins to run on a display: loads them, starts them in order, those
 * that need a service after those that provide it, and waits for each up to
 * the deadline.
 */
export class PluginRuns {
  readonly #parts: PluginRunsOptions;
  readonly #runs = new Subject<PluginRun>();

  constructor(parts: PluginRunsOptions) {
    this.#parts = parts;
  }

  /** Emits how long each start of a plugin took, when it has settled. */
  get runs$(): Observable<PluginRun> {
    return this.#runs;
  }

  /**
   * Starts plugins on a display.
   *
   * @returns Settles when each has settled, failed, outstayed the deadline, or
   * ended; at the latest, when the display closes. Never rejects.
   */
  async start(
    entries: readonly PluginEntry[],
    scope: AnnotationScope,
  ): Promise<void> {
    const {displays, tenancies} = this.#parts;
    const state = displays.of(scope);
    const runs = entries.map((entry): Run => {
      entry.retry();
      entry.health.begin();
      return {entry, scope, start: state.begin(entry), place: 'load'};
    });
    if (entries.length > 0) this.#watchBackground(scope);
    if (entries.some(({prepared}) => !prepared)) {
      await this.load(entries, LOAD_GRACE_MS, state.closed);
    }
    const running = tenancies.ownership.outside(() =>
      runs.map((run) => this.#runGuarded(run)),
    );
    await Promise.all(running);
  }

  /** Loads plugins, up to a deadline. */
  async load(
    entries: readonly PluginEntry[],
    deadlineMs: number,
    cancelled: Promise<void>,
  ): Promise<void> {
    const {environment} = this.#parts.options;
    const loading = entries.map((entry) => entry.prepare(environment));
    await waitWithDeadline(Promise.allSettled(loading), deadlineMs, cancelled);
  }

  /** Completes the stream. */
  close(): void {
    this.#runs.complete();
  }

  #watchBackground(scope: AnnotationScope): void {
    const {displays, tenancies} = this.#parts;
    const state = displays.of(scope);
    if (state.isWatched) return;
    state.isWatched = true;
    tenancies.watchBackground(scope);
  }

  async #runGuarded(run: Run): Promise<void> {
    const {entry, scope, start} = run;
    const {options, faults, displays} = this.#parts;
    const {deadlineMs} = options;
    const work = this.#runOne(run).then(
      () => {
        entry.health.succeed(run.place);
      },
      (thrown: unknown) => {
        if (isOver(run)) return;
        const cause = readable(thrown);
        faults.fail(entry, placeOf(cause) ?? run.place, cause);
      },
    );
    void work.then(() => {
      if (!start.isEnded) displays.of(scope).services.end(entry.id);
    });
    const outcome = await waitWithDeadline(work, deadlineMs, start.ended);
    if (outcome !== 'late') return;
    faults.fail(entry, run.place, new PluginTimeoutError(deadlineMs));
  }

  /** Starts at once, without giving way, when the plugin is loaded. */
  async #runOne(run: Run): Promise<void> {
    const {entry, scope, start} = run;
    const {options, starter, displays, settings} = this.#parts;
    const {environment} = options;
    const state = displays.of(scope);
    const plugin = entry.prepared ?? (await entry.prepare(environment));
    if (plugin.definition && !start.isEnded) {
      settings.open(entry.id, plugin.definition, environment);
    }
    run.place = 'start';
    if (lacksServices(plugin, state)) {
      await awaitServices(entry, state, environment);
    }
    if (start.isEnded) return;
    run.place = entry.source.type === 'module' ? 'activate' : 'run';
    const startedMs = performance.now();
    const started = starter.start(plugin, entry, scope);
    const busyMs = performance.now() - startedMs;
    await started;
    this.#runs.next({
      pluginId: entry.id,
      annotationId: scope.annotationId,
      busyMs,
      settledMs: performance.now() - startedMs,
    });
  }
}

/** Sandboxed plugins are read and loaded as a part of their start. */
function placeOf(cause: unknown): PluginPlace | null {
  if (cause instanceof PluginSyntaxError) return 'compile';
  return cause instanceof PluginModuleError ? 'load' : null;
}

/** What fails after the end is nobody's concern, unless it did not load. */
function isOver({start, scope, place}: Run): boolean {
  return start.isEnded && !(scope.isClosed && place === 'load');
}
