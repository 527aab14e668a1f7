/**
 * Finds a Chromium-based browser on this machine; Node built-ins only.
 *
 * Order: `CHROME_PATH`, the place that `bootstrap.mjs --browser` noted, the
 * usual names on `PATH`, the usual places on Linux, macOS and Windows.
 */
import {accessSync, constants, readFileSync, statSync} from 'node:fs';
import {delimiter, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

/** Folder for what the scripts remember between runs. */
export const CACHE_DIRECTORY = fileURLToPath(
  new URL('../node_modules/.cache/ls-annotation/', import.meta.url),
);

/** File in which `bootstrap.mjs` notes the browser it found or installed. */
export const BROWSER_NOTE = join(CACHE_DIRECTORY, 'browser-path');

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge',
  'msedge',
];

const PLACES = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  linux: ['/snap/bin/chromium', '/opt/google/chrome/chrome'],
  win32: [
    process.env.PROGRAMFILES,
    process.env['PROGRAMFILES(X86)'],
    process.env.LOCALAPPDATA,
  ].flatMap((base) =>
    base
      ? [
          join(base, 'Google/Chrome/Application/chrome.exe'),
          join(base, 'Chromium/Application/chrome.exe'),
          join(base, 'Microsoft/Edge/Application/msedge.exe'),
        ]
      : [],
  ),
};

/**
 * Returns the path of a browser, or `undefined` when there is none. A
 * `CHROME_PATH` that is set but cannot be executed throws: it is a mistake to
 * point out, not to work around.
 */
export function findBrowser() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (isExecutable(chosen)) return chosen;
    throw new Error(`CHROME_PATH "${chosen}" is not an executable file.`);
  }
  return [notedBrowser(), ...fromPath(), ...(PLACES[process.platform] ?? [])]
    .filter((path) => path !== undefined)
    .find(isExecutable);
}

/** Command-line flags that keep a headless browser quiet, and root allowed. */
export function browserFlags() {
  const flags = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-gpu',
    '--disable-quic',
    '--disable-sync',
    '--no-first-run',
  ];
  return process.getuid?.() === 0 ? ['--no-sandbox', ...flags] : flags;
}

function notedBrowser() {
  try {
    return readFileSync(BROWSER_NOTE, 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}

function fromPath() {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return NAMES.flatMap((name) =>
    folders.map((folder) => join(folder, name + suffix)),
  );
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const path = findBrowser();
  if (path === undefined) process.exitCode = 1;
  console.log(path ?? 'No browser found. Install Chromium or set CHROME_PATH.');
}
