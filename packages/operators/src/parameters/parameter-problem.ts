/**
 * What a custom check answers: words, with a place where the problem is not
 * about the whole.
 */
export interface ParameterProblem {
  /** A sentence that can stand beside the field. */
  readonly message: string;
  /**
   * JSON pointer from what was checked: from the values for the check of an
   * operator (`/rules/0/label`), from its own value for that of a parameter.
   */
  readonly path?: string;
}
