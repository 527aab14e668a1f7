const SAFE_PROTOCOLS = new Set(['http:', 'https:', 'blob:']);
const DATA = /^\s*data:/i;
const MEDIA_DATA = /^\s*data:(audio|video)\//i;

/**
 * Returns an address that sound or video may be loaded from, or `null`.
 *
 * Task data is not trusted: only `http`, `https`, `blob`, `data:audio/…` and
 * `data:video/…` addresses are, and relative ones.
 *
 * @param address - As the task gives it.
 * @param base - What a relative one is relative to.
 */
export function safeMediaAddress(address: string, base: string): string | null {
  if (DATA.test(address)) {
    return MEDIA_DATA.test(address) ? address.trim() : null;
  }
  try {
    const url = new URL(address, base);
    if (SAFE_PROTOCOLS.has(url.protocol)) return url.href;
    return URL.canParse(address) ? null : url.href;
  } catch {
    return null;
  }
}
