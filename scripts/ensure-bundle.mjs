/** Builds `dist/` when it is missing or older than a source. */
import {spawnSync} from 'node:child_process';
import {statSync} from 'node:fs';
import {filesIn, ROOT} from './workspace.mjs';

const BUNDLE = `${ROOT}dist/ls-annotation-host.js`;

/** Makes sure of a fresh bundle; throws when the build fails. */
export function ensureBundle() {
  if (!isStale()) return;
  console.error('Building dist/ …');
  const rollup = `${ROOT}node_modules/rollup/dist/bin/rollup`;
  const {status} = spawnSync(
    process.execPath,
    [rollup, '--config', 'rollup.config.mjs', '--silent'],
    {cwd: ROOT, stdio: 'inherit'},
  );
  if (status !== 0) throw new Error('The build of dist/ failed.');
}

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
      .filter((path) => !/^(bench|plugin-check|testing)\//.test(path))
      .filter((path) => !path.endsWith('.test.ts'))
      .map((path) => `${packages}/${path}`),
    `${ROOT}package-lock.json`,
    `${ROOT}rollup.config.mjs`,
  ];
}

function changedAt(path) {
  return statSync(path, {throwIfNoEntry: false})?.mtimeMs ?? 0;
}
