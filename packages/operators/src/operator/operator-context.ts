import type {AnnotationState, LabelConfig, Task} from '@ls-annotation/core';

import type {OperatorEdit} from '../target/operator-target.js';

import type {OperatorScope} from './operator-scope.js';

/** A collection of LightlyStudio's, or a part of it. */
export interface OperatorCollection {
  /** Its id; `null` when the caller named none. */
  readonly id: string | null;
  /** The part, as LightlyStudio writes filters; `null` for all of it. */
  readonly filter: Readonly<Record<string, unknown>> | null;
}

/**
 * What an operator can see, and how it asks for changes.
 *
 * Reading is live: each property answers what is true at that moment.
 */
export interface OperatorContext {
  /** The task on display, or `null`. */
  readonly task: Task | null;
  /** Values of the task; empty when there is no task. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The labeling config, or `null`. */
  readonly config: LabelConfig | null;
  /** The annotation on display, or `null`. */
  readonly annotation: AnnotationState | null;
  /** Why the annotation may not be changed; `null` or left out: it may be. */
  readonly readonlyReason?: string | null;
  /** What an operator can be applied to here. */
  readonly scopes: readonly OperatorScope[];
  /** What the caller said to work on; only there on a server of operators. */
  readonly collection?: OperatorCollection;

  /**
   * Asks for a change to the annotation.
   *
   * Nothing happens yet: the edits of a run are made together, in the order
   * they were asked for, as one undo step, when `execute` has answered
   * success. When it fails or is aborted none is made; neither when somebody
   * else has changed one of the same regions since `execute` was called: the
   * run then ends in `conflict`. In a dry run they are proposed.
   *
   * @throws {@link OperatorEditError} when there is no annotation to change, or
   *   the run is over.
   */
  edit(edit: OperatorEdit): void;
}
