import {readFileSync} from 'node:fs';
import {readFile, rm} from 'node:fs/promises';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import {bundledLicenses, LICENSES} from './scripts/bundled-licenses.mjs';
import {buildGuestFiles} from './scripts/guest-files.mjs';
import {minifyTemplates} from './scripts/minify-templates.mjs';
import {ROOT, withNodeEnv, workspaceSource} from './scripts/workspace.mjs';

const ENTRY = `${ROOT}packages/elements/src/define/all.ts`;
const TEXT = `${ROOT}packages/elements/src/surfaces/text/`;
const DETECTION = `${ROOT}packages/elements/src/object-detection/`;

/**
 * Names of classes that pages and plugins meet, in consoles and in the testing
 * panel: those that can be imported, and whatever is thrown, fired, shown or looked
 * into.
 */
const PUBLIC_NAMES = new RegExp(
  `^(?:${exportedNames().join('|')}|\\w+(?:Element|Error|Event|View))$`,
);

/**
 * The one module that a page loads, beside it the chunks it loads on first
 * use, and the module of the developer tools, which takes what the two have in
 * common from the first. Packages are bundled from their sources.
 */
const host = {
  input: {
    'ls-annotation-host': ENTRY,
    'ls-annotation-devtools': `${ROOT}packages/devtools/src/define/all.ts`,
  },
  // Otherwise everything that the two have in common were a third module.
  preserveEntrySignatures: 'allow-extension',
  output: {
    dir: `${ROOT}dist`,
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'ls-annotation-[name]-[hash].js',
    sourcemap: true,
    // What texts of all kinds have in common comes with the first of them.
    manualChunks: (id) => (id.startsWith(TEXT) ? 'text-surface' : null),
    onlyExplicitManualChunks: true,
    banner: ({isEntry}) => (isEntry ? `/*! Licenses: ${LICENSES} */` : ''),
  },
  plugins: [
    emptyDist(),
    wholeEntry(),
    ...sourcePlugins(),
    elementManifests(),
    guestFiles(),
    bundledLicenses(),
  ],
  onwarn,
};

/**
 * Modules of their own, each with all that it needs: sharing chunks with the
 * host would cost every page that does without them.
 */
const others = ['object-detection', 'object-detection-worker'].map((name) => ({
  input: `${DETECTION}${name === 'object-detection' ? 'index' : name}.ts`,
  output: {file: `${ROOT}dist/${name}.js`, format: 'es', sourcemap: true},
  plugins: sourcePlugins(),
  // Of the packages below, a few functions are used.
  treeshake: {moduleSideEffects: false},
  onwarn,
}));

export default [host, ...others];

function sourcePlugins() {
  return [
    workspaceSources(),
    nodeResolve({exportConditions: ['es2015', 'browser', 'production']}),
    esbuild({target: 'es2022', tsconfig: `${ROOT}tsconfig.base.json`}),
    minifyTemplates(),
    nodeEnv('production'),
    terser({
      ecma: 2022,
      module: true,
      keep_classnames: PUBLIC_NAMES,
      format: {comments: /^!/},
    }),
  ];
}

function exportedNames() {
  return readFileSync(ENTRY, 'utf8').match(/\b[A-Z][a-z]\w+\b/g);
}

function onwarn(warning) {
  throw Object.assign(new Error(), warning);
}

/** Puts the manuals of the elements beside the bundle, for editors and docs. */
function elementManifests() {
  const names = {
    elements: 'custom-elements.json',
    devtools: 'ls-annotation-devtools.custom-elements.json',
  };
  return {
    name: 'element-manifests',
    async generateBundle() {
      for (const [name, fileName] of Object.entries(names)) {
        const path = `${ROOT}packages/${name}/custom-elements.json`;
        const source = await readFile(path);
        this.emitFile({type: 'asset', fileName, source});
      }
    },
  };
}

/** Puts what frames of sandboxed plugins load beside the bundle. */
function guestFiles() {
  return {
    name: 'guest-files',
    async generateBundle() {
      const files = await buildGuestFiles({isProduction: true});
      for (const [fileName, source] of files) {
        this.emitFile({type: 'asset', fileName, source});
      }
    },
  };
}

/**
 * Keeps the module of exports with what it exports: the developer tools do not
 * use it, and without it what the two have in common were a file of its own.
 */
function wholeEntry() {
  return {
    name: 'whole-entry',
    transform: (code, id) =>
      id === ENTRY
        ? {code, map: null, moduleSideEffects: 'no-treeshake'}
        : null,
  };
}

/** Leaves no chunk of an earlier build behind. */
function emptyDist() {
  return {
    name: 'empty-dist',
    async renderStart({dir}) {
      await rm(dir, {recursive: true, force: true});
    },
  };
}

/**
 * Resolves packages of this repository, and only those, by their
 * `development` condition: under it other packages give their debug builds.
 */
function workspaceSources() {
  return {
    name: 'workspace-sources',
    resolveId: (specifier) => workspaceSource(specifier) ?? null,
  };
}

function nodeEnv(value) {
  return {
    name: 'node-env',
    transform: (code) =>
      code.includes('process.env.NODE_ENV')
        ? {code: withNodeEnv(code, value), map: null}
        : null,
  };
}
