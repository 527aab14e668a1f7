/**
 * `npm run bench`: compiles the sources beside it and runs them. `--help` says
 * what it takes.
 */
import {build} from 'esbuild';
import {
  browserFlags,
  CACHE_DIRECTORY,
  findBrowser,
} from '../../../scripts/find-browser.mjs';
import {createStaticServer, listen} from '../../../scripts/static-server.mjs';
import {ensureBundle} from '../../../scripts/ensure-bundle.mjs';
import {ROOT} from '../../../scripts/workspace.mjs';

const outfile = `${CACHE_DIRECTORY}bench/bench.mjs`;
await build({
  entryPoints: [`${ROOT}packages/bench/src/index.ts`],
  outfile,
  bundle: true,
  format: 'esm',
  packages: 'external',
  platform: 'node',
  sourcemap: 'inline',
  target: 'node20',
});
const {runBench} = await import(outfile);
process.exitCode = await runBench(process.argv.slice(2), {
  browserFlags,
  createStaticServer,
  ensureBundle,
  findBrowser,
  listen,
  root: ROOT,
  cacheDirectory: CACHE_DIRECTORY,
});
