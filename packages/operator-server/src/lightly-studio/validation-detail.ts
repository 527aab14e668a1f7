/** One problem with a request, in the shape of FastAPI's answers 422. */
export interface ValidationDetail {
  /** Stable identifier of the problem. */
  readonly type: string;
  /** Where it is, from `body` on. */
  readonly loc: readonly (string | number)[];
  /** What is wrong, for people. */
  readonly msg: string;
  /** What was there instead. */
  readonly input: unknown;
  /** Facts that the words are made of. */
  readonly ctx?: Readonly<Record<string, unknown>>;
}
