import type {AnnotationScope} from '@ls-annotation/lsi';

import {ServicePlan} from '../services/service-plan.js';

import {serviceUsers} from './await-services.js';
import type {DisplayState} from './display-state.js';
import type {LazyPlugins} from './lazy-plugins.js';
import type {PluginEntry} from './plugin-entry.js';
import type {PluginRoster} from './plugin-roster.js';
import type {PluginRuns} from './plugin-runs.js';
import type {PluginTenancies} from './plugin-tenancies.js';

/** What {@link swapPlugins} works with. */
export interface SwapParts {
  /** The plugins that are to run. */
  readonly roster: PluginRoster;
  /** Starts those that come. */
  readonly runs: PluginRuns;
  /** Has those wait that wait for something. */
  readonly lazy: LazyPlugins;
  /** Ends those that go. */
  readonly tenancies: PluginTenancies;
  /** How long the new ones may take to load, milliseconds. */
  readonly deadlineMs: number;
}

/**
 * Ends the plugins on a display that are no longer among the sources and
 * starts those that are new, with those whose services come or go. The new
 * ones are loaded before the old ones end.
 */
export async function swapPlugins(
  scope: AnnotationScope,
  state: DisplayState,
  parts: SwapParts,
): Promise<void> {
  const {roster, runs, lazy, tenancies, deadlineMs} = parts;
  await runs.load(difference(state, roster).fresh, deadlineMs, state.closed);
  if (scope.isClosed) return;
  const {gone, fresh} = difference(state, roster);
  const affected = affectedBy(gone, fresh, state);
  const again = roster.atOnce.filter(
    (entry) => state.begun.has(entry) && affected.includes(entry.id),
  );
  for (const entry of [...gone, ...again]) {
    state.begun.delete(entry);
    if (state.waiting.delete(entry)) entry.stopWaiting();
    tenancies.end(entry);
  }
  lazy.watch(scope);
  await runs.start([...fresh, ...again], scope);
}

function difference({begun, waiting}: DisplayState, roster: PluginRoster) {
  const present = new Set(roster.entries);
  return {
    gone: [...begun, ...waiting].filter((entry) => !present.has(entry)),
    fresh: roster.atOnce.filter((entry) => !begun.has(entry)),
  };
}

/** Returns the ids of those that use services of what comes or goes. */
function affectedBy(
  gone: readonly PluginEntry[],
  fresh: readonly PluginEntry[],
  {begun}: DisplayState,
): readonly string[] {
  const before = new ServicePlan(serviceUsers(begun));
  const after = new ServicePlan(serviceUsers([...begun, ...fresh]));
  return [
    ...gone.flatMap(({id}) => before.dependants(id)),
    ...fresh.flatMap(({id}) => after.dependants(id)),
  ];
}
