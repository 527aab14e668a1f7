import {
  PluginFetchError,
  PluginIntegrityError,
  PluginNotScriptError,
} from '../errors.js';

import {assertIntegrity, integrityOf} from './integrity.js';

const SCRIPT_TYPE =
  /^(|text\/plain|application\/octet-stream)$|(java|ecma)script/;
const MARKUP = /^\s*<(!doctype|html|head|body|\?xml)/i;

/**
 * Returns the source text at an absolute address.
 *
 * @param integrity - hash that the bytes must have, or `''`; the browser
 *   checks it.
 * @throws {@link PluginFetchError} when there is no answer, or not a good one.
 * @throws {@link PluginIntegrityError} when the bytes are other ones.
 * @throws {@link PluginNotScriptError} when the answer is not JavaScript.
 */
export async function fetchCode(
  url: string,
  integrity: string,
): Promise<string> {
  if (integrity) assertIntegrity(url, integrity);
  const response = await request(url, integrity);
  if (!response.ok) throw new PluginFetchError(url, response.status);
  const type = mimeType(response);
  if (!SCRIPT_TYPE.test(type)) throw new PluginNotScriptError(url, type);
  const code = await response.text();
  if (MARKUP.test(code)) throw new PluginNotScriptError(url, '');
  return code;
}

/**
 * Finds out why an address could not be used, for which the browser gives no
 * reason; returns `null` when nothing is wrong with what it answers.
 */
export async function diagnoseUrl(
  url: string,
  integrity: string,
): Promise<Error | null> {
  try {
    await fetchCode(url, integrity);
    return null;
  } catch (error) {
    return error as Error;
  }
}

async function request(url: string, integrity: string): Promise<Response> {
  try {
    return await fetch(url, {integrity});
  } catch (cause) {
    if (!integrity) throw new PluginFetchError(url, null, cause);
  }
  // A wrong hash and a dead address are the same TypeError; ask once more.
  const response = await fetch(url).catch((cause: unknown) => {
    throw new PluginFetchError(url, null, cause);
  });
  if (!response.ok) throw new PluginFetchError(url, response.status);
  const bytes = await response.arrayBuffer();
  const actual = await integrityOf(bytes, integrity);
  throw new PluginIntegrityError(url, integrity, actual);
}

function mimeType(response: Response): string {
  const header = response.headers.get('content-type') ?? '';
  return header.split(';', 1)[0]?.trim().toLowerCase() ?? '';
}
