import {createAbortController} from './abort-signal.js';
import type {
  AbortControllerFactory,
  AbortControllerLike,
  OperatorSignal,
} from './abort-signal.js';

/** How a task of {@link LatestOnly} ended. */
export type LatestAnswer<T> =
  {readonly isStale: false; readonly value: T} | {readonly isStale: true};

/**
 * Runs tasks of which only the latest counts: what is asked while a person
 * types. A stale answer never wins, however late or early it comes.
 *
 * @example
 * ```ts
 * const latest = new LatestOnly();
 * const answer = await latest.run((signal) => search(query, signal));
 * if (!answer.isStale) show(answer.value);
 * latest.abort();
 * ```
 */
export class LatestOnly {
  readonly #createAbortController: AbortControllerFactory;
  #current: AbortControllerLike | null = null;

  constructor(
    createController: AbortControllerFactory = createAbortController,
  ) {
    this.#createAbortController = createController;
  }

  /** True while a task runs whose answer will count. */
  get isBusy(): boolean {
    return this.#current !== null;
  }

  /**
   * Starts a task; the signals of those before it are aborted.
   *
   * A task that is overtaken, or aborted, answers that it is stale, at once
   * and whatever it does. Rejects when the task fails and is not stale.
   */
  async run<T>(
    task: (signal: OperatorSignal) => T | Promise<T>,
  ): Promise<LatestAnswer<T>> {
    this.abort();
    const controller = this.#createAbortController();
    const {signal} = controller;
    this.#current = controller;
    const overtaken = new Promise<LatestAnswer<T>>((resolve) => {
      signal.addEventListener('abort', () => resolve({isStale: true}), {
        once: true,
      });
    });
    try {
      return await Promise.race([overtaken, answerOf(task, signal)]);
    } finally {
      if (this.#current === controller) this.#current = null;
    }
  }

  /** Makes the running task stale; does nothing when there is none. */
  abort(): void {
    const controller = this.#current;
    this.#current = null;
    controller?.abort(new Error('Overtaken.'));
  }
}

async function answerOf<T>(
  task: (signal: OperatorSignal) => T | Promise<T>,
  signal: OperatorSignal,
): Promise<LatestAnswer<T>> {
  try {
    const value = await task(signal);
    return signal.aborted ? {isStale: true} : {isStale: false, value};
  } catch (thrown) {
    if (signal.aborted) return {isStale: true};
    throw thrown;
  }
}
