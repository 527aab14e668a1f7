import {fetchCode} from '../load/fetch-code.js';
import {resolveUrl} from '../load/resolve-url.js';
import type {NamedSource, PreparedPlugin} from '../runtime/plugin-runner.js';
import type {PluginEnvironment} from '../runtime/plugin-environment.js';

import {compileScript} from './compile-script.js';
import {errorPosition} from './error-position.js';

/**
 * Prepares a Label Studio plugin: fetched once, compiled once, run as a
 * function with `LSI`, `Htx` and `DM` on every display.
 */
export async function prepareScript(
  source: NamedSource,
  environment: PluginEnvironment,
): Promise<PreparedPlugin> {
  const {id, code, src = '', integrity = ''} = source;
  const url =
    code === undefined ? resolveUrl(src, environment.allowedOrigins) : '';
  const text = code ?? (await fetchCode(url, integrity));
  const sourceUrl = url || `ls-plugin-${id}.js`;
  const nonce = source.nonce ?? environment.nonce;
  const run = await compileScript(text, {sourceUrl, nonce});
  return {
    start: ({lsi, htx, dm}) => run(lsi, htx, dm),
    locate: (error) => errorPosition(error, sourceUrl),
  };
}
