import type {DetectionMessage, DetectionRequest} from './detection-request.js';
import {DetectionError} from './detection-error.js';
import {loadModel, modelKey, runModel} from './run-model.js';
import type {LoadedModel, TellProgress} from './run-model.js';

/** The part of the worker's global that is used: the page's types are others. */
interface WorkerScope {
  postMessage(message: DetectionMessage): void;
  addEventListener(
    type: 'message',
    listener: (event: MessageEvent<DetectionRequest>) => void,
  ): void;
}

const scope = globalThis as unknown as WorkerScope;

/** The last model, for the next picture. */
let model: LoadedModel | null = null;

const tell: TellProgress = (fraction, text) =>
  scope.postMessage({type: 'progress', fraction, text});

async function detect(request: DetectionRequest): Promise<void> {
  try {
    if (model?.key !== modelKey(request)) {
      await model?.session.release();
      model = null;
      model = await loadModel(request, tell);
    }
    const answer = await runModel(model, request, tell);
    scope.postMessage({type: 'answer', answer});
  } catch (error) {
    const isKnown = error instanceof DetectionError;
    scope.postMessage({
      type: 'error',
      code: isKnown ? error.code : 'detection/worker-failed',
      message: error instanceof Error ? error.message : String(error),
    });
  }
}

scope.addEventListener('message', ({data}) => void detect(data));
