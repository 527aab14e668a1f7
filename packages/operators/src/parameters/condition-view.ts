/** What a condition can compare with. */
export type ConditionOperand = string | number | boolean | null;

/**
 * A test of one value. Every key that is given must hold; none given is the
 * same as `is_set: true`.
 */
export interface ParameterCondition {
  /**
   * Name of a parameter that stands beside the one that has the condition; or
   * a JSON pointer into all values, `/model/size`.
   */
  readonly parameter: string;
  /** The value is this; `null` is an unset one. */
  readonly equals?: ConditionOperand;
  /** The value is anything but this. */
  readonly not_equals?: ConditionOperand;
  /** The value is one of these; of a list: has one of these. */
  readonly in?: readonly ConditionOperand[];
  /** Whether there is a value; blank text and empty lists are none. */
  readonly is_set?: boolean;
  /** The value is above. */
  readonly gt?: number | string;
  /** The value is this or above. */
  readonly gte?: number | string;
  /** The value is below. */
  readonly lt?: number | string;
  /** The value is this or below. */
  readonly lte?: number | string;
  /** A regular expression is found in the text. */
  readonly matches?: string;
}

/** A condition on the wire: pure JSON, the same in the browser and outside. */
export type ConditionView =
  | ParameterCondition
  | {readonly all: readonly ConditionView[]}
  | {readonly any: readonly ConditionView[]}
  | {readonly not: ConditionView};
