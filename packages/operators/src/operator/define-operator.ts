import type {ParameterValuesOf} from '../parameters/parameter-values-of.js';
import type {ParameterDefinition} from '../parameters/parameter-view.js';

import type {Operator} from './operator.js';

/** An operator whose parameters are wire JSON that the compiler knows. */
export type OperatorDefinition<P extends readonly ParameterDefinition[]> = Omit<
  Operator<ParameterValuesOf<P>>,
  'parameters'
> & {
  /** In the order of the form. */
  readonly parameters: P;
};

/**
 * Returns an operator as it was given. It is there for the types: `execute` gets
 * `parameters` typed by the names and types that were declared.
 *
 * @typeParam P - type of the wire JSON; inferred.
 *
 * @example
 * ```ts
 * const greet = defineOperator({
 *   name: 'Greet',
 *   parameters: [
 *     {name: 'who', param_type: 'str', default: 'you'},
 *     {name: 'times', param_type: 'int', min: 1, required: false},
 *   ],
 *   execute: ({parameters: {who, times = 1}}) => ({
 *     success: true,
 *     message: `Hello ${who}! `.repeat(times),
 *   }),
 * });
 * const unregister = registry.register(greet);
 * unregister();
 * ```
 */
export function defineOperator<const P extends readonly ParameterDefinition[]>(
  definition: OperatorDefinition<P>,
): OperatorDefinition<P> {
  return definition;
}
