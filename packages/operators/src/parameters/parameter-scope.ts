import type {AnnotationState, LabelConfig} from '@ls-annotation/core';

import type {ParameterValues} from './parameter-values.js';

/** The part of an operator's context that parameters look at. */
export interface ParameterContext {
  /** The labeling config, or `null`. */
  readonly config: LabelConfig | null;
  /** The annotation on display, or `null`. */
  readonly annotation: AnnotationState | null;
}

/** What stands around a value while it is checked. */
export interface ParameterScope {
  /** The values beside it: of the operator, the object or the row. */
  readonly values: ParameterValues;
  /** All values of the operator. */
  readonly root: ParameterValues;
  /**
   * What is on display. Labels and regions are looked up in it; where it is
   * `null`, as on a server, only their type is checked.
   */
  readonly context: ParameterContext | null;
}

/** Nothing around it. */
export const EMPTY_SCOPE: ParameterScope = Object.freeze({
  values: Object.freeze({}),
  root: Object.freeze({}),
  context: null,
});
