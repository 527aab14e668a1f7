import type {BaseParameter} from './base-parameter.js';
import type {ParameterValues} from './parameter-values.js';
import {withoutSecrets} from './without-secrets.js';

/**
 * Returns values as they may be kept: those of known parameters, without what
 * is secret and without files. Nobody knows whether a value without a
 * parameter is secret, so it is not kept either.
 */
export function keepableValues(
  parameters: readonly BaseParameter[],
  values: ParameterValues,
): ParameterValues {
  const known = new Set(parameters.map(({name}) => name));
  const kept = Object.entries(values).filter(([name]) => known.has(name));
  return withoutSecrets(parameters, Object.fromEntries(kept));
}
