const ALPHABET =
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';

/**
 * Returns a new random id of `length` characters from `[A-Za-z0-9_-]`, the
 * alphabet of Label Studio's region ids.
 */
export function makeId(length = 10): string {
  let id = '';
  for (let index = 0; index < length; index++) {
    id += ALPHABET.charAt(Math.floor(Math.random() * ALPHABET.length));
  }
  return id;
}
