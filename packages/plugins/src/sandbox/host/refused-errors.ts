import {PluginPermissionError} from '../../errors.js';
import {fromFailureData} from '../failure-data.js';
import type {FailureData, GuestMessage} from '../protocol.js';

/** How many are kept, for failures that come of them late. */
const MAX_KEPT = 100;

/** What a guest was refused, as errors of the host's. */
export class RefusedErrors {
  readonly #errors = new Map<number, PluginPermissionError>();

  /** Returns the error of a refusal. */
  add({
    refusal,
    permission,
    action,
    stack,
  }: Extract<GuestMessage, {type: 'denied'}>): PluginPermissionError {
    const error = new PluginPermissionError(permission, action);
    error.stack = stack;
    this.#errors.set(refusal, error);
    for (const oldest of this.#errors.keys()) {
      if (this.#errors.size <= MAX_KEPT) break;
      this.#errors.delete(oldest);
    }
    return error;
  }

  /** Returns the error that crossed the boundary, or the refusal it comes of. */
  errorOf(failure: FailureData): Error {
    return this.#errors.get(failure.refusal) ?? fromFailureData(failure);
  }
}
