import {
  pointerParts,
  readParameter,
  readParameterValues,
} from '@ls-annotation/operators';
import type {
  BaseParameter,
  OperatorContext,
  OperatorEntry,
  ParameterIssue,
  ParameterProblem,
  ParameterValues,
} from '@ls-annotation/operators';

import type {ValidationDetail} from '../lightly-studio/validation-detail.js';

/** Values that fit, or what is wrong with them in the shape of answers 422. */
export type CheckedParameters =
  | {readonly ok: true; readonly values: ParameterValues}
  | {readonly ok: false; readonly details: readonly ValidationDetail[]};

/**
 * Checks the values of a request as a form would have: each by itself, then
 * the operator's own checks.
 */
export async function checkParameters(
  {operator, parameters: declared}: OperatorEntry,
  given: ParameterValues,
  context: OperatorContext,
  signal: AbortSignal,
): Promise<CheckedParameters> {
  const parameters = await resolveParameters();
  const values = withRequiredDefaults(parameters, given);
  const read = readParameterValues(parameters, values, {applyDefaults: false});
  if (!read.ok) {
    return refuse(read.issues.map((issue) => toDetail(issue, given)));
  }
  const problems = [
    ...(operator.validate?.(read.value, {context}) ?? []),
    ...((await operator.validateAsync?.(read.value, {context, signal})) ?? []),
  ];
  if (problems.length > 0) {
    return refuse(problems.map((problem) => toDetail(problem, given)));
  }
  return {ok: true, values: read.value};

  async function resolveParameters(): Promise<readonly BaseParameter[]> {
    const options = {parameters: given, context, signal};
    const resolved = (await operator.resolve?.(options)) ?? null;
    if (resolved === null) return declared;
    return resolved.parameters.flatMap((view) => {
      const parameter = readParameter(view);
      return parameter.ok ? [parameter.value] : [];
    });
  }
}

/**
 * What was left out of a form was cleared there, so that optional parameters
 * get no default; a required one cannot have been.
 */
function withRequiredDefaults(
  parameters: readonly BaseParameter[],
  given: ParameterValues,
): ParameterValues {
  const defaults = parameters
    .filter(({required, default: value}) => required && value !== null)
    .map(({name, default: value}) => [name, value]);
  return {...(Object.fromEntries(defaults) as ParameterValues), ...given};
}

function toDetail(
  problem: ParameterIssue | ParameterProblem,
  values: ParameterValues,
): ValidationDetail {
  const {message, path = ''} = problem;
  const code = 'code' in problem ? problem.code : 'parameter/operator';
  const parts = pointerParts(path);
  return {
    type: code === 'parameter/required' ? 'missing' : 'value_error',
    loc: ['body', 'parameters', ...parts.map(toPlace)],
    msg: message,
    input: inputAt(parts, values),
    ctx: {code},
  };
}

function toPlace(part: string): string | number {
  return /^\d+$/.test(part) ? Number(part) : part;
}

function valueAt(parts: readonly string[], values: unknown): unknown {
  const value = parts.reduce<unknown>(
    (at, part) => (at as Record<string, unknown> | null | undefined)?.[part],
    values,
  );
  return value ?? null;
}

/** Text may be a password: what was typed is never sent back. */
function inputAt(parts: readonly string[], values: ParameterValues): unknown {
  const value = valueAt(parts, values);
  return typeof value === 'string' ? null : value;
}

function refuse(details: readonly ValidationDetail[]): CheckedParameters {
  return {ok: false, details};
}
