/** A JSON object whose values nobody has looked at yet. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Tells whether `value` is an object with keys, not a list. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns the JSON value that `text` writes, or `undefined`. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * Returns a value of any type as words: text as it is, nothing for nothing,
 * JSON for the rest; never "[object Object]".
 */
export function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  return JSON.stringify(value);
}
