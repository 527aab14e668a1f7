import {PluginIntegrityError} from '../errors.js';

const HASH = /^(sha256|sha384|sha512)-[A-Za-z0-9+/_-]+=*(\?.*)?$/;

/**
 * Refuses an integrity value in which there is nothing to check: browsers
 * ignore what they do not understand, and would run the script.
 *
 * @throws {@link PluginIntegrityError} when no part of it is a known hash.
 */
export function assertIntegrity(url: string, integrity: string): void {
  const hashes = integrity.trim().split(/\s+/);
  if (hashes.some((hash) => HASH.test(hash))) return;
  throw new PluginIntegrityError(url, integrity, null);
}

/**
 * Returns the integrity value of some bytes in the algorithm of `like`, or
 * `''` where the browser has no digests (pages without a secure context).
 */
export async function integrityOf(
  bytes: ArrayBuffer,
  like: string,
): Promise<string> {
  const algorithm = /sha(256|384|512)/.exec(like)?.[1] ?? '384';
  if (!globalThis.isSecureContext) return '';
  const digest = await crypto.subtle.digest(`SHA-${algorithm}`, bytes);
  const text = String.fromCharCode(...new Uint8Array(digest));
  return `sha${algorithm}-${btoa(text)}`;
}
