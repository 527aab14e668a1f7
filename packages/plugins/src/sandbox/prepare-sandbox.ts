import {loadPart} from '../load/load-part.js';
import type {PluginRunner} from '../runtime/plugin-runner.js';

/** Runs plugins in frames; what that takes is loaded with the first one. */
export const prepareSandbox: PluginRunner = async (source, environment) => {
  const runner = await loadPart(() => import('./host/sandbox-runner.js'));
  return runner.prepareSandbox(source, environment);
};
