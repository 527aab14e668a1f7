import {loadPart} from '../load/load-part.js';
import {pageOwnership} from '../reclaim/page-ownership.js';

import type * as PageToolsModule from './page-tools.js';
import type {PluginRunner} from './plugin-runner.js';

/** What it takes to run plugins in the page itself. */
export type PageTools = typeof PageToolsModule;

let loaded: PageTools | null = null;

/**
 * Loads what it takes to run plugins in the page, once: pages without plugins
 * do without it. After a failure another call tries again.
 *
 * @throws {@link PluginFetchError} rejects with, when it does not arrive.
 */
export async function loadPageTools(): Promise<PageTools> {
  if (loaded) return loaded;
  const tools = await loadPart(() => import('./page-tools.js'));
  pageOwnership().replaceWith(tools.installPatches);
  loaded = tools;
  return tools;
}

/** Runs scripts in the page. */
export const prepareScript: PluginRunner = async (source, environment) =>
  (await loadPageTools()).prepareScript(source, environment);

/** Runs modules in the page. */
export const prepareModule: PluginRunner = async (source, environment) =>
  (await loadPageTools()).prepareModule(source, environment);
