/**
 * Switches annotations a thousand times with each of Label Studio's official
 * plugins, and tells what the browser's own counters say after the first
 * switches and after the last:
 *
 *     node scripts/fetch-official-plugins.mjs
 *     node scripts/switch-official-plugins.mjs [--switches 1000] [--only plotly]
 *
 * Ends with exit code 1 when anything grew. Heaps are told, not judged.
 */
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {chromium} from 'playwright-core';
import {ensureBundle} from './ensure-bundle.mjs';
import {browserFlags, findBrowser} from './find-browser.mjs';
import {createStaticServer, listen} from './static-server.mjs';
import {ROOT} from './workspace.mjs';

const PLUGINS = join(ROOT, '.cache/official-plugins');
const LIBRARIES = libraries();
/** Switches before the first reading: everything is loaded by then. */
const WARM_UP = 20;

const {values: options} = parseArgs({
  options: {
    switches: {type: 'string', default: '1000'},
    only: {type: 'string'},
  },
});

ensureBundle();
const server = createStaticServer([
  ['/dist/', `${ROOT}dist`],
  ['/plugins/', PLUGINS],
]);
const port = await listen(server, 0, '127.0.0.1');
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: browserFlags(),
});
try {
  const rows = [];
  for (const folder of pluginFolders()) rows.push(await measure(folder));
  report(rows);
} finally {
  await browser.close();
  server.close();
}

function pluginFolders() {
  const root = existsSync(join(PLUGINS, 'src')) ? 'src/' : '';
  return readdirSync(join(PLUGINS, root))
    .filter((name) => existsSync(join(PLUGINS, root, name, 'plugin.js')))
    .filter((name) => options.only === undefined || name === options.only)
    .map((name) => root + name);
}

async function measure(folder) {
  const page = await browser.newPage();
  await page.addInitScript(countPage);
  await page.route('**/*', answer);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const counters = async () => {
    for (let left = 3; left > 0; left -= 1) {
      await session.send('HeapProfiler.collectGarbage');
    }
    const {metrics} = await session.send('Performance.getMetrics');
    const of = (name) => metrics.find((one) => one.name === name).value;
    return {
      listeners: of('JSEventListeners'),
      nodes: of('Nodes'),
      elements: await page.evaluate(
        () => document.querySelectorAll('*').length,
      ),
      ...(await page.evaluate(() => globalThis.counted())),
      heapKb: Math.round(of('JSHeapUsedSize') / 1000),
    };
  };
  try {
    await page.goto(`http://127.0.0.1:${port}/`);
    const read = (name) => readFileSync(join(PLUGINS, folder, name), 'utf8');
    await page.evaluate(show, {
      config: read('view.xml'),
      data: read('data.json'),
      plugin: `/plugins/${folder}/plugin.js`,
    });
    await page.evaluate(switchTimes, WARM_UP);
    const before = await counters();
    const count = Number(options.switches);
    const milliseconds = await page.evaluate(switchTimes, count);
    const after = await counters();
    const perSwitch = milliseconds / count;
    return {name: folder.split('/').pop(), before, after, perSwitch};
  } finally {
    await page.close();
  }
}

/** The page is empty; other servers have nothing to say. */
function answer(route) {
  const {hostname, pathname} = new URL(route.request().url());
  if (hostname === '127.0.0.1' && pathname === '/') {
    return route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><title>Switches</title>',
    });
  }
  if (hostname === '127.0.0.1') return route.continue();
  const file = pathname
    .split('/')
    .pop()
    .replace(/-\d+\.\d+\.\d+/, '');
  const library = LIBRARIES.find((path) => path.endsWith(`/${file}`));
  return library
    ? route.fulfill({
        path: library,
        headers: {'access-control-allow-origin': '*'},
      })
    : route.fulfill({json: {}, headers: {'access-control-allow-origin': '*'}});
}

function libraries() {
  const folder = join(PLUGINS, 'node_modules');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, {recursive: true}).map((path) =>
    join(folder, path),
  );
}

/** Runs in the page first: counts timers and observers that are to come. */
function countPage() {
  const timers = new Set();
  const observers = new Set();
  const {setTimeout, setInterval, clearTimeout, clearInterval} = globalThis;
  globalThis.setTimeout = (work, ...rest) => {
    const id = setTimeout(
      (...args) => {
        timers.delete(id);
        if (typeof work === 'function') work(...args);
      },
      ...rest,
    );
    timers.add(id);
    return id;
  };
  globalThis.setInterval = (...args) => {
    const id = setInterval(...args);
    timers.add(id);
    return id;
  };
  globalThis.clearTimeout = globalThis.clearInterval = (id) => {
    timers.delete(id);
    clearTimeout(id);
    clearInterval(id);
  };
  for (const {prototype} of [
    MutationObserver,
    ResizeObserver,
    IntersectionObserver,
  ]) {
    const {observe, disconnect} = prototype;
    prototype.observe = function (...args) {
      observers.add(this);
      return observe.apply(this, args);
    };
    prototype.disconnect = function () {
      observers.delete(this);
      return disconnect.call(this);
    };
  }
  globalThis.counted = () => ({
    timers: timers.size,
    observers: observers.size,
  });
}

/** Runs in the page: shows the plugin's sample with two annotations. */
async function show({config, data, plugin}) {
  await import('/dist/ls-annotation-host.js');
  const sample = JSON.parse(data);
  const task = Array.isArray(sample) ? sample[0] : sample;
  const host = document.createElement('ls-annotation-host');
  host.config = config;
  host.user = {id: 1};
  host.project = {id: 1};
  host.task = {
    id: 1,
    data: task.data ?? task,
    annotations: [
      {id: 1, result: []},
      {id: 2, result: []},
    ],
  };
  host.plugins = [{src: plugin}];
  document.body.append(host);
  await host.displayed;
  globalThis.host = host;
}

/** Runs in the page; resolves with the milliseconds of all switches. */
async function switchTimes(count) {
  const {host} = globalThis;
  const ids = [...host.store.state.order];
  const start = performance.now();
  for (let step = 0; step < count; step += 1) {
    host.selectAnnotation(ids[step % ids.length]);
    await host.displayed;
  }
  // Timers of the host itself come to their end.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  return performance.now() - start - 1500;
}

function report(rows) {
  const judged = ['listeners', 'nodes', 'elements', 'timers', 'observers'];
  const head = ['plugin', ...judged, 'heap kB', 'ms a switch'];
  const lines = rows.map(({name, before, after, perSwitch}) => [
    name,
    ...[...judged, 'heapKb'].map((key) => `${before[key]} → ${after[key]}`),
    perSwitch.toFixed(1),
  ]);
  console.log([head, ...lines].map((line) => line.join(' | ')).join('\n'));
  const grown = rows.flatMap(({name, before, after}) =>
    judged
      .filter((key) => after[key] > before[key])
      .map((key) => `${name}: ${key}`),
  );
  if (grown.length === 0) return;
  console.error(`Grew: ${grown.join(', ')}`);
  process.exitCode = 1;
}
