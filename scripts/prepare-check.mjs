/**
 * Makes what `ls-plugin-check` runs on, where it is missing or older than its
 * sources: the host's bundle, unless another one is named, and the package
 * itself, without type checks. `--pack` puts the bundle into the package, for
 * publishing after `npm run build`.
 */
import {cpSync, rmSync, statSync} from 'node:fs';
import {ensureBundle} from './ensure-bundle.mjs';
import {filesIn, ROOT} from './workspace.mjs';

const PACKAGE = `${ROOT}packages/plugin-check`;
const RECORDERS = `${PACKAGE}/dist/recorders.js`;

if (!process.argv.includes('--host')) ensureBundle();
if (isStale()) await compile();
if (process.argv.includes('--pack')) copyBundle();

function sources() {
  return filesIn(`${PACKAGE}/src`)
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map((path) => `${PACKAGE}/src/${path}`);
}

function isStale() {
  return sources().some((path) => {
    const built = path.replace('/src/', '/dist/').replace(/\.ts$/, '.js');
    const changed = changedAt(path);
    return changed > changedAt(built) || changed > changedAt(RECORDERS);
  });
}

/** The recorders are one file: it goes into the page before all others. */
async function compile() {
  const {build} = await import('esbuild');
  const options = {
    target: 'es2022',
    logLevel: 'warning',
    tsconfig: `${ROOT}tsconfig.base.json`,
  };
  await Promise.all([
    build({
      ...options,
      entryPoints: sources(),
      outdir: `${PACKAGE}/dist`,
      outbase: `${PACKAGE}/src`,
      format: 'esm',
    }),
    build({
      ...options,
      entryPoints: [`${PACKAGE}/src/page/main.ts`],
      outfile: RECORDERS,
      bundle: true,
      format: 'iife',
    }),
  ]);
}

function copyBundle() {
  rmSync(`${PACKAGE}/host`, {recursive: true, force: true});
  cpSync(`${ROOT}dist`, `${PACKAGE}/host`, {
    recursive: true,
    filter: (path) => !path.endsWith('.map'),
  });
}

function changedAt(path) {
  return statSync(path, {throwIfNoEntry: false})?.mtimeMs ?? 0;
}
