import {fetchCode} from '../load/fetch-code.js';
import {resolveUrl} from '../load/resolve-url.js';
import {watchGlobals} from '../reclaim/globals-watch.js';
import type {NamedSource, PreparedPlugin} from '../runtime/plugin-runner.js';
import type {PluginEnvironment} from '../runtime/plugin-environment.js';

import {compileScript} from './compile-script.js';
import {errorPosition} from './error-position.js';

/** What a script needs to have code that runs where nothing calls it. */
const GOES_ON = /\bawait\b|\basync\b|\bthen\b|\bcatch\b|\bfinally\b|\bimport\b/;

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
    sourceUrl,
    globals: watchGlobals(text),
    goesOn: GOES_ON.test(text),
    start: ({lsi, htx, dm, scriptScope}) => run(lsi, htx, dm, scriptScope),
    locate: (error) => errorPosition(error, sourceUrl),
  };
}
