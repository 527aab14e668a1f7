import {existsSync, statSync} from 'node:fs';
import {join} from 'node:path';

import {chromium} from 'playwright-core';
import type {Browser} from 'playwright-core';

import {browserFlags} from '../../lib/find-browser.mjs';
import {CheckError} from '../errors.js';
import type {PluginReport} from '../report/plugin-report.js';
import type {LoadedScenario} from '../steps/read-scenario.js';
import {readScenario} from '../steps/read-scenario.js';

import type {CheckOptions} from './check-options.js';
import {checkPlugin} from './check-plugin.js';
import {inOrder} from './in-order.js';
import {findBrowserPath, findBundleFolder} from './package-files.js';
import type {PluginFolder} from './plugin-folder.js';
import {readPluginFolder} from './plugin-folder.js';

/**
 * Checks plugins and yields a report of each, in the order that is given.
 *
 * @param folders - Folders with `plugin.js`, `view.xml` and `data.json`.
 * @throws CheckError when a folder, a scenario, the browser or the host's
 * bundle cannot be used; before anything is run, where that shows.
 */
export async function* checkPlugins(
  folders: readonly string[],
  options: CheckOptions = {},
): AsyncGenerator<PluginReport> {
  const bundleFolder = findBundleFolder(options.host);
  const executablePath = findBrowserPath();
  const plugins = await Promise.all(folders.map(readPluginFolder));
  const scenarios = await Promise.all(
    plugins.map((plugin) => scenarioOf(plugin, options.steps)),
  );
  const browser = await launch(executablePath, options.isHeaded !== true);
  try {
    const jobs = plugins.map((folder, index) => () => {
      const scenario = scenarios[index] ?? null;
      return checkPlugin({browser, bundleFolder, folder, scenario, options});
    });
    yield* inOrder(jobs, options.parallel ?? 1);
  } finally {
    await browser.close();
  }
}

async function launch(path: string, headless: boolean): Promise<Browser> {
  const options = {executablePath: path, args: browserFlags(), headless};
  try {
    return await chromium.launch(options);
  } catch (cause) {
    const hint =
      'Set CHROME_PATH to the executable of Chromium, Chrome or Edge.';
    throw new CheckError(`"${path}" does not start. ${hint}`, {cause});
  }
}

/** The scenario that was asked for, or else the one in the plugin's folder. */
async function scenarioOf(
  {name, path}: PluginFolder,
  steps: string | undefined,
): Promise<LoadedScenario | null> {
  const isFolder = steps !== undefined && isDirectory(steps);
  if (steps !== undefined && !isFolder) return readScenario(steps);
  const candidates = [
    ...(isFolder ? [join(steps, `${name}.json`)] : []),
    join(path, 'steps.json'),
  ];
  const found = candidates.find((candidate) => existsSync(candidate));
  return found === undefined ? null : readScenario(found);
}

function isDirectory(path: string): boolean {
  return statSync(path, {throwIfNoEntry: false})?.isDirectory() === true;
}
