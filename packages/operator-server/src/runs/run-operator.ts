import type {
  DisplayJson,
  OperatorCollection,
  OperatorEntry,
  OperatorResult,
  ParameterValues,
} from '@ls-annotation/operators';

import type {RunEnd, RunError} from './run-view.js';
import {serverContext} from './server-context.js';

/** What {@link runOperator} works with. */
export interface RunOperatorOptions {
  /** The operator. */
  readonly entry: OperatorEntry;
  /** Values that were checked. */
  readonly parameters: ParameterValues;
  /** What to work on. */
  readonly collection: OperatorCollection;
  /** What is on display at the caller's. */
  readonly display: DisplayJson;
  /** Ends the run; its reason may be a {@link RunError}. */
  readonly signal: AbortSignal;
  /** How long it may take, milliseconds; `null` for ever. */
  readonly timeoutMs: number | null;
  /** Called with what the operator says of how far it is. */
  readonly progress: (fraction: number | null, text?: string) => void;
  /** Called with each line of its log. */
  readonly log: (message: string) => void;
}

/** A run under way. */
export interface OperatorExecution {
  /** Resolves with how it ended; at once when it is aborted. */
  readonly ended: Promise<RunEnd>;
  /** Settles when the operator itself has come back, too. */
  readonly settled: Promise<void>;
}

/**
 * Has an operator do its work once. Never throws or rejects.
 *
 * A run that is aborted, or out of time, ends at once, whether or not the
 * operator heeds the signal; what it says afterwards is not heard.
 */
export function runOperator(options: RunOperatorOptions): OperatorExecution {
  const {timeoutMs, signal} = options;
  const controller = new AbortController();
  const abort = (reason: RunError): void => controller.abort(reason);
  const onAbort = (): void => abort(toReason(signal.reason));
  signal.addEventListener('abort', onAbort, {once: true});
  if (signal.aborted) onAbort();
  const timer =
    timeoutMs === null
      ? undefined
      : setTimeout(() => abort(timeoutError(timeoutMs)), timeoutMs);
  const work = execute(options, controller.signal);
  const ended = Promise.race([work, aborted(controller.signal)]).finally(() => {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  });
  return {ended, settled: work.then(() => undefined)};
}

async function execute(
  options: RunOperatorOptions,
  signal: AbortSignal,
): Promise<RunEnd> {
  const {entry, parameters, collection, display, progress, log} = options;
  const unlessOver =
    <A extends readonly unknown[]>(act: (...values: A) => void) =>
    (...values: A): void => {
      if (!signal.aborted) act(...values);
    };
  try {
    signal.throwIfAborted();
    const answer: unknown = await entry.operator.execute({
      parameters,
      context: serverContext(collection, display),
      signal,
      progress: unlessOver(progress),
      log: unlessOver(log),
    });
    return readAnswer(answer);
  } catch (thrown) {
    return failed(toRunError(thrown));
  }
}

function readAnswer(answer: unknown): RunEnd {
  const {success, message} = (answer ?? {}) as Partial<
    Record<keyof OperatorResult, unknown>
  >;
  if (typeof success !== 'boolean') {
    const reason = 'The operator did not answer {success, message}.';
    return failed({kind: 'answer', message: reason});
  }
  const result = {
    ...(answer as object),
    success,
    message: typeof message === 'string' ? message : '',
  };
  return {state: success ? 'succeeded' : 'failed', result, error: null};
}

function aborted(signal: AbortSignal): Promise<RunEnd> {
  return new Promise((resolve) => {
    const end = (): void => resolve(failed(toReason(signal.reason)));
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, {once: true});
  });
}

/** Returns the end of a run that did not come to one by itself. */
export function failed(error: RunError): RunEnd {
  const state = error.kind === 'cancelled' ? 'cancelled' : 'failed';
  return {state, result: null, error};
}

/** By shape: an operator may bring its own copy of this package. */
function toRunError(thrown: unknown): RunError {
  const {code} = (thrown ?? {}) as {code?: unknown};
  const kind = code === 'operator-server/input' ? 'input' : 'crash';
  return {kind, message: wordsOf(thrown)};
}

function wordsOf(thrown: unknown): string {
  if (thrown instanceof Error && thrown.message !== '') return thrown.message;
  if (typeof thrown === 'string' && thrown !== '') return thrown;
  return 'The operator failed without saying why.';
}

function toReason(reason: unknown): RunError {
  const {kind, message} = (reason ?? {}) as Partial<RunError>;
  return kind !== undefined && message !== undefined
    ? {kind, message}
    : {kind: 'cancelled', message: 'Cancelled.'};
}

function timeoutError(timeoutMs: number): RunError {
  const seconds = Math.round(timeoutMs / 1000);
  return {kind: 'timeout', message: `It was not finished in ${seconds} s.`};
}
