/**
 * Finds a Chromium-based browser on this machine; Node built-ins only. The
 * search is published with `ls-plugin-check`; this adds the place that
 * `bootstrap.mjs --browser` noted.
 */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {findBrowser as search} from '../packages/plugin-check/lib/find-browser.mjs';

export {browserFlags} from '../packages/plugin-check/lib/find-browser.mjs';

/** Folder for what the scripts remember between runs. */
export const CACHE_DIRECTORY = fileURLToPath(
  new URL('../node_modules/.cache/ls-annotation/', import.meta.url),
);

/** File in which `bootstrap.mjs` notes the browser it found or installed. */
export const BROWSER_NOTE = join(CACHE_DIRECTORY, 'browser-path');

/**
 * Returns the path of a browser, or `undefined` when there is none. Throws
 * when `CHROME_PATH` is set and cannot be executed.
 */
export function findBrowser() {
  return search([notedBrowser()]);
}

function notedBrowser() {
  try {
    return readFileSync(BROWSER_NOTE, 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const path = findBrowser();
  if (path === undefined) process.exitCode = 1;
  console.log(path ?? 'No browser found. Install Chromium or set CHROME_PATH.');
}
