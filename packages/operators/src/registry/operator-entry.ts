import type {Operator} from '../operator/operator.js';
import type {OperatorMeta} from '../operator/operator-meta.js';
import type {OperatorScope} from '../operator/operator-scope.js';
import type {OperatorStatus} from '../operator/operator-status.js';
import type {BaseParameter} from '../parameters/base-parameter.js';

/**
 * What an operator says of itself, with a value for everything it leaves out;
 * what it says wrongly counts as left out. No icon, group, shortcut, address
 * and question are `''`, no limit of time is `null`.
 */
export type OperatorEntryMeta = Required<OperatorMeta>;

/** A registered operator as lists show it: facts at one moment. */
export interface OperatorEntry extends OperatorEntryMeta {
  /** Unique in its registry. */
  readonly name: string;
  /** A sentence for people; may be empty. */
  readonly description: string;
  /** In the order of the form. */
  readonly parameters: readonly BaseParameter[];
  /** What it can be applied to. */
  readonly supportedScopes: readonly OperatorScope[];
  /** Where it is in its life. */
  readonly status: OperatorStatus;
  /** Why its status is `error`; else empty. */
  readonly errorMessage: string;
  /** True when it can run on what is on display. */
  readonly isApplicable: boolean;
  /** Why it cannot, as a sentence for people; else empty. */
  readonly reason: string;
  /**
   * True when it is to be shown nowhere: it is unlisted, or `can` said so.
   */
  readonly isHidden: boolean;
  /** What was registered. */
  readonly operator: Operator;
}
