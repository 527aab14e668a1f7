import type {BaseParameter} from '../parameters/base-parameter.js';
import type {ParameterValues} from '../parameters/parameter-values.js';
import type {ParameterDefinition} from '../parameters/parameter-view.js';

import type {OperatorSignal} from './abort-signal.js';
import type {OperatorContext} from './operator-context.js';
import type {OperatorFormHooks} from './operator-form-hooks.js';
import type {OperatorMeta} from './operator-meta.js';
import type {OperatorResult} from './operator-result.js';
import type {OperatorScope} from './operator-scope.js';

/**
 * What `execute` gets.
 *
 * @typeParam P - shape of the values, which the parameters vouch for.
 */
export interface ExecuteOptions<P = ParameterValues> {
  /** Checked values; unset optional parameters have no key. */
  readonly parameters: P;
  /** What is on display, and how to change it. */
  readonly context: OperatorContext;
  /** Aborted when a person cancels, time is up, or the display ends. */
  readonly signal: OperatorSignal;
  /** True in a dry run, which is to change nothing anywhere. */
  readonly isPreview?: boolean;
  /**
   * Says how far the run is.
   *
   * @param fraction - 0 to 1, or `null` when nobody knows.
   * @param text - words for people; the last ones stay when left out.
   */
  readonly progress: (fraction: number | null, text?: string) => void;
  /** Adds a line to the log of the run. */
  readonly log: (message: string) => void;
}

/**
 * A named action with typed parameters, as the registry takes it: an instance
 * of {@link BaseOperator}, or an object with the same members.
 *
 * @typeParam P - shape of the values, which the parameters vouch for.
 */
export interface Operator<P = ParameterValues>
  extends OperatorFormHooks<P>, OperatorMeta {
  /** Unique in its registry; shown to people. */
  readonly name: string;
  /** A sentence for people. */
  readonly description?: string;
  /** In the order of the form; wire JSON is read. */
  readonly parameters?: readonly (BaseParameter | ParameterDefinition)[];
  /** Left out: `root`, everywhere. */
  readonly supportedScopes?: readonly OperatorScope[];

  /** Does the work. */
  execute(options: ExecuteOptions<P>): OperatorResult | Promise<OperatorResult>;

  /** Prepares what every run needs. Runs wait for it. */
  startup?(): void | Promise<void>;

  /** Gives back what `startup` took. */
  shutdown?(): void | Promise<void>;

  /** Returns why it cannot run on what is on display, or `null`. */
  unavailableReason?(context: OperatorContext): string | null;
}
