import type {LsError} from '@ls-annotation/core';
import type {ParameterValidationError} from '@ls-annotation/operators';

import type {OperatorFormElement} from '../operator-form/operator-form.js';

import type {DialogPhase} from './dialog-buttons.js';

/** What can have the focus in a dialog; asked for when it is needed. */
export interface DialogStops {
  /** The form, unless there is nothing to fill in. */
  readonly form: OperatorFormElement | null;
  /** The first button. */
  readonly first: HTMLElement;
  /** The main button. */
  readonly primary: HTMLElement;
  /** True while something in the dialog has the focus. */
  readonly hasFocus: boolean;
}

/** Puts the focus on what comes next, as buttons and fields change. */
export function moveFocus(
  phase: DialogPhase,
  {form, first, primary, hasFocus}: DialogStops,
  error: LsError | null | undefined,
): void {
  switch (phase) {
    case 'pending':
    case 'queued':
    case 'running':
      first.focus();
      return;
    case 'question':
      // The way out is the safer one under a key that is pressed twice.
      first.focus();
      return;
    case 'failed':
    case 'conflict':
      if (hasIssues(error) && form) form.showIssues(error.issues);
      else primary.focus();
      return;
    case 'review':
    case 'succeeded':
    case 'aborted':
      primary.focus();
      return;
    case 'form':
      // Typing has led here: the focus is where it belongs.
      if (!hasFocus) (form ?? primary).focus();
  }
}

/**
 * Tells whether a run failed for values that its form can show. By code: a
 * page may hold two copies of the package.
 */
export function hasIssues(
  error: LsError | null | undefined,
): error is ParameterValidationError {
  return error?.code === 'operators/invalid-values';
}
