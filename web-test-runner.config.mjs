import {readdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {defaultReporter} from '@web/test-runner';
import {a11ySnapshotPlugin} from './scripts/web-test-runner/a11y-snapshot-plugin.mjs';
import {playwrightLauncher} from '@web/test-runner-playwright';
import {browserFlags, findBrowser} from './scripts/find-browser.mjs';
import {freePort} from './scripts/free-port.mjs';
import {
  EXPORT_CONDITIONS,
  lastTurnPlugin,
  nodeEnvPlugin,
  staticMounts,
  onnxRuntimePlugin,
  typescriptPlugin,
  workerSources,
} from './scripts/web-test-runner/plugins.mjs';
import {demoBundles} from './scripts/web-test-runner/demo-bundles.mjs';
import {doublesPlugin} from './scripts/web-test-runner/doubles-plugin.mjs';
import {guestPlugin} from './scripts/web-test-runner/guest-plugin.mjs';
import {policyPage} from './scripts/web-test-runner/policy-page.mjs';
import {prebundlePlugin} from './scripts/web-test-runner/prebundle-plugin.mjs';
import {trickle} from './scripts/web-test-runner/trickle.mjs';
import {requestLogPlugin} from './scripts/web-test-runner/request-log-plugin.mjs';
import {
  UNCAUGHT_MARK,
  verdictReporter,
} from './scripts/web-test-runner/verdict-reporter.mjs';

const executablePath = findBrowser();
if (executablePath === undefined) {
  throw new Error('No browser found. Install Chromium or set CHROME_PATH.');
}

/** Every entry point of the packages that are served as a few files. */
const PREBUNDLED = [
  'immer',
  'rxjs',
  'rxjs/ajax',
  'rxjs/fetch',
  'rxjs/operators',
  'rxjs/testing',
  'rxjs/webSocket',
];

const rootDir = fileURLToPath(new URL('.', import.meta.url));
const watch = process.argv.includes('--watch');
const files = testFiles();
const group = option('--group');

export default {
  ...(group === undefined ? {files} : {groups: [named(group)]}),
  rootDir,
  // Not a fixed one: several runs may share the machine.
  port: await freePort(),
  concurrency: 2,
  // Deadlines only end what hangs: a busy machine is no failure. Ten thousand
  // schedules of faults take their time there.
  browserStartTimeout: 120_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 1_200_000,
  browsers: [
    playwrightLauncher({
      launchOptions: {executablePath, args: browserFlags()},
    }),
  ],
  nodeResolve: {exportConditions: EXPORT_CONDITIONS},
  plugins: [
    prebundlePlugin(PREBUNDLED),
    guestPlugin(),
    requestLogPlugin(),
    onnxRuntimePlugin(),
    typescriptPlugin(),
    nodeEnvPlugin(),
    lastTurnPlugin(),
    a11ySnapshotPlugin(),
    doublesPlugin(),
  ],
  middleware: [
    policyPage(),
    demoBundles(),
    trickle(),
    workerSources(),
    staticMounts({
      '/fixtures/': 'packages/testing/fixtures',
      '/shared-data/': '../shared/data',
      ...packageFixtures(),
    }),
  ],
  testFramework: {
    config: {ui: 'bdd', timeout: 120_000, retries: 0, forbidOnly: !watch},
  },
  testRunnerHtml: (frameworkPath) => `<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Tests</title>
        <script>(${reportUncaught})('${UNCAUGHT_MARK}')</script>
      </head>
      <body>
        <script type="module" src="${frameworkPath}"></script>
      </body>
    </html>`,
  filterBrowserLogs: ({args}) =>
    !args.some((part) => String(part).includes('Lit is in dev mode')),
  reporters: [
    defaultReporter({reportTestResults: true, reportTestProgress: watch}),
    verdictReporter(),
  ],
};

/** Every test file but those that are only compiled. */
function testFiles() {
  return readdirSync(`${rootDir}packages`, {recursive: true})
    .map((path) => `packages/${path.replaceAll('\\', '/')}`)
    .filter((path) => /^packages\/[^/]+\/src\/.*\.test\.ts$/.test(path))
    .filter((path) => !path.endsWith('.types.test.ts'))
    .sort();
}

/** Each package's own fixtures, at the path that they have. */
function packageFixtures() {
  return Object.fromEntries(
    readdirSync(`${rootDir}packages`)
      .map((name) => `packages/${name}/fixtures`)
      .map((folder) => [`/${folder}/`, folder]),
  );
}

/** The files whose path contains `name`, as a group of the runner. */
function named(name) {
  const matching = files.filter((file) => file.includes(name));
  if (matching.length === 0) throw new Error(`No test file matches "${name}".`);
  return {name, files: matching};
}

function option(flag) {
  const index = process.argv.indexOf(flag);
  return index === -1 ? undefined : process.argv[index + 1];
}

/**
 * Runs in the page, before the tests. An error is expected when a test
 * prevented its default; mocha, which prevents it too, also swallows errors
 * that come before the first test, so its own doing does not count.
 */
function reportUncaught(mark) {
  function report(event, reason, ignorePrevented) {
    setTimeout(() => {
      if (event.defaultPrevented && !ignorePrevented) return;
      console.error(`${mark} ${reason?.stack ?? String(reason)}`);
    });
  }
  addEventListener('error', (event) => {
    if (event.message.startsWith('ResizeObserver loop')) return;
    const mochaListens = String(window.onerror).includes('allowUncaught');
    report(event, event.error ?? event.message, mochaListens);
  });
  addEventListener('unhandledrejection', (event) => {
    report(event, event.reason, false);
  });
}
