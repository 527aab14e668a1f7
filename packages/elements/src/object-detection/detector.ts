import {trusted} from '@ls-annotation/plugins';

import {DetectionError} from './detection-error.js';
import type {DetectionErrorCode} from './detection-error.js';
import type {
  DetectionAnswer,
  DetectionMessage,
  DetectionRequest,
} from './detection-request.js';
import type {TellProgress} from './run-model.js';

/** Makes the worker that models run in. */
export type CreateWorker = () => Worker;

/** How a detection is followed and ended. */
export interface DetectOptions {
  /** Ends it, with the worker's work. */
  readonly signal: AbortSignal;
  /** Called while it goes on. */
  readonly progress: TellProgress;
}

const createOwnWorker: CreateWorker = () => {
  const {href} = new URL('./object-detection-worker.js', import.meta.url);
  return new Worker(trusted().createScriptURL(href), {
    type: 'module',
    name: 'ls-object-detection',
  });
};

/**
 * Runs models in a worker, so that the page stays responsive.
 *
 * The worker, and in it the last model, is kept for the next picture. An abort
 * ends the worker at once, in the middle of whatever it does.
 */
export class Detector {
  readonly #createWorker: CreateWorker;
  #idle: Worker | null = null;
  #isOver = false;

  constructor(createWorker: CreateWorker = createOwnWorker) {
    this.#createWorker = createWorker;
  }

  /**
   * Looks for objects on a picture.
   *
   * @throws {@link DetectionError} when it cannot; rejects with the reason of
   *   the signal when it is aborted.
   */
  async detect(
    request: DetectionRequest,
    {signal, progress}: DetectOptions,
  ): Promise<DetectionAnswer> {
    signal.throwIfAborted();
    const worker = this.#idle ?? this.#createWorker();
    this.#idle = null;
    try {
      const answer = await ask(worker, request, {signal, progress});
      this.#keep(worker);
      return answer;
    } catch (error) {
      worker.terminate();
      throw error;
    }
  }

  /** Ends the worker that is kept. */
  dispose(): void {
    this.#isOver = true;
    this.#idle?.terminate();
    this.#idle = null;
  }

  #keep(worker: Worker): void {
    if (this.#isOver || this.#idle) worker.terminate();
    else this.#idle = worker;
  }
}

function ask(
  worker: Worker,
  request: DetectionRequest,
  {signal, progress}: DetectOptions,
): Promise<DetectionAnswer> {
  const listening = new AbortController();
  const {signal: until} = listening;
  return new Promise<DetectionAnswer>((resolve, reject) => {
    const onMessage = ({data}: MessageEvent<DetectionMessage>): void => {
      switch (data.type) {
        case 'progress':
          progress(data.fraction, data.text);
          return;
        case 'answer':
          resolve(data.answer);
          return;
        case 'error':
          reject(
            new DetectionError(data.code as DetectionErrorCode, data.message),
          );
          return;
        default:
          data satisfies never;
      }
    };
    const onError = (event: Event): void => {
      event.preventDefault();
      reject(
        new DetectionError(
          'detection/worker-failed',
          'The worker that runs models does not start. object-detection-worker.js has to be beside object-detection.js, on the page’s own origin.',
        ),
      );
    };
    const onAbort = (): void => {
      worker.terminate();
      reject(signal.reason as Error);
    };
    worker.addEventListener('message', onMessage, {signal: until});
    worker.addEventListener('error', onError, {signal: until});
    signal.addEventListener('abort', onAbort, {signal: until});
    worker.postMessage(request);
  }).finally(() => listening.abort());
}
