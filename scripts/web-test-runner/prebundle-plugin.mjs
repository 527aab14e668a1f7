import {build} from 'esbuild';
import {ROOT} from '../workspace.mjs';

const PREFIX = '/__prebundled__/';

/**
 * Serves packages of many small modules as a few: RxJS alone is over 200
 * requests for each test file otherwise. All of a package's entry points have
 * to be named, or a page gets two copies of it.
 *
 * @param {string[]} specifiers what sources import, such as `rxjs/testing`.
 */
export function prebundlePlugin(specifiers) {
  const files = new Map();
  return {
    name: 'prebundle',
    async serverStart() {
      const {outputFiles} = await build({
        absWorkingDir: ROOT,
        entryPoints: specifiers.map((specifier) => ({
          in: specifier,
          out: specifier,
        })),
        outdir: PREFIX,
        bundle: true,
        splitting: true,
        write: false,
        format: 'esm',
        target: 'es2022',
        conditions: ['es2015', 'browser', 'development'],
        define: {'process.env.NODE_ENV': '"development"'},
        logLevel: 'error',
      });
      for (const {path, text} of outputFiles) {
        files.set(path.slice(path.indexOf(PREFIX)), text);
      }
    },
    resolveImport({source}) {
      return specifiers.includes(source) ? `${PREFIX}${source}.js` : undefined;
    },
    serve({path}) {
      const body = files.get(path);
      return body === undefined ? undefined : {body, type: 'js'};
    },
  };
}
