import type {Tenancy} from './tenancy.js';

/** A function of the page that a plugin may put another one in the place of. */
interface Place {
  readonly path: string;
  readonly owner: object;
  readonly key: string;
}

/** One that it did put another in the place of. */
interface Overwrite extends Place {
  /** Own property before, `undefined` when the owner inherits it. */
  readonly before: PropertyDescriptor | undefined;
  isOver: boolean;
}

const placesOf = new WeakMap<Tenancy, readonly Place[]>();

/** By what stands there now. */
const overwrites = new WeakMap<object, Overwrite>();

/**
 * Returns what notes, when a stretch of a run's code is over, which functions
 * of the page it has put others in the place of; `null` when its source has
 * nothing that could.
 */
export function watchOverwrites(tenancy: Tenancy): (() => void) | null {
  const places = placesOf.get(tenancy) ?? findPlaces(tenancy);
  if (places.length === 0) return null;
  const before = places.map(propertyAt);
  return () => {
    places.forEach((place, index) => {
      takeOverwrite(tenancy, place, before[index]);
    });
  };
}

function findPlaces(tenancy: Tenancy): readonly Place[] {
  const {names, members} = tenancy.globals;
  const places = [...names, ...members].flatMap((path) => {
    try {
      return placeOf(path);
    } catch {
      // A getter that does not like to be asked.
      return [];
    }
  });
  placesOf.set(tenancy, places);
  return places;
}

function propertyAt({owner, key}: Place): PropertyDescriptor | undefined {
  return Object.getOwnPropertyDescriptor(owner, key);
}

/** Returns where a path leads, when there is a function. */
function placeOf(path: string): readonly Place[] {
  const parts = path.split('.');
  const key = parts.pop() ?? '';
  let owner: unknown = globalThis;
  for (const part of parts) {
    if (!isObject(owner) || !(part in owner)) return [];
    owner = Reflect.get(owner, part);
  }
  if (!isObject(owner)) return [];
  const isFunction = typeof Reflect.get(owner, key) === 'function';
  return isFunction ? [{path, owner, key}] : [];
}

function takeOverwrite(
  tenancy: Tenancy,
  place: Place,
  before: PropertyDescriptor | undefined,
): void {
  const own = (): unknown => propertyAt(place)?.value;
  const theirs: unknown = own();
  if (typeof theirs !== 'function' || theirs === before?.value) return;
  if (overwrites.get(theirs)?.isOver === false) return;
  const overwrite = {...place, before, isOver: false};
  overwrites.set(theirs, overwrite);
  const isThere = (): boolean => own() === theirs;
  const release = (): void => {
    overwrite.isOver = true;
    if (isThere()) putBack(overwrite);
  };
  const what = place.path;
  tenancy.take({kind: 'global', what, isLasting: isThere, release});
  if (tenancy.isClosed) release();
}

/** What other plugins put there, and have ended since, does not come back. */
function putBack({owner, key, before}: Overwrite): void {
  let found = before;
  for (;;) {
    const value: unknown = found?.value;
    const below = isObject(value) ? overwrites.get(value) : undefined;
    if (!below?.isOver) break;
    found = below.before;
  }
  if (found) Object.defineProperty(owner, key, found);
  else Reflect.deleteProperty(owner, key);
}

function isObject(value: unknown): value is object {
  return (
    (typeof value === 'object' && value !== null) || typeof value === 'function'
  );
}
