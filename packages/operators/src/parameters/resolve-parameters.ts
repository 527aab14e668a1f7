import {ParameterDefinitionError} from '../errors.js';
import type {OperatorSignal} from '../operator/abort-signal.js';
import type {OperatorContext} from '../operator/operator-context.js';
import type {OperatorFormHooks} from '../operator/operator-form-hooks.js';

import type {BaseParameter} from './base-parameter.js';
import {pointerParts} from './parameter-issue.js';
import type {ParameterValues} from './parameter-values.js';
import {readParameters} from './read-parameters.js';

/** What {@link resolveParameters} takes. */
export interface ResolveParametersOptions {
  /** The parameters as they are declared. */
  readonly parameters: readonly BaseParameter[];
  /** Values as far as they can be read. */
  readonly values: ParameterValues;
  /** What is on display. */
  readonly context: OperatorContext;
  /** Aborted when the answer is no longer wanted. */
  readonly signal: OperatorSignal;
}

/** What an operator asks for, given the values so far. */
export interface ResolvedForm {
  /** The parameters from now on. */
  readonly parameters: readonly BaseParameter[];
  /** Values to set; what has no key keeps what was typed. */
  readonly values: ParameterValues;
}

/**
 * Asks an operator which parameters follow from the values so far; those that
 * were declared when it has nothing to say.
 *
 * Rejects with what the operator throws, and with
 * {@link ParameterDefinitionError} when its answer cannot be read. Wrap it in a
 * `LatestOnly` where it is asked again and again.
 */
export async function resolveParameters(
  operator: Pick<OperatorFormHooks, 'resolve'>,
  {parameters, values, context, signal}: ResolveParametersOptions,
): Promise<ResolvedForm> {
  const answer = await operator.resolve?.({
    parameters: values,
    context,
    signal,
  });
  if (!answer) return {parameters, values: {}};
  const read = readParameters(answer.parameters);
  if (read.ok) return {parameters: read.value, values: answer.values ?? {}};
  const [issue] = read.issues;
  throw new ParameterDefinitionError(
    pointerParts(issue?.path ?? '')[0] ?? '',
    issue?.message ?? 'It cannot be read.',
  );
}
