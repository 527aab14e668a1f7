import type {BaseParameter} from '../parameters/base-parameter.js';
import type {ParameterProblem} from '../parameters/parameter-problem.js';
import type {ParameterValues} from '../parameters/parameter-values.js';
import type {
  ChoiceEntry,
  ParameterDefinition,
} from '../parameters/parameter-view.js';

import type {OperatorSignal} from './abort-signal.js';
import type {OperatorContext} from './operator-context.js';

/** What {@link OperatorFormHooks.resolve} gets. */
export interface ResolveOptions {
  /** Values as far as they can be read; nothing was checked. */
  readonly parameters: ParameterValues;
  /** What is on display; nothing can be changed through it. */
  readonly context: OperatorContext;
  /** Aborted when the answer is no longer wanted. */
  readonly signal: OperatorSignal;
}

/** What {@link OperatorFormHooks.resolve} answers. */
export interface ResolvedParameters {
  /** The parameters from now on, in the order of the form. */
  readonly parameters: readonly (BaseParameter | ParameterDefinition)[];
  /** Values to set; fields that have no key keep what was typed. */
  readonly values?: ParameterValues;
}

/** What {@link OperatorFormHooks.options} gets. */
export interface OptionsRequest {
  /**
   * The parameter whose choices are asked for: its name, or a JSON pointer
   * to one that stands in another: `/rules/label` for a column.
   */
  readonly parameter: string;
  /** What was typed to search; `''` for nothing. */
  readonly query: string;
  /** Values as far as they can be read; nothing was checked. */
  readonly values: ParameterValues;
  /** What is on display; nothing can be changed through it. */
  readonly context: OperatorContext;
  /** Aborted when the answer is no longer wanted. */
  readonly signal: OperatorSignal;
}

/** What {@link OperatorFormHooks.validate} gets. */
export interface ValidateOperatorOptions {
  /** What is on display; nothing can be changed through it. */
  readonly context: OperatorContext;
}

/** What {@link OperatorFormHooks.validateAsync} gets. */
export interface ValidateOperatorAsyncOptions extends ValidateOperatorOptions {
  /** Aborted when the answer is no longer wanted. */
  readonly signal: OperatorSignal;
}

/**
 * What an operator may say to its form, beside its parameters.
 *
 * @typeParam P - shape of the values, which the parameters vouch for.
 */
export interface OperatorFormHooks<P = ParameterValues> {
  /**
   * Returns other parameters for what was given so far. Asked when a form
   * opens, when a value changes, and with the final values before a run.
   */
  resolve?(
    options: ResolveOptions,
  ): ResolvedParameters | null | Promise<ResolvedParameters | null>;

  /** Returns the choices of a parameter with `options: 'async'`. */
  options?(
    request: OptionsRequest,
  ): readonly ChoiceEntry[] | Promise<readonly ChoiceEntry[]>;

  /** Returns what is wrong with values that fit one by one. */
  validate?(
    values: P,
    options: ValidateOperatorOptions,
  ): readonly ParameterProblem[];

  /** The same, where it takes time. Asked after everything else fits. */
  validateAsync?(
    values: P,
    options: ValidateOperatorAsyncOptions,
  ): Promise<readonly ParameterProblem[]>;
}
