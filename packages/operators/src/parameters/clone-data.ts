/**
 * Returns a copy of JSON data that shares no list and no object with it. What
 * is not plain data (a file) is left as it is.
 */
export function cloneData<T>(value: T): T {
  if (Array.isArray(value)) return value.map(cloneData) as T;
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, cloneData(one)]),
  ) as T;
}

/** Freezes JSON data to its last leaf, and returns it. */
export function freezeData<T>(value: T): T {
  if (!Array.isArray(value) && !isPlain(value)) return value;
  for (const one of Object.values(value)) freezeData(one);
  return Object.freeze(value);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
