import {LsError} from '@ls-annotation/core';

/** What a {@link DetectionError} is about. */
export type DetectionErrorCode =
  | 'detection/load-failed'
  | 'detection/unknown-input'
  | 'detection/unknown-output'
  | 'detection/worker-failed';

/** Thrown when a model or a picture could not be used; says why, for people. */
export class DetectionError extends LsError {
  override readonly name = 'DetectionError';
  readonly code: DetectionErrorCode;

  constructor(
    code: DetectionErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.code = code;
  }
}
