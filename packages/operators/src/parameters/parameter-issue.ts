import type {Issue} from '@ls-annotation/core';

/** Why a value does not fit its parameter. */
export type ParameterIssueCode =
  | 'parameter/required'
  | 'parameter/type'
  | 'parameter/number'
  | 'parameter/integer'
  | 'parameter/range'
  | 'parameter/multiple'
  | 'parameter/length'
  | 'parameter/pattern'
  | 'parameter/format'
  | 'parameter/choice'
  | 'parameter/items'
  | 'parameter/unique'
  | 'parameter/variant'
  | 'parameter/columns'
  | 'parameter/size'
  | 'parameter/accept'
  | 'parameter/custom'
  | 'parameter/unknown'
  | 'parameter/definition'
  | 'parameter/schema';

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

/** Returns an issue moved to `place`, which replaces its first `skip` parts. */
export function moveIssue(
  {path, ...issue}: ParameterIssue,
  place: string,
  skip = 0,
): ParameterIssue {
  const rest = pointerParts(path).slice(skip);
  return {...issue, path: place + toPointer(...rest)};
}

/**
 * Returns an issue with words for where it is: `rules, row 1, pattern: …`.
 * Rows and entries are counted from one, as people do.
 */
export function describeIssue(issue: ParameterIssue): string {
  const [name = '', ...rest] = pointerParts(issue.path);
  const place = [name, ...rest.map(placeText)].filter((part) => part !== '');
  if (place.length === 0) return issue.message;
  return `${place.join(', ')}: ${issue.message}`;
}

/** Returns all issues in one line, see {@link describeIssue}. */
export function describeIssues(issues: readonly ParameterIssue[]): string {
  return issues.map(describeIssue).join(' ');
}

function placeText(part: string): string {
  return /^\d+$/.test(part) ? `row ${String(Number(part) + 1)}` : part;
}
