/** How much plain data may be. */
export interface PlainLimits {
  /** Values inside values. */
  readonly depth: number;
  /** Values in all. */
  readonly values: number;
  /** Characters of all texts and keys. */
  readonly characters: number;
}

/** What a message may hold. */
export const MESSAGE_LIMITS: PlainLimits = {
  depth: 24,
  values: 200_000,
  characters: 8_000_000,
};

/** Keys that are never taken over: they reach into prototypes. */
const FORBIDDEN = new Set(['__proto__', 'prototype', 'constructor']);

/** What is left of the limits. */
export interface PlainBudget {
  /** Values. */
  values: number;
  /** Characters of texts and keys. */
  characters: number;
}

/** Says that something is not plain data. */
export class NotPlainError extends TypeError {
  override readonly name = 'NotPlainError';
}

/**
 * Returns a deep copy of plain data: what JSON knows, and `undefined`.
 *
 * @throws {@link NotPlainError} for anything else (functions, class
 *   instances, getters that throw, numbers that are not finite, keys that
 *   reach into prototypes), and for more than the limits.
 */
export function copyPlain(
  value: unknown,
  limits: PlainLimits = MESSAGE_LIMITS,
): unknown {
  const {depth, values, characters} = limits;
  return copyWithin(value, depth, {values, characters});
}

/**
 * As {@link copyPlain}, but draws from a budget, whose rest says afterwards
 * how much there was.
 */
export function copyWithin(
  value: unknown,
  depth: number,
  budget: PlainBudget,
): unknown {
  return copy(value, depth, budget);
}

function copy(value: unknown, depth: number, budget: PlainBudget): unknown {
  budget.values -= 1;
  if (depth < 0 || budget.values < 0) throw tooMuch();
  switch (typeof value) {
    case 'string':
      return spend(value, budget);
    case 'number':
      if (Number.isFinite(value)) return value;
      throw new NotPlainError('A number is not finite.');
    case 'boolean':
    case 'undefined':
      return value;
    case 'object':
      break;
    default:
      throw new NotPlainError(`A ${typeof value} is not plain data.`);
  }
  if (value === null) return null;
  return Array.isArray(value)
    ? Array.from(value, (item: unknown) => copy(item, depth - 1, budget))
    : copyObject(value, depth, budget);
}

function copyObject(
  value: object,
  depth: number,
  budget: PlainBudget,
): Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new NotPlainError('An object of a class is not plain data.');
  }
  const result: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    if (FORBIDDEN.has(key)) {
      throw new NotPlainError(`The key "${key}" is not allowed.`);
    }
    result[spend(key, budget)] = copy(item, depth - 1, budget);
  }
  return result;
}

function spend(text: string, budget: PlainBudget): string {
  budget.characters -= text.length;
  if (budget.characters < 0) throw tooMuch();
  return text;
}

function tooMuch(): NotPlainError {
  return new NotPlainError('It is more than a message may hold.');
}
