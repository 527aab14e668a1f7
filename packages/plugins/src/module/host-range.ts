/** Version of the host, for the `host` of manifests. */
export const HOST_VERSION = '0.1.0';

type Version = readonly [major: number, minor: number, patch: number];

/** A version of which parts may be left out, and how it is meant. */
const PART =
  /^(\^|~|>=|<=|>|<|=)?\s*v?(\d+|[x*])(?:\.(\d+|[x*]))?(?:\.(\d+|[x*]))?(?:[-+].*)?$/i;

/**
 * Returns whether a version is in a range as npm writes them: `^0.1`,
 * `~1.2.3`, `>=0.1 <2`, `1.x`, `*`, and several with `||` between; `null` when
 * the range cannot be read.
 */
export function isInRange(version: string, range: string): boolean | null {
  const wanted = toVersion(version.split('.'));
  let isIn = false;
  for (const alternative of range.split('||')) {
    const text = alternative.trim().replace(/(\^|~|[<>]=?|=)\s+/g, '$1');
    const parts = text === '' ? ['*'] : text.split(/\s+/);
    const answers = parts.map((part) => fits(wanted, part));
    if (answers.includes(null)) return null;
    if (answers.every(Boolean)) isIn = true;
  }
  return isIn;
}

function fits(version: Version, part: string): boolean | null {
  const match = PART.exec(part);
  if (!match) return null;
  const [, operator, ...texts] = match.map(
    (text: string | undefined) => text ?? '',
  );
  const wild = texts.findIndex((text) => !/^\d/.test(text));
  const given = wild === -1 ? texts : texts.slice(0, wild);
  const low = toVersion(given);
  const high = next(low, given.length - 1);
  switch (operator) {
    case '>=':
      return compare(version, low) >= 0;
    case '<':
      return compare(version, low) < 0;
    case '>':
      return given.length < 3
        ? compare(version, high) >= 0
        : compare(version, low) > 0;
    case '<=':
      return given.length < 3
        ? compare(version, high) < 0
        : compare(version, low) <= 0;
    case '^':
      return isBetween(version, low, next(low, caretPlace(low, given.length)));
    case '~':
      return isBetween(version, low, next(low, Math.min(given.length - 1, 1)));
    default:
      return isBetween(version, low, high);
  }
}

/** The first part that is not zero may not grow. */
function caretPlace(version: Version, length: number): number {
  const place = version.findIndex((part) => part > 0);
  return place === -1 ? length - 1 : place;
}

/** The least version in which the part at `place` is one more. */
function next(version: Version, place: number): Version {
  if (place < 0) return [Infinity, 0, 0];
  const kept = version.slice(0, place + 1);
  return toVersion(kept.map((part, at) => (at === place ? part + 1 : part)));
}

function isBetween(version: Version, low: Version, high: Version): boolean {
  return compare(version, low) >= 0 && compare(version, high) < 0;
}

function compare(a: Version, b: Version): number {
  for (const [at, part] of a.entries()) {
    const other = b[at] ?? 0;
    if (part !== other) return part < other ? -1 : 1;
  }
  return 0;
}

function toVersion(parts: readonly (number | string)[]): Version {
  const [major = 0, minor = 0, patch = 0] = parts.map(Number);
  return [major, minor, patch];
}
