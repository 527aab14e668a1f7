import type {AnnotationScope, LabelingSession} from '@ls-annotation/lsi';

import type {PluginLogs} from '../console/plugin-logs.js';
import type {ContributionBoard} from '../contributions/contribution-board.js';
import {hostGlobals} from '../globals/host-globals.js';
import type {PluginContext} from '../plugin-context.js';
import type {Tenancy} from '../reclaim/tenancy.js';
import type {SettingsBook} from '../settings/settings-book.js';

import type {DisplayStates} from './display-state.js';
import type {PageResidence} from './page-residence.js';
import {PluginDisplay} from './plugin-display.js';
import type {PluginEntry} from './plugin-entry.js';
import type {PreparedPlugin} from './plugin-runner.js';
import type {PluginTenancies} from './plugin-tenancies.js';
import type {RuntimeOptions} from './runtime-options.js';

/** What {@link PluginStarter} works with. */
export interface PluginStarterOptions {
  /** Session of the host. */
  readonly session: LabelingSession;
  /** What the page has said. */
  readonly options: RuntimeOptions;
  /** Who runs in which display. */
  readonly tenancies: PluginTenancies;
  /** Begins with the first start. */
  readonly residence: PageResidence;
  /** What is known of the displays. */
  readonly displays: DisplayStates;
  /** What plugins have added to the chrome. */
  readonly contributions: ContributionBoard;
  /** What people have set. */
  readonly settings: SettingsBook;
  /** Takes what plugins log elsewhere than on this page. */
  readonly logs: PluginLogs;
}

/** Starts a plugin that is loaded on a display, with all that it may have. */
export class PluginStarter {
  readonly #parts: PluginStarterOptions;

  constructor(parts: PluginStarterOptions) {
    this.#parts = parts;
  }

  /**
   * Starts a plugin, without giving way.
   *
   * @returns Settles like what the plugin's code has answered.
   */
  start(
    plugin: PreparedPlugin,
    entry: PluginEntry,
    scope: AnnotationScope,
  ): Promise<void> {
    const {session, options, tenancies, residence} = this.#parts;
    if (options.globals) hostGlobals.claim(options.globals);
    residence.enter();
    const tenancy = tenancies.open(plugin, entry, scope);
    const display = this.#displayOf(entry.id, scope, tenancy);
    // A sandboxed plugin takes nothing from this page; its frame is ours.
    const start = (): unknown =>
      entry.source.sandbox
        ? plugin.start(display)
        : tenancy.enter(() => plugin.start(display));
    const answer = session.store.runAs('plugin', start);
    return tenancy.name(Promise.resolve(answer));
  }

  /** Returns what a module plugin gets, for elements of the page. */
  contextFor(scope: AnnotationScope, pluginId: string): PluginContext {
    const tenancy = this.#parts.tenancies.openShared(pluginId, scope);
    return this.#displayOf(pluginId, scope, tenancy).context();
  }

  #displayOf(
    pluginId: string,
    scope: AnnotationScope,
    tenancy: Tenancy,
  ): PluginDisplay {
    const {session, options, displays} = this.#parts;
    const {contributions, settings, logs} = this.#parts;
    const owner = options.globals;
    return new PluginDisplay({
      pluginId,
      session,
      scope,
      tenancy,
      dm: owner ? hostGlobals.dataManagerOf(owner) : session.dm,
      environment: options.environment,
      contributions,
      services: displays.of(scope).services,
      settings: settings.find(pluginId),
      logs,
      report: (place, error) => {
        tenancy.fail(place, error);
      },
      deadlineMs: options.deadlineMs,
    });
  }
}
