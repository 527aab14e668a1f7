import type {Parsed} from '@ls-annotation/core';

import {toPointer} from './parameter-issue.js';

import type {BaseParameter} from './base-parameter.js';
import type {ParameterIssue} from './parameter-issue.js';

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
}

/**
 * Checks values against the parameters they are meant for.
 *
 * Answers every issue at once, in the order of the parameters, then one for
 * each key that is no parameter. In the values that are returned, unset
 * optional parameters have no key.
 */
export function readParameterValues(
  parameters: readonly BaseParameter[],
  values: ParameterValues,
  options: ReadValuesOptions = {},
): Parsed<ParameterValues, ParameterIssue> {
  const {applyDefaults = true} = options;
  const issues: ParameterIssue[] = [];
  const read: Record<string, unknown> = {};
  for (const parameter of parameters) {
    const {name} = parameter;
    const given = Object.hasOwn(values, name);
    const value =
      given || !applyDefaults ? values[name] : (parameter.default ?? undefined);
    const found = parameter.validate(value);
    issues.push(...found);
    if (found.length > 0 || parameter.isEmpty(value)) continue;
    read[name] = parameter.normalize(value);
  }
  issues.push(...unknownKeys(parameters, values));
  if (issues.length > 0) return {ok: false, issues};
  return {ok: true, value: read, warnings: []};
}

function unknownKeys(
  parameters: readonly BaseParameter[],
  values: ParameterValues,
): readonly ParameterIssue[] {
  const names = new Set(parameters.map(({name}) => name));
  return Object.keys(values)
    .filter((key) => !names.has(key))
    .map((key) => ({
      code: 'parameter/unknown',
      path: toPointer(key),
      message: 'There is no such parameter.',
    }));
}
