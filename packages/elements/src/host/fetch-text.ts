import type {SourceKind} from '../errors.js';
import {SourceError} from '../errors.js';

const PAGE = /^\s*<(!doctype html|html[\s>])/i;

/**
 * Returns the text at an address relative to the page.
 *
 * @throws {@link SourceError} when there is no answer, not a good one, or a
 *   web page where data was to be.
 */
export async function fetchText(
  kind: SourceKind,
  url: string,
  signal: AbortSignal,
): Promise<string> {
  let response: Response;
  try {
    response = await fetch(new URL(url, document.baseURI), {signal});
  } catch (cause) {
    throw new SourceError(kind, url, {status: null, cause});
  }
  const {status} = response;
  if (!response.ok) throw new SourceError(kind, url, {status});
  const text = await response.text();
  if (PAGE.test(text)) {
    throw new SourceError(kind, url, {status, isWebPage: true});
  }
  return text;
}
