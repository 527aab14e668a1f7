import {existsSync} from 'node:fs';
import {guestPlugin} from './scripts/web-test-runner/guest-plugin.mjs';
import {
  EXPORT_CONDITIONS,
  nodeEnvPlugin,
  onnxRuntimePlugin,
  typescriptPlugin,
  workerSources,
} from './scripts/web-test-runner/plugins.mjs';
import {ROOT} from './scripts/workspace.mjs';

const BUNDLE = '/dist/ls-annotation-host.js';
const DETECTION = '/dist/object-detection.js';
const MANIFEST = '/dist/custom-elements.json';
const ENTRY = '/packages/elements/src/define/all.ts';
const DETECTION_ENTRY = '/packages/elements/src/object-detection/index.ts';
const RUNTIME = '/onnxruntime-web/';

/**
 * `npm run dev`: the demo from sources, reloaded when one changes. Pages load
 * the bundle's address as ever and get the sources for it.
 */
export default {
  rootDir: ROOT,
  port: Number(process.env.PORT) || 8080,
  hostname: 'localhost',
  watch: true,
  nodeResolve: {exportConditions: EXPORT_CONDITIONS},
  plugins: [
    guestPlugin(),
    onnxRuntimePlugin(),
    typescriptPlugin(),
    nodeEnvPlugin(),
  ],
  middleware: [
    demoAtRoot,
    sourcesForBundle,
    manifestForBundle,
    workerSources(),
    runtimeAtRoot,
  ],
};

/** Serves what is in `demo/` at `/`, as `npm start` does. */
function demoAtRoot(context, next) {
  const path = context.path.endsWith('/')
    ? `${context.path}index.html`
    : context.path;
  if (existsSync(`${ROOT}demo${path}`)) context.url = `/demo${context.url}`;
  return next();
}

function sourcesForBundle(context, next) {
  const entry = {[BUNDLE]: ENTRY, [DETECTION]: DETECTION_ENTRY}[context.path];
  if (entry === undefined) return next();
  context.type = 'text/javascript';
  context.body = `export * from '${entry}';`;
  return undefined;
}

/** Serves onnxruntime-web where `npm start` has it. */
function runtimeAtRoot(context, next) {
  if (context.path.startsWith(RUNTIME)) {
    context.url = `/node_modules/onnxruntime-web/dist/${context.url.slice(RUNTIME.length)}`;
  }
  return next();
}

/** Serves the elements' manual where the bundle has it. */
function manifestForBundle(context, next) {
  if (context.path === MANIFEST)
    context.url = `/packages/elements/${context.path.slice('/dist/'.length)}`;
  return next();
}
