/**
 * Thrown when a check cannot be made: a folder, a file, the browser or the
 * host's bundle is not there, or a scenario cannot be read.
 */
export class CheckError extends Error {
  override readonly name = 'CheckError';
  /** Stable code. */
  readonly code = 'plugin-check/impossible';
}

/** Thrown when a step of a scenario does not hold. */
export class StepError extends Error {
  override readonly name = 'StepError';
  /** Stable code. */
  readonly code = 'plugin-check/step';
}

/** Thrown when the page of a check does not answer, crashes, or is left. */
export class PageLostError extends Error {
  override readonly name = 'PageLostError';
  /** Stable code. */
  readonly code = 'plugin-check/page-lost';
}
