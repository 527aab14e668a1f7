import {PluginFetchError, PluginOriginError} from '../errors.js';

/**
 * Returns the absolute form of an address that the page gave.
 *
 * @param allowedOrigins - origins that may be loaded from, or `null` for any.
 *   The page's own origin is not implied.
 * @throws {@link PluginFetchError} when it is no address.
 * @throws {@link PluginOriginError} when its origin is not allowed.
 */
export function resolveUrl(
  url: string,
  allowedOrigins: readonly string[] | null,
): string {
  let resolved: URL;
  try {
    resolved = new URL(url, document.baseURI);
  } catch (cause) {
    throw new PluginFetchError(url, null, cause);
  }
  if (allowedOrigins && !isAllowed(resolved, allowedOrigins)) {
    throw new PluginOriginError(resolved.href, allowedOrigins);
  }
  return resolved.href;
}

function isAllowed(url: URL, allowedOrigins: readonly string[]): boolean {
  return allowedOrigins.some(
    (origin) => new URL(origin, document.baseURI).origin === url.origin,
  );
}
