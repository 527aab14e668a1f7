import {PluginSyntaxError} from '../errors.js';

import {readInFrame} from './locate-syntax-error.js';
import type {LocateOptions} from './locate-syntax-error.js';

const AsyncFunction = (async () => undefined).constructor as new (
  ...source: string[]
) => unknown;

/**
 * Returns why a plugin's source does not parse, with the place, or `null`
 * when it does. The source is not run: for editors that check what is typed.
 *
 * With a nonce it is read by a script element alone, and nothing is evaluated.
 */
export async function findSyntaxError(
  code: string,
  options: LocateOptions,
): Promise<PluginSyntaxError | null> {
  // A policy reports even the attempt to evaluate that it forbids.
  if (options.kind === 'script' && options.nonce === '') {
    const cause = parseScript(code);
    if (cause === null) return null;
    if (cause) {
      const found = await readInFrame(code, options);
      return new PluginSyntaxError(cause, found?.position ?? null);
    }
  }
  const found = await readInFrame(code, options);
  if (!found?.position) return null;
  return new PluginSyntaxError(new SyntaxError(found.message), found.position);
}

/** Returns `undefined` where the page's policy forbids to find out. */
function parseScript(code: string): SyntaxError | null | undefined {
  try {
    new AsyncFunction('LSI', 'Htx', 'DM', code);
    return null;
  } catch (error) {
    return error instanceof SyntaxError ? error : undefined;
  }
}
