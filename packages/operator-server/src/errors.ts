import {LsError} from '@ls-annotation/core';

/**
 * Thrown by an operator that cannot do what was asked because of what it was
 * given. Its message reaches the caller: status 400 on LightlyStudio's route.
 */
export class OperatorInputError extends LsError {
  override readonly name = 'OperatorInputError';
  readonly code = 'operator-server/input';
}

/** Thrown when the server has as many runs as it takes. */
export class ServerBusyError extends LsError {
  override readonly name = 'ServerBusyError';
  readonly code = 'operator-server/busy';

  /** 429 when the caller has too many, 503 when everybody has. */
  readonly status: 429 | 503;

  constructor(status: 429 | 503, reason: string) {
    super(reason);
    this.status = status;
  }
}

/** Thrown when options of a server make no sense. */
export class ServerOptionsError extends LsError {
  override readonly name = 'ServerOptionsError';
  readonly code = 'operator-server/options';
}

/** Ends a run whose command does not speak the protocol, or died. */
export class CommandError extends LsError {
  override readonly name = 'CommandError';
  readonly code = 'operator-server/command';

  constructor(command: string, reason: string) {
    super(`Command "${command}" ${reason}`);
  }
}
