import type {Parsed} from '@ls-annotation/core';

import {toMessage} from '../errors.js';
import type {OperatorSignal} from '../operator/abort-signal.js';
import type {OperatorContext} from '../operator/operator-context.js';
import type {OperatorFormHooks} from '../operator/operator-form-hooks.js';

import type {BaseParameter} from './base-parameter.js';
import type {ParameterIssue} from './parameter-issue.js';
import type {ParameterProblem} from './parameter-problem.js';
import {readParameterValues} from './parameter-values.js';
import type {ParameterValues, ReadValuesOptions} from './parameter-values.js';
import {groupValues} from './read-group.js';

/** What {@link validateParameterValues} takes. */
export interface ValidateValuesOptions extends Omit<
  ReadValuesOptions,
  'context'
> {
  /** Ends the checks that take time. */
  readonly signal: OperatorSignal;
  /** What is on display; the operator's own checks get it. */
  readonly context: OperatorContext;
  /** Whose own checks are made too; left out: none. */
  readonly operator?: Pick<OperatorFormHooks, 'validate' | 'validateAsync'>;
}

/**
 * Makes every check there is: types and constraints, custom checks, those of
 * the operator, and last those that take time, all of these at once.
 *
 * A check that throws is a problem with its words. Rejects with the reason of
 * the signal when that is aborted.
 */
export async function validateParameterValues(
  parameters: readonly BaseParameter[],
  values: ParameterValues,
  options: ValidateValuesOptions,
): Promise<Parsed<ParameterValues, ParameterIssue>> {
  const {signal, context, operator} = options;
  signal.throwIfAborted();
  const read = readParameterValues(parameters, values, options);
  if (!read.ok) return read;
  const own = operator ? operatorIssues(operator, read.value, context) : [];
  if (own.length > 0) return {ok: false, issues: own};
  const found = await Promise.all([
    ...groupValues(parameters, read.value, {context})
      .filter(({parameter}) => parameter.hasAsyncValidation)
      .map(({parameter, value, scope}) =>
        parameter.validateAsync(value, scope, signal),
      ),
    askOperator(read.value, options),
  ]);
  signal.throwIfAborted();
  const issues = found.flat();
  return issues.length > 0 ? {ok: false, issues} : read;
}

/**
 * Returns what the operator itself says about values that fit one by one, as
 * far as it does not take time.
 */
export function operatorIssues(
  operator: Pick<OperatorFormHooks, 'validate'>,
  values: ParameterValues,
  context: OperatorContext,
): readonly ParameterIssue[] {
  try {
    return toIssues(operator.validate?.(values, {context}));
  } catch (thrown) {
    return toIssues([{message: toMessage(thrown)}]);
  }
}

async function askOperator(
  values: ParameterValues,
  {operator, signal, context}: ValidateValuesOptions,
): Promise<readonly ParameterIssue[]> {
  if (!operator?.validateAsync) return [];
  try {
    return toIssues(await operator.validateAsync(values, {signal, context}));
  } catch (thrown) {
    signal.throwIfAborted();
    return toIssues([{message: toMessage(thrown)}]);
  }
}

/** What strangers answer is not trusted to be a list. */
function toIssues(
  answer: readonly ParameterProblem[] | undefined,
): readonly ParameterIssue[] {
  return (answer ?? []).map(({message, path = ''}) => ({
    code: 'parameter/custom',
    path,
    message,
  }));
}
