import type {OperatorContext} from '../operator/operator-context.js';

import type {OperatorEntryMeta} from './operator-entry.js';

/** What {@link OperatorCan} is asked about. */
export interface CanRequest extends OperatorEntryMeta {
  /** Name of the operator. */
  readonly name: string;
}

/** Whether an operator may be run. */
export interface CanAnswer {
  /** True when it may. */
  readonly isAllowed: boolean;
  /** Why not, as a sentence for people. */
  readonly reason?: string;
  /** True to offer it nowhere, instead of saying why not. */
  readonly isHidden?: boolean;
}

/**
 * Says whether an operator may be run: the page's rights and roles. `true` and
 * `false` are short for an answer without a reason.
 *
 * Asked whenever operators are listed or run, unless it answers with a promise:
 * that answer is kept until the target changes or `refreshCan` is called, and
 * the operator may not be run before. What throws says no.
 */
export type OperatorCan = (
  operator: CanRequest,
  context: OperatorContext,
) => boolean | CanAnswer | Promise<boolean | CanAnswer>;
