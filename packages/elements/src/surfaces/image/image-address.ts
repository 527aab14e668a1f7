const SAFE_PROTOCOLS = new Set(['http:', 'https:', 'blob:']);

/**
 * Returns an address that a picture may be loaded from, or `null`.
 *
 * Task data is not trusted: only `http`, `https`, `blob` and `data:image/…`
 * addresses are, and relative ones on a page that has such an address.
 *
 * @param address - As the task gives it.
 * @param base - What a relative one is relative to.
 */
export function safeImageAddress(address: string, base: string): string | null {
  if (/^\s*data:/i.test(address)) {
    return /^\s*data:image\//i.test(address) ? address.trim() : null;
  }
  try {
    const url = new URL(address, base);
    if (SAFE_PROTOCOLS.has(url.protocol)) return url.href;
    return URL.canParse(address) ? null : url.href;
  } catch {
    return null;
  }
}

/** Returns an address short enough to be shown to people. */
export function shortAddress(address: string, most = 160): string {
  return address.length <= most ? address : `${address.slice(0, most)}…`;
}
