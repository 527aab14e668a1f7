import {createAbortController} from '../operator/abort-signal.js';
import type {
  AbortSignalLike,
  OperatorSignal,
} from '../operator/abort-signal.js';

import {formatReason, refusalReason} from './answer-reason.js';
import {readErrorBody} from './error-body.js';
import {parseJson} from './json.js';
import {platformFetch, platformTimer} from './platform.js';
import type {FetchLike, ResponseLike, StartTimer} from './platform.js';
import {RemoteOperatorError} from './remote-operator-error.js';
import type {RemoteErrorKind} from './remote-operator-error.js';

/** Headers, or what returns them at each request. */
export type RemoteHeaders =
  Readonly<Record<string, string>> | (() => Readonly<Record<string, string>>);

/** What a {@link RemoteConnection} can be given. */
export interface RemoteConnectionOptions {
  /** Sent with every request, for example `Authorization`. */
  readonly headers?: RemoteHeaders;
  /**
   * How often a request that changes nothing is tried, the first included.
   * @defaultValue 3
   */
  readonly tries?: number;
  /**
   * How long to wait before the second try, milliseconds; doubled each time.
   * @defaultValue 500
   */
  readonly retryDelayMs?: number;
  /** Left out: the platform's. */
  readonly fetch?: FetchLike;
  /** Left out: the platform's. */
  readonly startTimer?: StartTimer;
}

/** One request. */
export interface RemoteRequest {
  /** HTTP method. */
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** What follows the connection's address, with a slash in front. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Further headers. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Aborts the request. */
  readonly signal?: AbortSignalLike | undefined;
  /** How long it may take, milliseconds; `null` for ever. */
  readonly timeoutMs: number | null;
  /** Whether it may be sent again; left out, when it is a `GET`. */
  readonly isRepeatable?: boolean;
}

/** What a server answered. */
export interface RemoteAnswer {
  /** The JSON value. */
  readonly value: unknown;
  /** Header values by name. */
  readonly headers: ResponseLike['headers'];
}

/** Kinds that may pass by themselves. */
const PASSING: ReadonlySet<RemoteErrorKind> = new Set([
  'network',
  'timeout',
  'busy',
  'server',
]);

const MAX_RETRY_AFTER_MS = 30_000;

/**
 * Speaks JSON over HTTP with one server, and turns every way in which that can
 * fail into a {@link RemoteOperatorError}.
 */
export class RemoteConnection {
  /** Address that every path is put behind, without a slash at the end. */
  readonly url: string;
  /** Calls back later; see {@link StartTimer}. */
  readonly startTimer: StartTimer;
  readonly #options: RemoteConnectionOptions;
  readonly #fetch: FetchLike;

  constructor(url: string, options: RemoteConnectionOptions = {}) {
    this.url = url.replace(/\/+$/, '');
    this.#options = options;
    this.#fetch = options.fetch ?? platformFetch;
    this.startTimer = options.startTimer ?? platformTimer;
  }

  /**
   * Sends a request and resolves with the JSON that comes back. Tries again
   * where that is safe.
   *
   * @throws {@link RemoteOperatorError} rejects with, whatever went wrong.
   */
  async request(request: RemoteRequest): Promise<RemoteAnswer> {
    const read = async (response: ResponseLike): Promise<RemoteAnswer> => {
      const text = await response.text();
      const value = parseJson(text);
      if (value === undefined) throw this.#formatError(request, response, text);
      return {value, headers: response.headers};
    };
    return this.#repeat(request, () => this.#send(request, read));
  }

  /**
   * Sends a request and resolves with the answer as soon as it begins. Its
   * body is the caller's to read, and to cancel.
   *
   * @throws {@link RemoteOperatorError} rejects with, when there is no good
   *   answer.
   */
  async open(request: RemoteRequest): Promise<ResponseLike> {
    return this.#send(request, (response) => response);
  }

  /** Settles after `delayMs` milliseconds, or earlier when aborted. */
  wait(delayMs: number, signal?: AbortSignalLike): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted === true) {
        resolve();
        return;
      }
      const end = (): void => {
        stop();
        signal?.removeEventListener('abort', end);
        resolve();
      };
      const stop = this.startTimer(end, delayMs);
      signal?.addEventListener('abort', end);
    });
  }

  /** Returns an error about `request`. */
  error(
    request: Pick<RemoteRequest, 'method' | 'path'>,
    kind: RemoteErrorKind,
    reason: string,
  ): RemoteOperatorError {
    const {method, path} = request;
    return new RemoteOperatorError({
      kind,
      reason,
      method,
      url: this.url + path,
    });
  }

  async #repeat<T>(
    request: RemoteRequest,
    attempt: () => Promise<T>,
  ): Promise<T> {
    const {tries = 3, retryDelayMs = 500} = this.#options;
    const isRepeatable = request.isRepeatable ?? request.method === 'GET';
    for (let tried = 1; ; tried += 1) {
      try {
        return await attempt();
      } catch (error) {
        const isLast = !isRepeatable || tried >= tries;
        if (isLast || !canPass(error) || request.signal?.aborted) throw error;
        const backOffMs = retryDelayMs * 2 ** (tried - 1);
        const delayMs = Math.max(backOffMs, error.retryAfterMs ?? 0);
        await this.wait(delayMs, request.signal);
      }
    }
  }

  /** Resolves with what `read` makes of an answer of status 2xx. */
  async #send<T>(
    request: RemoteRequest,
    read: (response: ResponseLike) => T | Promise<T>,
  ): Promise<T> {
    const link = this.#link(request);
    const linked = <V>(part: V | Promise<V>): Promise<V> =>
      Promise.race([part, link.ended]);
    try {
      const response = await linked(this.#fetchNow(request, link.signal));
      const {status} = response;
      if (status >= 200 && status < 300) return await linked(read(response));
      const body = await linked(response.text());
      throw this.#answerError(request, response, body);
    } catch (thrown) {
      throw thrown instanceof RemoteOperatorError
        ? thrown
        : this.#thrownError(request, thrown);
    } finally {
      link.release();
    }
  }

  async #fetchNow(
    request: RemoteRequest,
    signal: OperatorSignal,
  ): Promise<ResponseLike> {
    const {headers: given = {}} = this.#options;
    const {method, path, body} = request;
    return this.#fetch(this.url + path, {
      method,
      signal,
      headers: {
        accept: 'application/json',
        ...(body !== undefined && {'content-type': 'application/json'}),
        ...(typeof given === 'function' ? given() : given),
        ...request.headers,
      },
      ...(body !== undefined && {body: JSON.stringify(body)}),
    });
  }

  /** One signal out of that of the request and its time limit. */
  #link(request: RemoteRequest): {
    readonly signal: OperatorSignal;
    readonly ended: Promise<never>;
    readonly release: () => void;
  } {
    const controller = createAbortController();
    const {signal, timeoutMs} = request;
    let fail!: (error: RemoteOperatorError) => void;
    const ended = new Promise<never>((_, reject) => {
      fail = reject;
    });
    ended.catch(() => undefined);
    const end = (error: RemoteOperatorError): void => {
      fail(error);
      controller.abort(error);
    };
    const onAbort = (): void => {
      end(this.error(request, 'aborted', 'It was cancelled.'));
    };
    const stopTimer =
      timeoutMs === null
        ? () => undefined
        : this.startTimer(() => {
            const seconds = Math.round(timeoutMs / 1000);
            const reason = `The server did not answer within ${seconds} s.`;
            end(this.error(request, 'timeout', reason));
          }, timeoutMs);
    if (signal?.aborted === true) onAbort();
    signal?.addEventListener('abort', onAbort);
    return {
      signal: controller.signal,
      ended,
      release: () => {
        stopTimer();
        signal?.removeEventListener('abort', onAbort);
      },
    };
  }

  #thrownError(request: RemoteRequest, cause: unknown): RemoteOperatorError {
    return new RemoteOperatorError({
      kind: 'network',
      reason:
        `There is no readable answer from ${originOf(this.url)}. It may be ` +
        'down, not allow this page (CORS), or have crashed: see its log.',
      method: request.method,
      url: this.url + request.path,
      cause,
    });
  }

  #answerError(
    request: RemoteRequest,
    {status, headers}: ResponseLike,
    body: string,
  ): RemoteOperatorError {
    const kind = kindOf(status);
    const {text, issues} = readErrorBody(body);
    const retryAfter = Number(headers.get('retry-after') ?? NaN);
    return new RemoteOperatorError({
      kind,
      reason: text || refusalReason(kind, status, body),
      method: request.method,
      url: this.url + request.path,
      status,
      issues,
      body,
      ...(retryAfter >= 0 && {
        retryAfterMs: Math.min(retryAfter * 1000, MAX_RETRY_AFTER_MS),
      }),
    });
  }

  #formatError(
    request: RemoteRequest,
    {status}: ResponseLike,
    body: string,
  ): RemoteOperatorError {
    return new RemoteOperatorError({
      kind: 'format',
      reason: formatReason(body),
      method: request.method,
      url: this.url + request.path,
      status,
      body,
    });
  }
}

function canPass(error: unknown): error is RemoteOperatorError {
  return error instanceof RemoteOperatorError && PASSING.has(error.kind);
}

function kindOf(status: number): RemoteErrorKind {
  switch (status) {
    case 401:
    case 403:
      return 'unauthorized';
    case 404:
      return 'not-found';
    case 408:
    case 504:
      return 'timeout';
    case 422:
      return 'invalid';
    case 429:
    case 503:
      return 'busy';
    default:
      return status >= 500 ? 'server' : 'rejected';
  }
}

function originOf(url: string): string {
  return /^https?:\/\/[^/]+/i.exec(url)?.[0] ?? url;
}
