import {makeId} from '@ls-annotation/core';

import {createAbortController} from '../operator/abort-signal.js';
import type {Operator} from '../operator/operator.js';
import type {OperatorResult} from '../operator/operator-result.js';

import {isRecord, parseJson, toText} from './json.js';
import type {JsonRecord} from './json.js';
import type {RemoteConnection, RemoteRequest} from './remote-connection.js';
import {RemoteOperatorError} from './remote-operator-error.js';
import {readRemoteResult} from './remote-result.js';
import {readSseStream} from './sse-stream.js';

/** What a run on a server gets to know of its run here. */
export type RunChannel = Pick<
  Parameters<Operator['execute']>[0],
  'signal' | 'progress' | 'log'
>;

/** How patient a {@link RemoteRun} is. */
export interface RemoteRunOptions {
  /** How long a request may take, milliseconds. */
  readonly timeoutMs: number;
  /** How long the run may take, milliseconds; `null` for ever. */
  readonly runTimeoutMs: number | null;
  /** How long a stream may be silent before it counts as broken. */
  readonly silenceMs: number;
  /** How long to wait before connecting again, milliseconds; then doubled. */
  readonly reconnectDelayMs: number;
}

/** Connections that may fail one after the other before the run is given up. */
const MAX_FAILURES = 8;
const MAX_RECONNECT_DELAY_MS = 15_000;
/** From this many on, people are told. */
const TOLD_FAILURES = 2;
const LOST = 'The server does not answer. Trying again…';

/**
 * A run as a resource of a server that offers them: made by one request,
 * followed over server-sent events, which are taken up again where they broke,
 * and cancelled when the run here is. A server that does not answer meanwhile is
 * told of as progress.
 */
export class RemoteRun {
  readonly #connection: RemoteConnection;
  readonly #options: RemoteRunOptions;
  readonly #channel: RunChannel;
  #id = '';
  #lastEventId = '';
  #failures = 0;
  /** What the server has said of its progress last. */
  #progress: readonly [fraction: number | null, text: string] = [null, ''];
  #outcome: OperatorResult | RemoteOperatorError | null = null;

  constructor(
    connection: RemoteConnection,
    channel: RunChannel,
    options: RemoteRunOptions,
  ) {
    this.#connection = connection;
    this.#channel = channel;
    this.#options = options;
  }

  /**
   * Makes the run on the server. Safe to be sent twice: the key says that it
   * is the same one. Not aborted on its way, for nobody would know then
   * whether there is something to cancel.
   *
   * @throws {@link RemoteOperatorError} rejects with, when there is no run.
   */
  async start(operatorId: string, body: unknown): Promise<void> {
    const request: RemoteRequest = {
      method: 'POST',
      path: `/v2/operators/${encodeURIComponent(operatorId)}/runs`,
      body,
      headers: {'idempotency-key': makeId(22)},
      timeoutMs: this.#options.timeoutMs,
      isRepeatable: true,
    };
    const {value} = await this.#connection.request(request);
    const id = isRecord(value) ? value.run_id : undefined;
    if (typeof id === 'string') this.#id = id;
    else throw this.#error('format', 'The server did not name the run.');
  }

  /**
   * Passes progress and log on until the run is over.
   *
   * @throws {@link RemoteOperatorError} rejects with, when it failed, was
   *   cancelled or got lost.
   */
  async follow(): Promise<OperatorResult> {
    const controller = createAbortController();
    const {signal} = this.#channel;
    const cancel = (): void => {
      void this.#cancel();
      controller.abort();
    };
    signal.addEventListener('abort', cancel);
    if (signal.aborted) cancel();
    const stopTimer = this.#startRunTimer(cancel);
    try {
      while (this.#outcome === null && !controller.signal.aborted) {
        await this.#readOnce(controller.signal);
      }
    } finally {
      stopTimer();
      signal.removeEventListener('abort', cancel);
    }
    if (this.#outcome instanceof Error) throw this.#outcome;
    if (this.#outcome) return this.#outcome;
    throw this.#error('aborted', 'It was cancelled.');
  }

  #startRunTimer(cancel: () => void): () => void {
    const {runTimeoutMs} = this.#options;
    if (runTimeoutMs === null) return () => undefined;
    const done = createAbortController();
    void this.#connection.wait(runTimeoutMs, done.signal).then(() => {
      if (done.signal.aborted || this.#outcome) return;
      const seconds = Math.round(runTimeoutMs / 1000);
      const reason = `It was not finished within ${seconds} s.`;
      this.#outcome = this.#error('timeout', reason);
      cancel();
    });
    return () => done.abort();
  }

  /** Reads the stream until it ends; waits before it may be read again. */
  async #readOnce(ended: RunChannel['signal']): Promise<void> {
    const controller = createAbortController();
    const abort = (): void => controller.abort();
    ended.addEventListener('abort', abort);
    let failure: RemoteOperatorError | null = null;
    try {
      await this.#readStream(controller.signal, abort);
    } catch (thrown) {
      failure =
        thrown instanceof RemoteOperatorError
          ? thrown
          : this.#error('network', 'The connection to the server broke.');
    } finally {
      ended.removeEventListener('abort', abort);
    }
    if (this.#outcome || ended.aborted) return;
    this.#failures += 1;
    if (failure?.kind === 'not-found') {
      const reason = 'The server no longer knows this run. Was it restarted?';
      this.#outcome = this.#error('not-found', reason);
    } else if (failure && this.#isFinal(failure)) {
      this.#outcome = failure;
    } else {
      if (this.#failures >= TOLD_FAILURES) {
        this.#channel.progress(this.#progress[0], LOST);
      }
      await this.#connection.wait(this.#reconnectDelayMs(), ended);
    }
  }

  #isFinal({kind}: RemoteOperatorError): boolean {
    const isPassing = ['network', 'timeout', 'busy', 'server'].includes(kind);
    return !isPassing || this.#failures >= MAX_FAILURES;
  }

  #reconnectDelayMs(): number {
    const {reconnectDelayMs} = this.#options;
    const delayMs = reconnectDelayMs * 2 ** (this.#failures - 1);
    return Math.min(delayMs, MAX_RECONNECT_DELAY_MS);
  }

  async #readStream(
    signal: RunChannel['signal'],
    breakOff: () => void,
  ): Promise<void> {
    const {timeoutMs, silenceMs} = this.#options;
    const response = await this.#connection.open({
      ...this.#request('GET', '/events'),
      headers: {
        accept: 'text/event-stream',
        ...(this.#lastEventId && {'last-event-id': this.#lastEventId}),
      },
      timeoutMs,
      signal,
    });
    let stopWatch = (): void => undefined;
    const watch = (): void => {
      stopWatch();
      stopWatch = this.#connection.startTimer(breakOff, silenceMs);
    };
    watch();
    try {
      await readSseStream(response, {
        signal,
        onActivity: watch,
        onEvent: ({event, id, data}) => {
          this.#answered();
          if (id !== undefined) this.#lastEventId = id;
          this.#take(event ?? '', parseJson(data));
          return this.#outcome === null;
        },
      });
    } finally {
      stopWatch();
    }
  }

  /** The words that the server does not answer have to go. */
  #answered(): void {
    const wasTold = this.#failures >= TOLD_FAILURES;
    this.#failures = 0;
    if (wasTold) this.#channel.progress(...this.#progress);
  }

  #take(event: string, data: unknown): void {
    if (!isRecord(data)) return;
    const {progress, log} = this.#channel;
    switch (event) {
      case 'progress': {
        const {fraction, text} = data;
        this.#progress = [
          typeof fraction === 'number' ? fraction : null,
          typeof text === 'string' ? text : this.#progress[1],
        ];
        progress(...this.#progress);
        return;
      }
      case 'log':
        log(toText(data.message));
        return;
      case 'end':
        this.#outcome = this.#readEnd(data);
        return;
      default:
    }
  }

  #readEnd(data: JsonRecord): OperatorResult | RemoteOperatorError {
    const result = readRemoteResult(data.result);
    if (result) return result;
    const error = isRecord(data.error) ? toText(data.error.message) : '';
    if (data.state === 'cancelled') {
      return this.#error('aborted', error || 'It was cancelled on the server.');
    }
    return this.#error('execution', error || 'The server did not say why.');
  }

  async #cancel(): Promise<void> {
    try {
      await this.#connection.request({
        ...this.#request('POST', '/cancel'),
        timeoutMs: this.#options.timeoutMs,
        isRepeatable: true,
      });
    } catch {
      // The run here is over either way; the server has its own time limit.
    }
  }

  #request(method: 'GET' | 'POST', path: string) {
    return {method, path: `/v2/runs/${encodeURIComponent(this.#id)}${path}`};
  }

  #error(
    kind: RemoteOperatorError['kind'],
    reason: string,
  ): RemoteOperatorError {
    return this.#connection.error(
      this.#request('GET', '/events'),
      kind,
      reason,
    );
  }
}
