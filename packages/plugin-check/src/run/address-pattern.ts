/**
 * Returns whether an address fits a pattern.
 *
 * `*` stands for anything, a pattern that ends with `/` for everything below
 * it, one that starts with `/` for the page's own server. A pattern without a
 * query fits any query.
 */
export function fitsAddress(
  pattern: string,
  url: URL,
  origin: string,
): boolean {
  const full = pattern.startsWith('/') ? origin + pattern : pattern;
  const isAbove = full.endsWith('/');
  const {href} = url;
  const address = full.includes('?') ? href : href.split(/[?#]/, 1)[0];
  const source = full
    .split('*')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${source}${isAbove ? '.*' : ''}$`).test(address ?? '');
}
