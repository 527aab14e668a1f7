import {readFile, stat} from 'node:fs/promises';
import {extname, join, resolve, sep} from 'node:path';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {ROOT, withNodeEnv} from '../workspace.mjs';

/** Conditions under which workspace packages resolve to their sources. */
export const EXPORT_CONDITIONS = ['development', 'browser'];

/** Compiles TypeScript, decorators included, as `tsc` would. */
export function typescriptPlugin() {
  return esbuildPlugin({
    ts: true,
    target: 'auto',
    tsconfig: join(ROOT, 'tsconfig.base.json'),
  });
}

/** Replaces `process.env.NODE_ENV`, which immer reads, in served scripts. */
export function nodeEnvPlugin(value = 'development') {
  return {
    name: 'node-env',
    transform(context) {
      if (!context.response.is('js') || typeof context.body !== 'string') {
        return undefined;
      }
      return withNodeEnv(context.body, value);
    },
  };
}

/**
 * Gives the page one more turn after a file's last test, in which rejections
 * that nothing handled come to light before the results are sent.
 */
export function lastTurnPlugin() {
  return {
    name: 'last-turn',
    transform(context) {
      if (!context.path.endsWith('.test.ts')) return undefined;
      const hook = 'after(() => new Promise((done) => setTimeout(done, 4)));';
      return `${context.body}\n${hook}\n`;
    },
  };
}

/** Leaves alone what onnxruntime-web imports where it runs on Node. */
export function onnxRuntimePlugin() {
  return {
    name: 'onnxruntime-web',
    resolveImport: ({source, context}) =>
      context.path.includes('/onnxruntime-web/') ? source : undefined,
  };
}

/** Serves the sources of workers where the built ones will be. */
export function workerSources() {
  return function serveWorker(context, next) {
    if (/^\/packages\/.*-worker\.js$/.test(context.path)) {
      context.url = context.url.replace(/\.js(?=$|\?)/, '.ts');
    }
    return next();
  };
}

/**
 * Serves files as they are, from folders mounted at URL prefixes. What is not
 * there answers 404, also when the whole folder is missing.
 *
 * @param {Record<string, string>} mounts folder by URL prefix, folders
 *   relative to the repository.
 */
export function staticMounts(mounts) {
  const entries = Object.entries(mounts).map(([prefix, folder]) => ({
    prefix,
    folder: resolve(ROOT, folder),
  }));
  return async function serveMount(context, next) {
    const mount = entries.find(({prefix}) => context.path.startsWith(prefix));
    if (mount === undefined) return next();
    const path = resolve(
      mount.folder,
      decodeURIComponent(context.path.slice(mount.prefix.length)),
    );
    const inside = path.startsWith(mount.folder + sep);
    const found = inside && (await isFile(path));
    context.status = found ? 200 : 404;
    // Documents of opaque origins read them too.
    context.set('access-control-allow-origin', '*');
    context.type = found ? extname(path) || 'text/plain' : 'text/plain';
    context.body = found ? await readFile(path) : 'Not found';
    return undefined;
  };
}

async function isFile(path) {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
