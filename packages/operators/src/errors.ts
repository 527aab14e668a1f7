import {LsError} from '@ls-annotation/core';

import type {EditConflict} from './edits/region-change.js';
import {describeIssues} from './parameters/parameter-issue.js';

import type {ParameterIssue} from './parameters/parameter-issue.js';

/** Thrown when a parameter is declared in a way that can never work. */
export class ParameterDefinitionError extends LsError {
  override readonly name = 'ParameterDefinitionError';
  readonly code = 'operators/invalid-parameter';

  /** Name of the parameter. */
  readonly parameterName: string;

  /** Why, as a sentence for people. */
  readonly reason: string;

  constructor(parameterName: string, reason: string) {
    super(`Parameter "${parameterName}" is declared wrongly: ${reason}`);
    this.parameterName = parameterName;
    this.reason = reason;
  }
}

/** Ends a run whose values do not fit the operator's parameters. */
export class ParameterValidationError extends LsError {
  override readonly name = 'ParameterValidationError';
  readonly code = 'operators/invalid-values';

  /** Name of the operator. */
  readonly operatorName: string;

  /** Every problem, in the order of the parameters. */
  readonly issues: readonly ParameterIssue[];

  constructor(operatorName: string, issues: readonly ParameterIssue[]) {
    super(`Operator "${operatorName}" was not run: ${describeIssues(issues)}`);
    this.operatorName = operatorName;
    this.issues = issues;
  }
}

/** Thrown when a name is not registered. */
export class OperatorNotFoundError extends LsError {
  override readonly name = 'OperatorNotFoundError';
  readonly code = 'operators/not-found';

  /** Name that was asked for. */
  readonly operatorName: string;

  constructor(operatorName: string) {
    super(
      `Operator "${operatorName}" is not registered. ` +
        'Use a name from `registry.list()`.',
    );
    this.operatorName = operatorName;
  }
}

/** Thrown when a second operator is registered under a name in use. */
export class DuplicateOperatorError extends LsError {
  override readonly name = 'DuplicateOperatorError';
  readonly code = 'operators/duplicate';

  /** Name that is taken. */
  readonly operatorName: string;

  constructor(operatorName: string) {
    super(
      `An operator named "${operatorName}" is registered already. ` +
        'Dispose of the first registration or choose another name.',
    );
    this.operatorName = operatorName;
  }
}

/** Ends a run that cannot start: wrong scope, not started, shut down. */
export class OperatorUnavailableError extends LsError {
  override readonly name = 'OperatorUnavailableError';
  readonly code = 'operators/unavailable';

  /** Name of the operator. */
  readonly operatorName: string;

  /** Why, as a sentence for people. */
  readonly reason: string;

  constructor(operatorName: string, reason: string) {
    super(`Operator "${operatorName}" cannot run: ${reason}`);
    this.operatorName = operatorName;
    this.reason = reason;
  }
}

/** Reported when an operator throws in `startup` or `shutdown`. */
export class OperatorLifecycleError extends LsError {
  override readonly name = 'OperatorLifecycleError';
  readonly code = 'operators/lifecycle';

  /** Name of the operator. */
  readonly operatorName: string;

  /** Which method threw. */
  readonly phase: 'startup' | 'shutdown';

  constructor(
    operatorName: string,
    phase: 'startup' | 'shutdown',
    cause: unknown,
  ) {
    super(
      `Operator "${operatorName}" failed in ${phase}: ${toMessage(cause)}`,
      {cause},
    );
    this.operatorName = operatorName;
    this.phase = phase;
  }
}

/** Ends a run whose operator threw or answered something unusable. */
export class OperatorExecutionError extends LsError {
  override readonly name = 'OperatorExecutionError';
  readonly code = 'operators/execution-failed';

  /** Name of the operator. */
  readonly operatorName: string;

  constructor(operatorName: string, cause: unknown) {
    super(`Operator "${operatorName}" failed: ${toMessage(cause)}`, {cause});
    this.operatorName = operatorName;
  }
}

/** Ends a run whose edits could not be made; none of them is kept. */
export class OperatorEditError extends LsError {
  override readonly name = 'OperatorEditError';
  readonly code = 'operators/edit-failed';

  /** Name of the operator. */
  readonly operatorName: string;

  /** Why, as a sentence for people. */
  readonly reason: string;

  constructor(operatorName: string, reason: string, cause?: unknown) {
    super(
      `Operator "${operatorName}" did not change the annotation: ${reason}`,
      {cause},
    );
    this.operatorName = operatorName;
    this.reason = reason;
  }
}

/**
 * Ends a run whose edits do not fit any more, because somebody else changed
 * the same regions meanwhile; none of them is kept. Thrown, too, by
 * `ProposedEdits.apply`.
 */
export class OperatorConflictError extends LsError {
  override readonly name = 'OperatorConflictError';
  readonly code = 'operators/conflict';

  /** Name of the operator. */
  readonly operatorName: string;

  /** What does not fit. */
  readonly conflicts: readonly EditConflict[];

  constructor(operatorName: string, conflicts: readonly EditConflict[]) {
    const count = conflicts.length;
    super(
      `Operator "${operatorName}" did not change the annotation: ` +
        (count === 1 ? '1 region was' : `${count} regions were`) +
        ' changed by somebody else meanwhile. ' +
        'Apply its edits anyway, apply those that still fit, or drop them.',
    );
    this.operatorName = operatorName;
    this.conflicts = conflicts;
  }
}

/** Ends a run that took longer than it may. */
export class OperatorTimeoutError extends LsError {
  override readonly name = 'OperatorTimeoutError';
  readonly code = 'operators/timeout';

  /** Name of the operator. */
  readonly operatorName: string;

  /** How long it was allowed to take, milliseconds. */
  readonly timeoutMs: number;

  constructor(operatorName: string, timeoutMs: number) {
    super(
      `Operator "${operatorName}" was stopped: ` +
        `it was not finished within ${timeoutMs / 1000} s.`,
    );
    this.operatorName = operatorName;
    this.timeoutMs = timeoutMs;
  }
}

/** Ends a run of an operator that refuses a second one beside the first. */
export class OperatorBusyError extends LsError {
  override readonly name = 'OperatorBusyError';
  readonly code = 'operators/busy';

  /** Name of the operator. */
  readonly operatorName: string;

  constructor(operatorName: string) {
    super(
      `Operator "${operatorName}" is running already. ` +
        'Wait until it is finished, or cancel it.',
    );
    this.operatorName = operatorName;
  }
}

/** Thrown when an operator is opened and nothing could show its dialog. */
export class OperatorUiMissingError extends LsError {
  override readonly name = 'OperatorUiMissingError';
  readonly code = 'operators/no-ui';

  /** Name of the operator. */
  readonly operatorName: string;

  constructor(operatorName: string) {
    super(
      `Operator "${operatorName}" cannot be opened: no dialog is attached. ` +
        'Subscribe to `registry.openRequests$`, or use `registry.run`.',
    );
    this.operatorName = operatorName;
  }
}

/** Returns words for whatever was thrown. */
export function toMessage(thrown: unknown): string {
  if (thrown instanceof Error && thrown.message !== '') return thrown.message;
  if (typeof thrown === 'string' && thrown !== '') return thrown;
  if (thrown instanceof Error) return thrown.name;
  return 'no reason was given.';
}
