import type {Parsed} from '@ls-annotation/core';

import type {BaseParameter} from './base-parameter.js';
import {isRecord, ownValue} from './own-value.js';
import type {ParameterIssue} from './parameter-issue.js';
import type {ParameterContext} from './parameter-scope.js';
import {
  groupValues,
  normalizeGroup,
  unknownKeys,
  withGroupDefaults,
} from './read-group.js';

/** Values by the name of their parameter; what was not given has no key. */
export type ParameterValues = Readonly<Record<string, unknown>>;

/** How {@link readParameterValues} treats what was left out. */
export interface ReadValuesOptions {
  /**
   * Whether a parameter that has no key in the values gets its default. A
   * form turns this off: there, a field that was cleared means "unset".
   * @defaultValue `true`
   */
  readonly applyDefaults?: boolean;
  /**
   * Whether what is unset is sent as LightlyStudio's own dialog sends it: `''`,
   * `false` for a `bool`, `[]` for a `table`. Otherwise it has no key.
   * @defaultValue `false`
   */
  readonly emptyAsText?: boolean;
  /**
   * What is on display, so that labels and regions can be looked up.
   * @defaultValue `null`, they are not
   */
  readonly context?: ParameterContext | null;
}

/**
 * Checks values against the parameters they are meant for.
 *
 * Answers every issue at once, in the order of the parameters, then one for
 * each key that is no parameter. In the values that are returned, unset
 * optional parameters have no key; neither has one whose condition does not
 * hold, whatever was given for it.
 */
export function readParameterValues(
  parameters: readonly BaseParameter[],
  values: ParameterValues,
  options: ReadValuesOptions = {},
): Parsed<ParameterValues, ParameterIssue> {
  const {applyDefaults = true, emptyAsText = false, context = null} = options;
  if (!isRecord(values)) return {ok: false, issues: [NO_VALUES]};
  const given = applyDefaults ? withGroupDefaults(parameters, values) : values;
  const group = groupValues(parameters, given, {context});
  const issues = group.flatMap(({parameter, value, scope}) =>
    parameter.validate(value, scope),
  );
  issues.push(...unknownKeys(parameters, values));
  if (issues.length > 0) return {ok: false, issues};
  const read = normalizeGroup(group);
  const value = emptyAsText ? withEmpties(group, read) : read;
  return {ok: true, value, warnings: []};
}

/**
 * Returns what a form starts with: for each parameter a copy of its default, or
 * what its type holds for nothing: `''`, `false`, `[]`.
 */
export function initialValues(
  parameters: readonly BaseParameter[],
): ParameterValues {
  return Object.fromEntries(
    parameters
      .filter(({paramType}) => paramType !== 'notice')
      .map((parameter) => [parameter.name, parameter.initialValue()]),
  );
}

const NO_VALUES: ParameterIssue = {
  code: 'parameter/type',
  path: '',
  message: 'Values must be an object.',
};

function withEmpties(
  group: readonly {readonly parameter: BaseParameter}[],
  read: ParameterValues,
): ParameterValues {
  return Object.fromEntries(
    group.map(({parameter}) => [
      parameter.name,
      ownValue(read, parameter.name) ?? parameter.emptyValue(),
    ]),
  );
}
