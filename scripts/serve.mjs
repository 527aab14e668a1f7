/**
 * `npm start`: builds `dist/` if it is missing or older than a source, then
 * serves `demo/` at `/` and `dist/` at `/dist/`. `PORT` and `HOST`
 * choose where; a port that is taken gives way to the next free one.
 */
import {spawnSync} from 'node:child_process';
import {statSync} from 'node:fs';
import {createStaticServer, listen} from './static-server.mjs';
import {filesIn, ROOT} from './workspace.mjs';

const BUNDLE = `${ROOT}dist/ls-annotation-host.js`;
const DEFAULT_PORT = 8080;

if (isStale()) build();

const server = createStaticServer([
  ['/dist/', `${ROOT}dist`],
  ['/', `${ROOT}demo`],
]);
const wanted = Number(process.env.PORT) || DEFAULT_PORT;
const port = await listen(server, wanted, process.env.HOST ?? '127.0.0.1');
console.log(`The demo is at http://localhost:${port}/ (Ctrl+C ends it).`);

/** Whether a source was changed after the bundle was made. */
function isStale() {
  const built = changedAt(BUNDLE);
  return sources().some((path) => changedAt(path) > built);
}

function sources() {
  const packages = `${ROOT}packages`;
  return [
    ...filesIn(packages)
      .filter((path) => /^[^/]+\/(src\/|package\.json$)/.test(path))
      .filter((path) => !path.endsWith('.test.ts'))
      .map((path) => `${packages}/${path}`),
    `${ROOT}package-lock.json`,
    `${ROOT}rollup.config.mjs`,
  ];
}

function changedAt(path) {
  return statSync(path, {throwIfNoEntry: false})?.mtimeMs ?? 0;
}

function build() {
  console.log('Building dist/ …');
  const rollup = `${ROOT}node_modules/rollup/dist/bin/rollup`;
  const {status} = spawnSync(
    process.execPath,
    [rollup, '--config', 'rollup.config.mjs', '--silent'],
    {cwd: ROOT, stdio: 'inherit'},
  );
  if (status !== 0) {
    console.error('The build failed; nothing is served.');
    process.exit(1);
  }
}
