import type {OperatorOutput} from '../output/operator-output.js';

/** What an operator answers: LightlyStudio's two fields, and what to show. */
export interface OperatorResult {
  /** False when the operator ran and could not do what was asked. */
  readonly success: boolean;
  /** Words for people; may be empty. */
  readonly message: string;
  /** What to show beside the words, in this order. */
  readonly outputs?: readonly OperatorOutput[];
}
