import type {BaseParameter} from '../parameters/base-parameter.js';
import type {ParameterValues} from '../parameters/parameter-values.js';

import type {ExecuteOptions, Operator} from './operator.js';
import type {OperatorContext} from './operator-context.js';
import type {OperatorResult} from './operator-result.js';
import type {OperatorScope} from './operator-scope.js';

/**
 * Base of operators, after LightlyStudio's class of the same name.
 *
 * @typeParam P - shape of the values, which the parameters vouch for.
 *
 * @example
 * ```ts
 * class CountRegions extends BaseOperator {
 *   readonly name = 'Count regions';
 *   readonly description = 'Says how many regions there are.';
 *   readonly parameters = [];
 *   readonly supportedScopes = [OperatorScope.annotation];
 *
 *   execute({context}: ExecuteOptions) {
 *     const count = context.annotation?.regions.size ?? 0;
 *     return {success: true, message: `${count} regions`};
 *   }
 * }
 * const unregister = registry.register(new CountRegions());
 * unregister();
 * ```
 */
export abstract class BaseOperator<P = ParameterValues> implements Operator<P> {
  /** Unique in its registry; shown to people. */
  abstract readonly name: string;
  /** A sentence for people. */
  abstract readonly description: string;
  /** In the order of the form. */
  abstract readonly parameters: readonly BaseParameter[];
  /** The operator is applicable where one of them is. */
  abstract readonly supportedScopes: readonly OperatorScope[];

  /**
   * Does the work.
   *
   * What it throws, or rejects with, ends the run as failed. `success: false`
   * does so without an error.
   */
  abstract execute(
    options: ExecuteOptions<P>,
  ): OperatorResult | Promise<OperatorResult>;

  /**
   * Prepares what every run needs. Called once when the operator is
   * registered; runs wait for it, and cannot start when it throws.
   */
  startup(): void | Promise<void> {
    return undefined;
  }

  /** Gives back what `startup` took. Called when the registration ends. */
  shutdown(): void | Promise<void> {
    return undefined;
  }

  /**
   * Returns why the operator cannot run on what is on display, as a sentence
   * for people, or `null` when it can. Scopes are checked before.
   */
  unavailableReason(_context: OperatorContext): string | null {
    return null;
  }
}
