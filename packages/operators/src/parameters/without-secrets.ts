import type {BaseParameter} from './base-parameter.js';
import {isFileSource} from './operator-file.js';
import {isRecord} from './own-value.js';
import type {ParameterValues} from './parameter-values.js';

/** What a parameter that holds others is made of. */
type Group = BaseParameter & {
  readonly secret?: boolean;
  readonly item?: BaseParameter;
  readonly columns?: readonly BaseParameter[];
  readonly properties?: readonly BaseParameter[];
  readonly variants?: readonly {
    readonly properties: readonly BaseParameter[];
  }[];
};

/**
 * Returns values as they may be remembered or logged: without what `secret`
 * parameters hold, however deep, and without files. Conditions do not count: a
 * secret that is not asked for at the moment is one.
 */
export function withoutSecrets(
  parameters: readonly BaseParameter[],
  values: ParameterValues,
): ParameterValues {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => {
      // Variants may have parameters of the same name.
      const own = parameters.filter(({name}) => name === key);
      const kept = own.reduce(
        (rest: unknown, parameter) => strip(parameter, rest),
        value,
      );
      return kept === undefined ? [] : [[key, kept] as const];
    }),
  );
}

function strip(parameter: Group, value: unknown): unknown {
  if (parameter.secret === true || isFileSource(value)) return undefined;
  if (Array.isArray(value)) {
    return (value as readonly unknown[])
      .map((one) => stripEntry(parameter, one))
      .filter((one) => one !== undefined);
  }
  return isRecord(value) ? stripGroup(parameter, value) : value;
}

function stripEntry(parameter: Group, entry: unknown): unknown {
  if (parameter.item) return strip(parameter.item, entry);
  if (isFileSource(entry)) return undefined;
  return isRecord(entry) ? stripGroup(parameter, entry) : entry;
}

function stripGroup(
  {columns = [], properties = [], variants = []}: Group,
  values: ParameterValues,
): ParameterValues {
  const inner = variants.flatMap((variant) => variant.properties);
  return withoutSecrets([...columns, ...properties, ...inner], values);
}
