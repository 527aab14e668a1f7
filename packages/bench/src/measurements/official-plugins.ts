import {existsSync, readdirSync} from 'node:fs';
import {join} from 'node:path';

import type {Route} from 'playwright-core';

import type {BenchPage} from '../browser/bench-page.js';
import type {Measurement, MeasurementContext} from '../measurement.js';
import type {BenchRecord} from '../record.js';

interface OfficialPluginsPage {
  mount(names: readonly string[]): Promise<void>;
  switchTimes(count: number): Promise<void>;
  failures(): readonly string[];
}

declare global {
  var officialPlugins: OfficialPluginsPage;
  var countPending: () => {readonly timers: number; readonly observers: number};
}

/** Switches after which the counters are read. */
const READINGS = [1, 100, 250, 500, 750, 1000];
const QUICK_READINGS = [1, 10, 20];

/**
 * Plugins that come first, so that each has something to work on: they take
 * the first text of the page, or the first tag with a name that others have.
 */
const FIRST = ['markdown-to-html', 'decode-s3-paths', 'dynamic-text-spans'];

/** What other servers have, by the end of its address. */
const REMOTE: readonly (readonly [RegExp, string])[] = [
  [/plotly-2\.26\.0\.min\.js$/, 'plotly.js-dist-min/plotly.min.js'],
  [/showdown\.min\.js$/, 'showdown/dist/showdown.min.js'],
  [/typo-js@1\.1\.0\/(.+)$/, 'typo-js/$1'],
];

const PICTURE = 'different-images-per-label/img/demo-sample.png';

/** What a server says of whoever is signed in. */
const WHOAMI = {username: 'ann', org_membership: [{role: 'AN'}]};

const ANYONE = {'access-control-allow-origin': '*'};

/** What stays behind with all of Label Studio's official plugins. */
export const officialPlugins: Measurement = {
  name: 'official-plugins',
  title: 'Official plugins',
  explanation:
    "All of Label Studio's official plugins, unmodified, on one host with " +
    'the tags of all their configs, while annotations are switched: counters ' +
    'of the browser, each after a forced collection. Timers are those that ' +
    'have not fired, observers those that observe. Of the heap, objects and ' +
    'texts are told from code, which the engine compiles for more and more ' +
    'functions, once for each. Left out when the plugins ' +
    'were not fetched (`node scripts/fetch-official-plugins.mjs`).',
  async run(context) {
    const {root, log} = context;
    const folder = join(root, '.cache/official-plugins');
    const names = pluginsIn(folder);
    if (names.length === 0) {
      log('official-plugins: not fetched, left out');
      return [];
    }
    const opened = await context.browser.open('/pages/official-plugins.html');
    try {
      await opened.page.route('**/*', (route) => answer(route, root));
      return await measure(context, opened, names);
    } finally {
      await opened.close();
    }
  },
};

function pluginsIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'plugin.js')))
    .sort();
  return [...new Set([...FIRST, ...names])].filter((name) =>
    names.includes(name),
  );
}

async function measure(
  {quick, log}: MeasurementContext,
  opened: BenchPage,
  names: readonly string[],
): Promise<readonly BenchRecord[]> {
  const {page} = opened;
  await page.evaluate(
    (wanted) => globalThis.officialPlugins.mount(wanted),
    names,
  );
  const readings: Record<string, number>[] = [];
  const switches = quick ? QUICK_READINGS : READINGS;
  let done = 0;
  for (const count of switches) {
    await page.evaluate(
      (times) => globalThis.officialPlugins.switchTimes(times),
      count - done,
    );
    done = count;
    const kinds = await opened.heapKinds();
    const {heapBytes, ...counters} = await opened.counters();
    const pending = await page.evaluate(() => globalThis.countPending());
    const reading = {...counters, ...pending, heapBytes, ...kinds};
    log(`official-plugins: ${count} switches, ${JSON.stringify(reading)}`);
    readings.push(reading);
  }
  const failures = [
    ...opened.errors,
    ...(await page.evaluate(() => globalThis.officialPlugins.failures())),
  ];
  if (failures.length > 0) throw new Error(failures.join('\n'));
  return Object.keys(readings[0] ?? {}).map((metric) => ({
    measurement: 'official-plugins',
    subject: 'host',
    subtopic: `${names.length} plugins`,
    metric,
    unit: metric.endsWith('Bytes') ? 'B' : '',
    size: null,
    readAfter: switches,
    samples: readings.map((reading) => reading[metric] ?? NaN),
  }));
}

/** Answers for the servers that the plugins and their samples ask. */
function answer(route: Route, root: string): Promise<void> {
  const {hostname, pathname} = new URL(route.request().url());
  const path = localFile(pathname, hostname !== '127.0.0.1', root);
  if (path !== null) return route.fulfill({path, headers: ANYONE});
  return hostname === '127.0.0.1'
    ? route.continue()
    : route.fulfill({json: WHOAMI, headers: ANYONE});
}

function localFile(
  pathname: string,
  isRemote: boolean,
  root: string,
): string | null {
  const media = join(root, 'packages/plugin-check/scenarios/media');
  if (pathname.endsWith('.wav')) return join(media, 'speech.wav');
  if (pathname.endsWith('.mp4')) return join(media, 'frames.webm');
  if (!isRemote) {
    return /^\/(static|tasks)\//.test(pathname)
      ? join(root, '.cache/official-plugins', PICTURE)
      : null;
  }
  for (const [pattern, file] of REMOTE) {
    const match = pattern.exec(pathname);
    if (!match) continue;
    const [, rest = ''] = match;
    return join(root, '.cache/node_modules', file.replace('$1', rest));
  }
  return null;
}
