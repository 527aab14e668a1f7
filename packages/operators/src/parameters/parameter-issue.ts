import type {Issue} from '@ls-annotation/core';

/** Why a value does not fit its parameter. */
export type ParameterIssueCode =
  | 'parameter/required'
  | 'parameter/type'
  | 'parameter/number'
  | 'parameter/integer'
  | 'parameter/range'
  | 'parameter/columns'
  | 'parameter/unknown'
  | 'parameter/definition';

/**
 * One problem with the value of a parameter.
 *
 * `path` is a JSON pointer into the values: `/threshold`, or
 * `/rules/0/pattern` for a cell. `message` is a sentence that can stand beside
 * the field.
 */
export interface ParameterIssue extends Issue {
  /** Stable identifier of the problem. */
  readonly code: ParameterIssueCode;
}

/** Returns a JSON pointer from its parts. */
export function toPointer(...parts: readonly (string | number)[]): string {
  return parts
    .map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1'))
    .map((part) => `/${part}`)
    .join('');
}

/** Returns the parts of a JSON pointer. */
export function pointerParts(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/**
 * Returns an issue with words for where it is: `rules, row 1, pattern: …`.
 * Rows are counted from one, as people do.
 */
export function describeIssue(issue: ParameterIssue): string {
  const [name = '', row, column] = pointerParts(issue.path);
  const place = [name];
  if (row !== undefined) place.push(`row ${String(Number(row) + 1)}`);
  if (column !== undefined) place.push(column);
  return `${place.join(', ')}: ${issue.message}`;
}

/** Returns all issues in one line, see {@link describeIssue}. */
export function describeIssues(issues: readonly ParameterIssue[]): string {
  return issues.map(describeIssue).join(' ');
}
