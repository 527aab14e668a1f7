import type {OperatorContext} from '../operator/operator-context.js';
import {OperatorScope, scopeText} from '../operator/operator-scope.js';
import type {OperatorStatus} from '../operator/operator-status.js';

/**
 * Returns why an operator in this status cannot be started, as a sentence for
 * people, or `null`. An operator that is on its way is waited for.
 */
export function statusReason(
  status: OperatorStatus,
  errorMessage: string,
): string | null {
  switch (status) {
    case 'pending':
    case 'starting':
    case 'ready':
      return null;
    case 'stopping':
    case 'stopped':
      return 'It has been stopped.';
    case 'error':
      return `It could not be started: ${errorMessage}`;
  }
}

/**
 * Returns why an operator with these scopes does not fit what is on display,
 * as a sentence for people, or `null`.
 */
export function scopeReason(
  supported: readonly OperatorScope[],
  present: readonly OperatorScope[],
): string | null {
  if (supported.includes(OperatorScope.root)) return null;
  if (supported.some((scope) => present.includes(scope))) return null;
  if (supported.length === 0) return 'It supports no scope.';
  return `Needs ${supported.map(scopeText).join(' or ')}.`;
}

/**
 * Returns why the annotation cannot be changed, as a sentence for people, or
 * `null`.
 */
export function readonlyReason(context: OperatorContext): string | null {
  if (!context.annotation) return 'Needs an open annotation.';
  return context.readonlyReason ?? null;
}
