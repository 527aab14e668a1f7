import {existsSync, readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

import {findBrowser} from '../../lib/find-browser.mjs';
import {CheckError} from '../errors.js';

const BUNDLE = 'ls-annotation-host.js';

/** Folder of this package, with a slash at the end. */
export const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));

/** What runs in the page before anything else, as one file. */
export const RECORDERS = `${PACKAGE}dist/recorders.js`;

/** Where the repository notes the browser that it installed. */
const NOTE = '../../node_modules/.cache/ls-annotation/browser-path';

/**
 * Returns the folder of the host's bundle: the one that is named, the
 * package's own, or that of the repository.
 *
 * @throws CheckError when there is none.
 */
export function findBundleFolder(named?: string): string {
  const candidates = named
    ? [resolve(named)]
    : [`${PACKAGE}host`, resolve(PACKAGE, '../../dist')];
  const found = candidates.find((folder) => existsSync(`${folder}/${BUNDLE}`));
  if (found !== undefined) return found;
  throw new CheckError(
    `There is no ${BUNDLE} in ${candidates.join(' or ')}. Build it with ` +
      '"npm run build", or name its folder with --host.',
  );
}

/**
 * Returns the path of a browser.
 *
 * @throws CheckError when there is none.
 */
export function findBrowserPath(): string {
  const path = lookForBrowser();
  if (path !== undefined) return path;
  throw new CheckError(
    'No browser was found. Install Chromium, Chrome or Edge, or set ' +
      'CHROME_PATH to the executable of one.',
  );
}

function lookForBrowser(): string | undefined {
  try {
    return findBrowser([notedBrowser()]);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new CheckError(message, {cause});
  }
}

function notedBrowser(): string | undefined {
  try {
    return readFileSync(PACKAGE + NOTE, 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}
