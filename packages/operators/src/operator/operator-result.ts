/** What an operator answers: LightlyStudio's two fields. */
export interface OperatorResult {
  /** False when the operator ran and could not do what was asked. */
  readonly success: boolean;
  /** Words for people; may be empty. */
  readonly message: string;
}
