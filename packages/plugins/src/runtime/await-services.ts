import {ServiceMissingError} from '../services/service-errors.js';
import type {ServiceUser} from '../services/service-plan.js';
import {ServicePlan} from '../services/service-plan.js';

import type {DisplayState} from './display-state.js';
import type {PluginEntry} from './plugin-entry.js';
import type {PluginEnvironment} from './plugin-environment.js';
import type {PreparedPlugin} from './plugin-runner.js';

/** Returns plugins as far as services go. */
export function serviceUsers(
  entries: readonly PluginEntry[],
): readonly ServiceUser[] {
  return entries.map(({id, prepared}) => ({
    ...prepared?.definition,
    id,
  }));
}

/** Returns whether services are not there yet that a plugin uses. */
export function lacksServices(
  {definition}: PreparedPlugin,
  {services}: DisplayState,
): boolean {
  const {requires = [], optional = []} = definition ?? {};
  return [...requires, ...optional].some((token) => !services.has(token));
}

/**
 * Waits until the plugins of a display have started whose services one needs.
 *
 * @throws {@link ServiceMissingError} when one is not there for all that, or
 *   never can be; {@link ServiceCycleError} for a circle.
 */
export async function awaitServices(
  entry: PluginEntry,
  {services, begun}: DisplayState,
  environment: PluginEnvironment,
): Promise<void> {
  const others = begun.map((other) => other.prepare(environment));
  await Promise.allSettled(others);
  const plan = new ServicePlan(serviceUsers(begun));
  const fault = plan.fault(entry.id);
  if (fault) throw fault;
  for (const {token, providerId} of plan.awaited(entry.id)) {
    await services.wait(token, providerId);
  }
  const {requires = []} = entry.prepared?.definition ?? {};
  const missing = requires.find((token) => !services.has(token));
  if (!missing) return;
  throw new ServiceMissingError(
    [entry.id, missing.name],
    'The plugin that should has failed to; see its own error.',
  );
}
