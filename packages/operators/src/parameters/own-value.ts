/**
 * Returns the value an object has itself under a key: a parameter may be called
 * `toString` or `__proto__`.
 */
export function ownValue(
  values: Readonly<Record<string, unknown>>,
  key: string,
): unknown {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

/** Tells whether a value is an object that is no list. */
export function isRecord(
  value: unknown,
): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
