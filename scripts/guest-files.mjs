import {readFile} from 'node:fs/promises';
import {build} from 'esbuild';
import {ROOT, withNodeEnv, workspaceSource} from './workspace.mjs';

const FOLDER = `${ROOT}packages/plugins/src/sandbox/guest/`;

/** Scripts of a sandboxed plugin's frame by file name. */
const SCRIPTS = {
  'ls-annotation-guest': `${FOLDER}guest-main.ts`,
  'ls-annotation-guest-shell': `${FOLDER}guest-shell.ts`,
};

const HTML = 'ls-annotation-guest.html';

/** Names of the files that stand beside the bundle for sandboxed plugins. */
export const GUEST_FILES = [
  HTML,
  ...Object.keys(SCRIPTS).map((name) => `${name}.js`),
];

/** The one that hosts load, for its text. */
const RUNTIME = 'ls-annotation-guest.js';

/**
 * Builds what sandboxed plugins need: the document of their frames with its
 * script, and the runtime inside, as a module that exports its text.
 *
 * @param {{isProduction: boolean}} options
 * @returns {Promise<Map<string, string>>} texts by file name.
 */
export async function buildGuestFiles({isProduction}) {
  const mode = isProduction ? 'production' : 'development';
  const {outputFiles} = await build({
    absWorkingDir: ROOT,
    entryPoints: SCRIPTS,
    outdir: '/',
    bundle: true,
    write: false,
    minify: isProduction,
    format: 'iife',
    target: 'es2022',
    conditions: ['es2015', 'browser', mode],
    define: {'process.env.NODE_ENV': JSON.stringify(mode)},
    tsconfig: `${ROOT}tsconfig.base.json`,
    keepNames: isProduction,
    legalComments: 'none',
    logLevel: 'error',
    plugins: [workspaceSources()],
  });
  const files = new Map([[HTML, await readFile(FOLDER + HTML, 'utf8')]]);
  for (const {path, text} of outputFiles) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const code = withNodeEnv(text, mode);
    files.set(name, name === RUNTIME ? asText(code) : code);
  }
  return files;
}

/** It is put into a script element. */
function asText(code) {
  if (/<\/script|<!--/i.test(code)) {
    throw new Error(`${RUNTIME} would end its script element.`);
  }
  return `export default ${JSON.stringify(code)};\n`;
}

function workspaceSources() {
  return {
    name: 'workspace-sources',
    setup({onResolve}) {
      onResolve({filter: /^@ls-annotation\//}, ({path}) => ({
        path: workspaceSource(path),
      }));
    },
  };
}
