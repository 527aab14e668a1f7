/**
 * One problem found in data that came from outside.
 *
 * Bad data is returned, not thrown: a caller decides whether to go on.
 */
export interface Issue {
  /** Stable identifier of the problem, `area/reason`. */
  readonly code: string;
  /** Where it is: a JSON pointer for JSON, a tag path for a config. */
  readonly path: string;
  /** What is wrong, then what to do about it. */
  readonly message: string;
}

/** Outcome of reading data from outside. */
export type Parsed<T, I extends Issue = Issue> =
  | {readonly ok: true; readonly value: T; readonly warnings: readonly I[]}
  | {readonly ok: false; readonly issues: readonly I[]};
