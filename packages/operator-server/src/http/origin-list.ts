const LOOPBACK = /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/**
 * Returns whether a page of `origin` may use the server. Without a list, pages
 * of this machine may: what runs here should not answer every site that its
 * user happens to visit.
 */
export function isAllowedOrigin(
  origin: string,
  allowed: readonly string[] | undefined,
): boolean {
  if (!allowed) return LOOPBACK.test(origin);
  return allowed.includes('*') || allowed.includes(origin);
}
