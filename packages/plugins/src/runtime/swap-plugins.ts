import type {AnnotationScope} from '@ls-annotation/lsi';

import {startsAtOnce} from '../lazy/activation.js';
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
 * starts those that are new or back, with those whose services come or go. The
 * new ones are loaded before the old ones end.
 *
 * @param back - one that was set aside; it starts though it be lazy.
 */
export async function swapPlugins(
  scope: AnnotationScope,
  state: DisplayState,
  parts: SwapParts,
  back: PluginEntry | null = null,
): Promise<void> {
  const {roster, runs, lazy, tenancies, deadlineMs} = parts;
  const coming = difference(state, roster, back).fresh;
  await runs.load(coming, deadlineMs, state.closed);
  if (scope.isClosed) return;
  const {gone, fresh} = difference(state, roster, back);
  const affected = affectedBy(gone, fresh, state);
  const again = roster.atOnce.filter(
    (entry) => state.has(entry) && affected.includes(entry.id),
  );
  for (const entry of [...gone, ...again]) {
    state.end(entry);
    tenancies.end(entry);
  }
  lazy.watch(scope);
  await runs.start([...fresh, ...again], scope);
}

function difference(
  state: DisplayState,
  roster: PluginRoster,
  back: PluginEntry | null,
) {
  const all = new Set(roster.entries);
  const wanted = roster.present.filter(
    (entry) => entry === back || startsAtOnce(entry.source),
  );
  return {
    gone: [...state.begun, ...state.waiting].filter((one) => !all.has(one)),
    fresh: wanted.filter((entry) => !state.has(entry)),
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
