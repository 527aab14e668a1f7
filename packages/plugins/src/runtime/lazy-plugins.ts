import type {AnnotationScope, LabelingSession} from '@ls-annotation/lsi';

import type {ContributionBoard} from '../contributions/contribution-board.js';
import {startsAtOnce} from '../lazy/activation.js';
import {watchTriggers} from '../lazy/watch-triggers.js';

import type {DisplayStates} from './display-state.js';
import type {PluginFaults} from './plugin-faults.js';
import type {PluginRoster} from './plugin-roster.js';
import type {PluginRuns} from './plugin-runs.js';

/** What {@link LazyPlugins} works with. */
export interface LazyPluginsOptions {
  /** Session of the host. */
  readonly session: LabelingSession;
  /** The plugins that there are. */
  readonly roster: PluginRoster;
  /** Starts them. */
  readonly runs: PluginRuns;
  /** Takes what is wrong with what they wait for. */
  readonly faults: PluginFaults;
  /** What is known of the displays. */
  readonly displays: DisplayStates;
  /** Where buttons of commands are put. */
  readonly contributions: ContributionBoard;
}

/** Has plugins that wait for something start when it happens. */
export class LazyPlugins {
  readonly #parts: LazyPluginsOptions;

  constructor(parts: LazyPluginsOptions) {
    this.#parts = parts;
  }

  /** Has those wait on a display that do not yet. */
  watch(scope: AnnotationScope): void {
    const {session, roster, runs, faults, displays} = this.#parts;
    const state = displays.of(scope);
    const {waiting} = state;
    for (const entry of roster.present) {
      const {source} = entry;
      const isThere = waiting.has(entry) || state.has(entry);
      if (isThere || startsAtOnce(source)) continue;
      waiting.add(entry);
      entry.stopWaiting = watchTriggers({
        source,
        scope,
        session,
        contributions: this.#parts.contributions,
        start: async () => {
          const isWanted = waiting.delete(entry) && !scope.isClosed;
          if (isWanted) await runs.start([entry], scope);
        },
        report: (error) => {
          faults.fail(entry, 'load', error);
        },
      });
      scope.add(entry.stopWaiting);
    }
  }
}
