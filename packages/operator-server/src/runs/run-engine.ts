import type {
  DisplayJson,
  OperatorCollection,
  OperatorEntry,
  ParameterValues,
} from '@ls-annotation/operators';
import type {Disposer} from '@ls-annotation/core';

import type {RunEvent, RunView} from './run-view.js';

/** A run to be made. */
export interface RunRequest {
  /** Its operator. */
  readonly entry: OperatorEntry;
  /** Values that were checked. */
  readonly parameters: ParameterValues;
  /** What to work on. */
  readonly collection: OperatorCollection;
  /** What is on display there, as far as the operator asks for it. */
  readonly display: DisplayJson;
  /** Who asks, for limits: an address or a token's hash. */
  readonly client: string;
  /** A second request with the same key is the same run. */
  readonly key?: string;
}

/**
 * Makes runs and knows them: in this process, or on workers anywhere.
 *
 * Whatever happens to a run, it ends with exactly one event `end`.
 */
export interface RunEngine {
  /** Settles when runs can be made. */
  start(): Promise<void>;
  /**
   * Makes a run.
   *
   * @throws {@link ServerBusyError} rejects with, when there are too many.
   */
  submit(request: RunRequest): Promise<RunView>;
  /** Resolves with a run, or `null`. */
  find(runId: string): Promise<RunView | null>;
  /** Resolves with the last runs, newest first. */
  list(limit: number): Promise<readonly RunView[]>;
  /** Stops a run; resolves with it, or `null`. */
  cancel(runId: string): Promise<RunView | null>;
  /**
   * Calls `listener` with the events of a run after the one called `afterId`,
   * `''` for all that are kept, then with each that comes. Resolves with a
   * disposer, or `null` when there is no such run.
   */
  follow(
    runId: string,
    afterId: string,
    listener: (event: RunEvent) => void,
  ): Promise<Disposer | null>;
  /** Takes no more runs, and ends those there are by its deadline. */
  close(): Promise<void>;
}

/** Settles with the run once it is over; `null` when there is none. */
export async function runEnded(
  engine: RunEngine,
  runId: string,
): Promise<RunView | null> {
  let end!: () => void;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const stop = await engine.follow(runId, '', ({type}) => {
    if (type === 'end') end();
  });
  if (!stop) return null;
  await ended;
  stop();
  return engine.find(runId);
}
