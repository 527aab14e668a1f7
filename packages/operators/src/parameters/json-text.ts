import type {Parsed} from '@ls-annotation/core';

import type {ParameterIssue} from './parameter-issue.js';

/** Returns the JSON that a text holds; `undefined` for blank text. */
export function parseJsonText<T>(
  text: string,
  issue: () => ParameterIssue,
): Parsed<T | undefined, ParameterIssue> {
  if (text.trim() === '') return {ok: true, value: undefined, warnings: []};
  try {
    return {ok: true, value: JSON.parse(text) as T, warnings: []};
  } catch {
    return {ok: false, issues: [issue()]};
  }
}
