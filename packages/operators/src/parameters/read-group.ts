import {activityOf} from './activity.js';
import type {BaseParameter, NestedValue} from './base-parameter.js';
import {isRecord, ownValue} from './own-value.js';
import {toPointer} from './parameter-issue.js';
import type {ParameterIssue} from './parameter-issue.js';
import type {ParameterScope} from './parameter-scope.js';
import type {ParameterValues} from './parameter-values.js';

/** What stands around a group of values. */
export type GroupSurroundings = Omit<ParameterScope, 'values'>;

/**
 * Returns the values of a group that count, each with its parameter, in the
 * order of the parameters. Unset ones are among them.
 *
 * @param around - `null` where the group is the values of the operator itself.
 */
export function groupValues(
  parameters: readonly BaseParameter[],
  values: ParameterValues,
  around: Partial<GroupSurroundings> = {},
): readonly NestedValue[] {
  const {root = values, context = null} = around;
  const activity = activityOf(parameters, {values, root});
  const counting = parameters.filter(
    ({name}) => activity.get(name)?.isSubmitted,
  );
  const own = Object.fromEntries(
    counting.map(({name}) => [name, ownValue(values, name)]),
  );
  const scope = {values: own, root: root === values ? own : root, context};
  return counting.map((parameter) => ({
    parameter,
    value: ownValue(own, parameter.name),
    at: toPointer(parameter.name),
    scope,
  }));
}

/** Returns the values that are set, in the form operators get. */
export function normalizeGroup(
  group: readonly NestedValue[],
): Readonly<Record<string, unknown>> {
  const set = group.filter(({parameter, value}) => !parameter.isEmpty(value));
  return Object.fromEntries(
    set.map(({parameter, value, scope}) => [
      parameter.name,
      parameter.normalize(value, scope),
    ]),
  );
}

/** Returns values with the defaults of the parameters that have no key. */
export function withGroupDefaults(
  parameters: readonly BaseParameter[],
  values: ParameterValues,
): ParameterValues {
  if (!isRecord(values)) return values;
  const given = parameters.flatMap((parameter) => {
    const {name} = parameter;
    if (Object.hasOwn(values, name)) {
      return [[name, parameter.withDefaults(values[name])] as const];
    }
    return parameter.default === null
      ? []
      : [[name, parameter.withDefaults(parameter.default)] as const];
  });
  return {...values, ...Object.fromEntries(given)};
}

/** Returns an issue for each key that is no parameter. */
export function unknownKeys(
  parameters: readonly BaseParameter[],
  values: ParameterValues,
  extra: readonly string[] = [],
): readonly ParameterIssue[] {
  const names = new Set([...parameters.map(({name}) => name), ...extra]);
  return Object.keys(values)
    .filter((key) => !names.has(key))
    .map((key) => ({
      code: 'parameter/unknown',
      path: toPointer(key),
      message: 'There is no such parameter.',
    }));
}
