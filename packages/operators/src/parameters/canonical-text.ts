import {isRecord} from './own-value.js';

/** Returns the same text for JSON values that are equal, and only for them. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) =>
    isRecord(one)
      ? Object.entries(one).sort(([left], [right]) => (left < right ? -1 : 1))
      : one,
  );
}
