import type {OperatorContext} from '../operator/operator-context.js';
import type {BaseParameter} from '../parameters/base-parameter.js';
import type {ParameterValues} from '../parameters/parameter-values.js';

import type {DisplayJson} from './display-json.js';

/**
 * Which part of a collection an operator is to work on, in LightlyStudio's
 * words; `filter_type` says what the other keys mean.
 */
export interface ContextFilter {
  /** `image`, `video_frame`, `video`, `annotations`, `group` or `sample`. */
  readonly filter_type: string;
  /** Keys of that filter. */
  readonly [key: string]: unknown;
}

/** A value, or what works it out from what is on display when a run starts. */
export type FromContext<T> = T | ((context: OperatorContext) => T);

/** What a {@link toExecuteBody} is made from beside the values. */
export interface ExecuteBodyOptions {
  /** Collection to work on. */
  readonly collectionId: string | null;
  /** Part of it; `null` for all. */
  readonly contextFilter: ContextFilter | null;
  /** What is on display, as far as the operator asks for it. */
  readonly display: DisplayJson;
  /** Whether what was not given goes as `""`, `false` or `[]`. */
  readonly sendsBlanks: boolean;
}

/** Returns the value that `given` stands for in `context`. */
export function fromContext<T>(
  given: FromContext<T>,
  context: OperatorContext,
): T {
  return typeof given === 'function'
    ? (given as (context: OperatorContext) => T)(context)
    : given;
}

/** Returns the JSON that starts a run on a server. */
export function toExecuteBody(
  parameters: readonly BaseParameter[],
  values: ParameterValues,
  {collectionId, contextFilter, display, sendsBlanks}: ExecuteBodyOptions,
): unknown {
  return {
    parameters: sendsBlanks ? withBlanks(parameters, values) : values,
    context: {
      ...(collectionId !== null && {collection_id: collectionId}),
      ...(contextFilter !== null && {context_filter: contextFilter}),
      ...display,
    },
  };
}

/** What LightlyStudio's own dialog sends for a field that was left empty. */
function withBlanks(
  parameters: readonly BaseParameter[],
  values: ParameterValues,
): ParameterValues {
  const blanks = parameters.map(({name, paramType}) => [
    name,
    blank(paramType),
  ]);
  return {...(Object.fromEntries(blanks) as ParameterValues), ...values};
}

function blank(paramType: string | null): unknown {
  if (paramType === 'bool') return false;
  return paramType === 'table' ? [] : '';
}
