/** Schemes that a link may have. */
export const LINK_SCHEMES: ReadonlySet<string> = new Set([
  'http',
  'https',
  'mailto',
]);

/** Schemes that a picture may have, beside `data:image/…`. */
export const IMAGE_SCHEMES: ReadonlySet<string> = new Set([
  'http',
  'https',
  'blob',
]);

/**
 * Tells whether an address has one of `schemes`, or none: `javascript:` and
 * its like never pass, however they are spelled.
 */
export function hasSafeScheme(
  address: string,
  schemes: ReadonlySet<string>,
): boolean {
  const scheme = schemeOf(address);
  return scheme === null || schemes.has(scheme);
}

/** Tells whether an address may be the source of a picture. */
export function isSafeImageAddress(address: string): boolean {
  return (
    hasSafeScheme(address, IMAGE_SCHEMES) ||
    /^data:image\/[a-z0-9.+-]+[;,]/i.test(address)
  );
}

/** Browsers pass over blanks and control characters, so they do here. */
function schemeOf(address: string): string | null {
  // eslint-disable-next-line no-control-regex -- what browsers pass over
  const bare = address.replaceAll(/[\u0000-\u0020]/g, '');
  return /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1]?.toLowerCase() ?? null;
}
