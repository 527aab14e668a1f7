import type {Issue} from '@ls-annotation/core';

/** Returns what is wrong with a value; `path` is its JSON pointer. */
export type Check = (value: unknown, path: string) => readonly Issue[];

const NONE: readonly Issue[] = [];

/** Takes text. */
export const text = kind('text', (value) => typeof value === 'string');

/** Takes a number. */
export const number = kind('a number', Number.isFinite);

/** Takes true or false. */
export const flag = kind(
  'true or false',
  (value) => typeof value === 'boolean',
);

/** Takes an object with whatever keys. */
export const object = kind('an object', isRecord);

/** Takes what `of` takes, or nothing at all. */
export function optional(of: Check): Check {
  return (value, path) => (value === undefined ? NONE : of(value, path));
}

/** Takes what `of` takes, or `null`. */
export function orNull(of: Check): Check {
  return (value, path) => (value === null ? NONE : of(value, path));
}

/** Takes one of these texts or numbers. */
export function oneOf(...values: readonly (string | number)[]): Check {
  return kind(`one of ${values.join(', ')}`, (value) =>
    values.some((one) => one === value),
  );
}

/** Takes a list, each of whose elements `of` takes. */
export function listOf(of: Check): Check {
  const check = kind('a list', Array.isArray);
  return (value, path) =>
    Array.isArray(value)
      ? value.flatMap((one, at) => of(one, `${path}/${String(at)}`))
      : check(value, path);
}

/** Takes an object, each of whose values `of` takes. */
export function recordOf(of: Check): Check {
  return (value, path) =>
    isRecord(value)
      ? Object.entries(value).flatMap(([key, one]) => of(one, `${path}/${key}`))
      : object(value, path);
}

/** Takes an object whose keys these checks take; it may have others. */
export function shape(checks: Readonly<Record<string, Check>>): Check {
  return (value, path) =>
    isRecord(value)
      ? Object.entries(checks).flatMap(([key, check]) =>
          check(value[key], `${path}/${key}`),
        )
      : object(value, path);
}

function kind(words: string, isKind: (value: unknown) => boolean): Check {
  return (value, path) =>
    isKind(value)
      ? NONE
      : [
          {
            code: 'recording/shape',
            path,
            message: `“${path || '/'}” must be ${words}.`,
          },
        ];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
