import type {LogValue} from '../log-value.js';

import {flag, number, text} from './shape.js';
import type {Shape} from './shape.js';

const short = text(200);
const long = text(5000);

/** A value that a guest has logged; how deep it is was seen before. */
export const logValue: Shape<LogValue> = (value): value is LogValue => {
  if (!Array.isArray(value)) return false;
  const [kind, ...parts] = value as readonly unknown[];
  const [first, second] = parts;
  switch (kind) {
    case 'value':
      return has(parts, 1) && isPrimitive(first);
    case 'special':
      return has(parts, 2) && isSpecial(first) && long(second);
    case 'function':
      return has(parts, 1) && long(first);
    case 'error':
      return has(parts, 3) && parts.every(long);
    case 'list':
    case 'set':
      return has(parts, 1) && Array.isArray(first) && first.every(logValue);
    case 'map':
      return has(parts, 1) && arePairs(first, logValue);
    case 'object':
      return has(parts, 2) && long(first) && arePairs(second, long);
    case 'root':
      return has(parts, 0);
    case 'annotation':
      return has(parts, 1) && short(first);
    case 'region':
      return has(parts, 2) && parts.every(short);
    default:
      return false;
  }
};

function has(parts: readonly unknown[], count: number): boolean {
  return parts.length === count;
}

function isPrimitive(value: unknown): boolean {
  const isNothing = value === null || value === undefined;
  return isNothing || long(value) || number(value) || flag(value);
}

function isSpecial(value: unknown): boolean {
  return value === 'number' || value === 'bigint' || value === 'symbol';
}

function arePairs(value: unknown, key: Shape<unknown>): boolean {
  return (
    Array.isArray(value) &&
    value.every(
      (pair: unknown) =>
        Array.isArray(pair) &&
        pair.length === 2 &&
        key(pair[0]) &&
        logValue(pair[1]),
    )
  );
}
