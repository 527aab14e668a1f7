import {LsError} from '@ls-annotation/core';

import type {ParameterIssue} from '../parameters/parameter-issue.js';

/**
 * How a request to a server of operators failed.
 *
 * - `network`: no readable answer. The server is down, its answer is not
 *   allowed for this page (CORS), or the operator crashed: LightlyStudio answers
 *   a crash without CORS headers.
 * - `timeout`, `aborted`: it took too long; somebody cancelled.
 * - `unauthorized`: 401, 403. `not-found`: 404. `invalid`: 422.
 * - `busy`: 429, 503. `rejected`: any other 4xx. `server`: any other 5xx.
 * - `format`: an answer that is no answer of a server of operators, such as a
 *   web page with status 200.
 * - `execution`: the operator failed on the server, which told why.
 */
export type RemoteErrorKind =
  | 'network'
  | 'timeout'
  | 'aborted'
  | 'unauthorized'
  | 'not-found'
  | 'invalid'
  | 'busy'
  | 'rejected'
  | 'server'
  | 'format'
  | 'execution';

/** What a {@link RemoteOperatorError} is made of. */
export interface RemoteOperatorErrorOptions {
  /** How it failed. */
  readonly kind: RemoteErrorKind;
  /** Name of the operator; left out when the failure is of the whole source. */
  readonly operatorName?: string;
  /** What went wrong, as a sentence for people. */
  readonly reason: string;
  /** HTTP method. */
  readonly method: string;
  /** Full address. */
  readonly url: string;
  /** HTTP status; left out when there was no answer. */
  readonly status?: number;
  /** What is wrong with which parameter. */
  readonly issues?: readonly ParameterIssue[];
  /** The answer as it came. */
  readonly body?: string;
  /** How long to wait before another try, milliseconds. */
  readonly retryAfterMs?: number;
  /** What was thrown underneath. */
  readonly cause?: unknown;
}

const MAX_BODY_LENGTH = 2000;

/**
 * Any failure between an operator here and its server, whatever shape the
 * server gave it.
 *
 * `code` is `operators/remote-` and the kind; but `operators/invalid-values`
 * when the server said which parameters are wrong, so that a form shows
 * `issues` just as it shows its own.
 */
export class RemoteOperatorError extends LsError {
  override readonly name = 'RemoteOperatorError';
  readonly code: string;
  /** How it failed. */
  readonly kind: RemoteErrorKind;
  /** Name of the operator; empty when the failure is of the whole source. */
  readonly operatorName: string;
  /** What went wrong, as a sentence for people. */
  readonly reason: string;
  /** HTTP method. */
  readonly method: string;
  /** Full address. */
  readonly url: string;
  /** HTTP status, or `null` when there was no answer. */
  readonly status: number | null;
  /** What is wrong with which parameter; empty unless the server told. */
  readonly issues: readonly ParameterIssue[];
  /** How long the server asked to wait, milliseconds, or `null`. */
  readonly retryAfterMs: number | null;
  readonly #options: RemoteOperatorErrorOptions;

  constructor(options: RemoteOperatorErrorOptions) {
    const {operatorName = '', reason, issues = [], cause} = options;
    super(messageOf(operatorName, reason), {cause});
    this.#options = options;
    this.kind = options.kind;
    this.operatorName = operatorName;
    this.reason = reason;
    this.method = options.method;
    this.url = options.url;
    this.status = options.status ?? null;
    this.issues = issues;
    this.retryAfterMs = options.retryAfterMs ?? null;
    this.code =
      issues.length > 0
        ? 'operators/invalid-values'
        : `operators/remote-${options.kind}`;
  }

  /**
   * What to copy into a report: the request, the status and the answer. Holds
   * no values of parameters and no headers of ours.
   */
  get details(): string {
    const {body = '', cause} = this.#options;
    return [
      this.message,
      `${this.method} ${this.url}`,
      this.status === null ? 'No answer.' : `Status ${this.status}.`,
      ...(cause instanceof Error ? [`${cause.name}: ${cause.message}`] : []),
      ...(body === '' ? [] : ['', body.slice(0, MAX_BODY_LENGTH)]),
    ].join('\n');
  }

  /** Returns the same failure as one of the operator `operatorName`. */
  of(operatorName: string): RemoteOperatorError {
    return new RemoteOperatorError({...this.#options, operatorName});
  }
}

function messageOf(operatorName: string, reason: string): string {
  return operatorName === ''
    ? reason
    : `Operator "${operatorName}" failed on its server: ${reason}`;
}
