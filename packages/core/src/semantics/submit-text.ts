import {attributeFlag, attributeNumber} from '../config/attribute.js';
import type {ConfigTag} from '../config/config-tag.js';

/** Outcome of submitting a line to a `TextArea`. */
export type TextSubmission =
  | {readonly ok: true; readonly value: readonly string[]}
  | {
      readonly ok: false;
      /** Nothing typed, said already, or as many lines as may be. */
      readonly reason: 'empty' | 'duplicate' | 'full';
      /** Text for people, `''` where nothing needs to be said. */
      readonly message: string;
    };

const DUPLICATE_MESSAGE =
  'There is already an entry with that text. Please enter unique text.';

/** Returns the lines in the value of a `TextArea`, which may be one text. */
export function textLines(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return [];
  return (value as readonly unknown[]).map(String);
}

/** Returns true while a `TextArea` takes another line. */
export function canSubmitText(
  tag: ConfigTag,
  existing: readonly string[],
): boolean {
  const most = attributeNumber(tag, 'maxSubmissions');
  return most === undefined || most <= 0 || existing.length < most;
}

/**
 * Returns the lines of a `TextArea` with one more, or why it does not take it.
 *
 * Text of spaces alone is text. With `skipDuplicates`, letters in either case
 * are the same. The caller shows the message and clears what was typed.
 */
export function submitText(
  existing: readonly string[],
  text: string,
  tag: ConfigTag,
): TextSubmission {
  if (text === '') return {ok: false, reason: 'empty', message: ''};
  if (!canSubmitText(tag, existing)) {
    return {ok: false, reason: 'full', message: ''};
  }
  if (attributeFlag(tag, 'skipDuplicates') && isKnown(existing, text)) {
    return {ok: false, reason: 'duplicate', message: DUPLICATE_MESSAGE};
  }
  return {ok: true, value: [...existing, text]};
}

function isKnown(existing: readonly string[], text: string): boolean {
  const wanted = text.toLowerCase();
  return existing.some((line) => line.toLowerCase() === wanted);
}
