import {UnreadableThrownError} from './errors.js';

/**
 * Returns a thrown value so that it can be named, compared and shown: itself,
 * or an error in its place when looking at it throws, as a proxy can.
 */
export function readable(thrown: unknown): unknown {
  try {
    if (thrown instanceof Error) stackOf(thrown);
    wordsOf(thrown);
    return thrown;
  } catch {
    return new UnreadableThrownError(stackOf(thrown));
  }
}

/**
 * Returns what a person may be told about a thrown value: its message when it
 * has one, the value as text when it has none. Never throws.
 */
export function messageOf(thrown: unknown): string {
  try {
    return wordsOf(thrown);
  } catch {
    return new UnreadableThrownError().message;
  }
}

/** Returns the stack of a thrown value, or `''`. Never throws. */
export function stackOf(thrown: unknown): string {
  try {
    const stack = thrown instanceof Error ? thrown.stack : '';
    return typeof stack === 'string' ? stack : '';
  } catch {
    return '';
  }
}

function wordsOf(thrown: unknown): string {
  if (typeof thrown === 'object' && thrown !== null && 'message' in thrown) {
    const words = String(thrown.message);
    if (words !== '') return words;
  }
  return String(thrown);
}
