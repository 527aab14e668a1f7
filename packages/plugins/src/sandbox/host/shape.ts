/** Says whether a value has a shape. */
export type Shape<T> = (value: unknown) => value is T;

/** Any text of at most `length` characters. */
export function text(length: number): Shape<string> {
  return (value): value is string =>
    typeof value === 'string' && value.length <= length;
}

/** A whole number from `least` on. */
export function count(least = 0): Shape<number> {
  return (value): value is number =>
    Number.isSafeInteger(value) && (value as number) >= least;
}

/** One of some texts. */
export function oneOf<T extends string>(values: readonly T[]): Shape<T> {
  return (value): value is T => values.some((one) => one === value);
}

/** `null`, or what has a shape. */
export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return (value): value is T | null => value === null || shape(value);
}

/** Absent, or what has a shape. */
export function optional<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value): value is T | undefined => value === undefined || shape(value);
}

/** A list of at most `length` things of a shape. */
export function listOf<T>(shape: Shape<T>, length: number): Shape<T[]> {
  return (value): value is T[] =>
    Array.isArray(value) && value.length <= length && value.every(shape);
}

/** An object whose fields have shapes; it may have no others. */
export function record<T extends object>(shapes: {
  readonly [Key in keyof T]-?: Shape<T[Key]>;
}): Shape<T> {
  const fields = Object.entries<Shape<unknown>>(shapes);
  const names = new Set(Object.keys(shapes));
  return (value): value is T =>
    isRecord(value) &&
    Object.keys(value).every((key) => names.has(key)) &&
    fields.every(([key, shape]) =>
      shape(Object.hasOwn(value, key) ? value[key] : undefined),
    );
}

/** An object with texts as keys. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Any boolean. */
export const flag: Shape<boolean> = (value) => typeof value === 'boolean';

/** Any number. */
export const number: Shape<number> = (value) => typeof value === 'number';

/** Anything. */
export const anything: Shape<unknown> = (_value): _value is unknown => true;

/** The very value. */
export function literal<T extends string>(wanted: T): Shape<T> {
  return (value): value is T => value === wanted;
}
