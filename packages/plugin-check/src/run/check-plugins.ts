import {existsSync, statSync} from 'node:fs';
import {join} from 'node:path';

import {chromium} from 'playwright-core';

import {browserFlags} from '../../lib/find-browser.mjs';
import type {PluginReport} from '../report/plugin-report.js';
import type {LoadedScenario} from '../steps/read-scenario.js';
import {readScenario} from '../steps/read-scenario.js';

import type {CheckOptions} from './check-options.js';
import {checkPlugin} from './check-plugin.js';
import {findBrowserPath, findBundleFolder} from './package-files.js';
import type {PluginFolder} from './plugin-folder.js';
import {readPluginFolder} from './plugin-folder.js';

/**
 * Checks plugins, one after the other, and yields a report of each.
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
  const browser = await chromium.launch({
    executablePath,
    args: browserFlags(),
    headless: options.isHeaded !== true,
  });
  try {
    for (const [index, folder] of plugins.entries()) {
      const scenario = scenarios[index] ?? null;
      yield await checkPlugin({
        browser,
        bundleFolder,
        folder,
        scenario,
        options,
      });
    }
  } finally {
    await browser.close();
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
