import type {BaseParameter} from './base-parameter.js';
import {moveIssue, toPointer} from './parameter-issue.js';
import type {ParameterIssue} from './parameter-issue.js';
import type {ParameterScope} from './parameter-scope.js';
import type {ParameterValues} from './parameter-values.js';
import {unknownKeys} from './read-group.js';

/** A value that is a group of values, and what stands around it. */
export interface GroupValue {
  /** The values. */
  readonly value: ParameterValues;
  /** What stands around it. */
  readonly scope: ParameterScope;
  /** Keys that are no parameter and belong to it all the same. */
  readonly extraKeys?: readonly string[];
}

/** Returns what is wrong with the values of a parameter that groups others. */
export function checkGroup(
  owner: BaseParameter,
  properties: readonly BaseParameter[],
  {value, scope, extraKeys = []}: GroupValue,
): readonly ParameterIssue[] {
  const own = owner
    .nested(value, scope)
    .flatMap((inner) => inner.parameter.validate(inner.value, inner.scope));
  return [...own, ...unknownKeys(properties, value, extraKeys)].map((issue) =>
    moveIssue(issue, toPointer(owner.name)),
  );
}
