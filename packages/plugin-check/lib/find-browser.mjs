/**
 * Finds a Chromium-based browser on this machine; Node built-ins only.
 *
 * Order: `CHROME_PATH`, the places that the caller noted, the usual names on
 * `PATH`, the usual places on Linux, macOS and Windows.
 */
import {accessSync, constants, statSync} from 'node:fs';
import {delimiter, join} from 'node:path';

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
export function findBrowser(noted = []) {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (isExecutable(chosen)) return chosen;
    throw new Error(`CHROME_PATH "${chosen}" is not an executable file.`);
  }
  return [...noted, ...fromPath(), ...(PLACES[process.platform] ?? [])]
    .filter(Boolean)
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
