import {PluginModuleError, PluginSyntaxError} from '../errors.js';

import type {FailureData} from './protocol.js';

const MAX_MESSAGE = 2000;
const MAX_STACK = 8000;

/**
 * Returns an error as it may cross the boundary.
 *
 * @param refusal - number of the refusal that it comes of, 0 for any other.
 */
export function toFailureData(error: unknown, refusal = 0): FailureData {
  if (!(error instanceof Error)) {
    return {...BLANK, message: String(error).slice(0, MAX_MESSAGE)};
  }
  const {code} = error as {code?: unknown};
  const isOfSource =
    error instanceof PluginSyntaxError || error instanceof PluginModuleError;
  const told = isOfSource && error.cause instanceof Error ? error.cause : error;
  return {
    name: error.name,
    message: told.message.slice(0, MAX_MESSAGE),
    stack: stackOf(told),
    code: typeof code === 'string' ? code : '',
    position: isOfSource ? error.position : null,
    refusal,
  };
}

/** Returns the stack of an error, as much as may cross the boundary. */
export function stackOf({stack = ''}: Error): string {
  return stack.slice(0, MAX_STACK);
}

/** An error of a guest, on the host's side; `code` is what it had there. */
export interface GuestError extends Error {
  /** Stable code, `''` for errors that have none. */
  code: string;
}

/** Returns the error that crossed the boundary. */
export function fromFailureData(failure: FailureData): Error {
  const {name, message, stack, code, position} = failure;
  if (code === 'plugin/syntax') {
    return new PluginSyntaxError(new SyntaxError(message), position);
  }
  if (code === 'plugin/module' && position) {
    return new PluginModuleError(new Error(message), position);
  }
  const error: GuestError = Object.assign(new Error(message), {code});
  error.name = name;
  error.stack = stack;
  return error;
}

const BLANK: FailureData = {
  name: 'Error',
  message: '',
  stack: '',
  code: '',
  position: null,
  refusal: 0,
};
