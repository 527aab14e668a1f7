type Expectation = Readonly<Record<string, unknown>>;

/** Matchers: objects with one or more of these keys, and no other. */
const MATCHERS: Readonly<
  Record<string, (actual: unknown, wanted: unknown) => boolean>
> = {
  $matches: (actual, wanted) =>
    typeof actual === 'string' && new RegExp(String(wanted)).test(actual),
  $contains: (actual, wanted) =>
    typeof actual === 'string'
      ? actual.includes(String(wanted))
      : Array.isArray(actual) &&
        actual.some((item) => mismatchOf(item, wanted) === null),
  $min: (actual, wanted) => Number(actual) >= Number(wanted),
  $max: (actual, wanted) => Number(actual) <= Number(wanted),
  $length: (actual, wanted) =>
    (Array.isArray(actual) || typeof actual === 'string') &&
    actual.length === wanted,
  $absent: (actual, wanted) => (actual === undefined) === wanted,
  $not: (actual, wanted) => mismatchOf(actual, wanted) !== null,
};

/**
 * Compares a value with what is expected of it.
 *
 * Objects have to have the keys that are named, lists have to be as long; an
 * object of matchers (`{"$min": 3}`) says something about a value.
 *
 * @param path - Name of the value in the answer.
 * @returns What is wrong in words, `null` when nothing is.
 */
export function mismatchOf(
  actual: unknown,
  expected: unknown,
  path = 'it',
): string | null {
  if (isMatcher(expected)) return matcherMismatch(actual, expected, path);
  if (Array.isArray(expected)) return listMismatch(actual, expected, path);
  if (isObject(expected)) return objectMismatch(actual, expected, path);
  return Object.is(actual, expected)
    ? null
    : `${path} is ${show(actual)}, not ${show(expected)}`;
}

function matcherMismatch(
  actual: unknown,
  matchers: Expectation,
  path: string,
): string | null {
  const wrong = Object.entries(matchers).find(
    ([name, wanted]) => MATCHERS[name]?.(actual, wanted) !== true,
  );
  if (!wrong) return null;
  return `${path} is ${show(actual)}, which is not ${show(matchers)}`;
}

function listMismatch(
  actual: unknown,
  expected: readonly unknown[],
  path: string,
): string | null {
  if (!Array.isArray(actual)) return `${path} is ${show(actual)}, no list`;
  if (actual.length !== expected.length) {
    return `${path} has ${actual.length} entries, not ${expected.length}`;
  }
  return firstOf(
    expected.map(
      (item, index) => () =>
        mismatchOf(actual[index], item, `${path}[${index}]`),
    ),
  );
}

function objectMismatch(
  actual: unknown,
  expected: Expectation,
  path: string,
): string | null {
  if (!isObject(actual)) return `${path} is ${show(actual)}, no object`;
  return firstOf(
    Object.entries(expected).map(
      ([key, value]) =>
        () =>
          mismatchOf(actual[key], value, `${path}.${key}`),
    ),
  );
}

function firstOf(checks: readonly (() => string | null)[]): string | null {
  for (const check of checks) {
    const wrong = check();
    if (wrong !== null) return wrong;
  }
  return null;
}

function isMatcher(value: unknown): value is Expectation {
  if (!isObject(value)) return false;
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => key in MATCHERS);
}

function isObject(value: unknown): value is Expectation {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  return value === undefined ? 'absent' : JSON.stringify(value);
}
