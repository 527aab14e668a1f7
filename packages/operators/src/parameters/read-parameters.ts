import type {Parsed} from '@ls-annotation/core';

import type {BaseParameter} from './base-parameter.js';
import {conditionParameters} from './condition.js';
import {toPointer} from './parameter-issue.js';
import type {ParameterIssue} from './parameter-issue.js';
import type {ParameterDefinition} from './parameter-view.js';
import {PARAMETER_READERS} from './parameter-readers.js';
import {readParameter} from './read-parameter.js';
import type {ParameterReaders} from './read-parameter.js';

/**
 * Reads the parameters of an operator: wire JSON, instances, or both.
 *
 * Answers every issue at once. Two parameters of one name cannot be read; a
 * condition that names none is a warning.
 */
export function readParameters(
  definitions: readonly (BaseParameter | ParameterDefinition)[],
  readers: ParameterReaders = PARAMETER_READERS,
): Parsed<readonly BaseParameter[], ParameterIssue> {
  const value: BaseParameter[] = [];
  const issues: ParameterIssue[] = [];
  const warnings: ParameterIssue[] = [];
  for (const definition of definitions) {
    const read = isParameter(definition)
      ? {ok: true as const, value: definition, warnings: []}
      : readParameter(definition, readers);
    if (!read.ok) issues.push(...read.issues);
    else {
      value.push(read.value);
      warnings.push(...read.warnings);
    }
  }
  issues.push(...twins(value));
  if (issues.length > 0) return {ok: false, issues};
  return {ok: true, value, warnings: [...warnings, ...strayNames(value)]};
}

/** By shape: a page may hold two copies of this package. */
export function isParameter(
  item: BaseParameter | ParameterDefinition,
): item is BaseParameter {
  return (
    typeof item === 'object' &&
    typeof (item as Partial<BaseParameter> | null)?.validate === 'function'
  );
}

function twins(
  parameters: readonly BaseParameter[],
): readonly ParameterIssue[] {
  const seen = new Set<string>();
  return parameters.flatMap(({name}) => {
    const isTwin = seen.has(name);
    seen.add(name);
    return isTwin ? [definitionIssue(name, 'The name is used twice.')] : [];
  });
}

function strayNames(
  parameters: readonly BaseParameter[],
): readonly ParameterIssue[] {
  const names = new Set(parameters.map(({name}) => name));
  return parameters.flatMap(({name, ...parameter}) =>
    [
      ...[parameter.visibleWhen, parameter.enabledWhen].flatMap((condition) =>
        condition ? conditionParameters(condition) : [],
      ),
      ...(parameter.dependsOn ?? []),
    ]
      .filter((other) => !other.startsWith('/') && !names.has(other))
      .map((other) =>
        definitionIssue(name, `It depends on "${other}", which is not there.`),
      ),
  );
}

function definitionIssue(name: string, message: string): ParameterIssue {
  return {code: 'parameter/definition', path: toPointer(name), message};
}
