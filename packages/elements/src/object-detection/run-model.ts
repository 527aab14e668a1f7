import {DetectionError} from './detection-error.js';
import type {DetectionAnswer, DetectionRequest} from './detection-request.js';
import {fetchBytes} from './fetch-bytes.js';
import {keepBest} from './keep-best.js';
import {toImageBox} from './letterbox.js';
import type {Letterbox, PixelSize} from './letterbox.js';
import type {
  OnnxInput,
  OnnxRuntime,
  OnnxSession,
  OnnxTensor,
} from './onnx-runtime.js';
import {readDetections} from './read-detections.js';
import {readPixels} from './read-pixels.js';

/** Tells how far a detection is. */
export type TellProgress = (fraction: number | null, text: string) => void;

/** A model that is loaded. */
export interface LoadedModel {
  /** What it was loaded from. */
  readonly key: string;
  /** The runtime it runs on. */
  readonly runtime: OnnxRuntime;
  /** The model. */
  readonly session: OnnxSession;
}

/** Bytes in a megabyte, as people count them. */
const MEGABYTE = 1e6;

/** Loads a model and the runtime it runs on. */
export async function loadModel(
  request: DetectionRequest,
  tell: TellProgress,
): Promise<LoadedModel> {
  tell(null, 'Loading the model');
  const [runtime, bytes] = await Promise.all([
    loadRuntime(request.runtime),
    fetchBytes(request.model, (loaded, total) =>
      tell(total && loaded / total, bytesText(loaded, total)),
    ),
  ]);
  tell(null, 'Preparing the model');
  try {
    const session = await runtime.InferenceSession.create(bytes);
    return {key: modelKey(request), runtime, session};
  } catch (cause) {
    throw new DetectionError(
      'detection/load-failed',
      `"${request.model}" is not a model that can be run here: ${wordsOf(cause)}`,
      {cause},
    );
  }
}

/** Returns what two requests for one model share. */
export function modelKey({runtime, model}: DetectionRequest): string {
  return JSON.stringify([runtime, model]);
}

/** Runs a model on a picture. */
export async function runModel(
  {runtime, session}: LoadedModel,
  request: DetectionRequest,
  tell: TellProgress,
): Promise<DetectionAnswer> {
  tell(null, 'Reading the picture');
  const input = inputSizeOf(session.inputMetadata[0], request.inputSide);
  const file = new Blob([await fetchBytes(request.picture)]);
  const {values, place, size} = await readPixels(file, input);
  tell(null, 'Looking for objects');
  const outputs = await session.run(
    feeds(runtime, session.inputMetadata, values, input),
  );
  const found = readDetections(outputs, {threshold: request.threshold, input});
  const detections = keepBest(found, request.iouThreshold).flatMap((one) =>
    onPicture(one, place, size),
  );
  return {size, detections};
}

function onPicture<T extends Parameters<typeof toImageBox>[0]>(
  detection: T,
  place: Letterbox,
  size: PixelSize,
): readonly T[] {
  const box = toImageBox(detection, place, size);
  return box ? [{...detection, ...box}] : [];
}

function inputSizeOf(input: OnnxInput | undefined, side: number): PixelSize {
  const [, channels, height, width] = input?.shape ?? [];
  if (input?.type !== 'float32' || channels !== 3) {
    throw new DetectionError(
      'detection/unknown-input',
      'The model does not take a picture as float32 [1, 3, height, width].',
    );
  }
  return {
    width: typeof width === 'number' ? width : side,
    height: typeof height === 'number' ? height : side,
  };
}

/** RT-DETR takes the size that its boxes are wanted in as a second input. */
function feeds(
  {Tensor}: OnnxRuntime,
  inputs: readonly OnnxInput[],
  values: Float32Array,
  {width, height}: PixelSize,
): Readonly<Record<string, OnnxTensor>> {
  const [picture, ...others] = inputs;
  const sides = BigInt64Array.of(BigInt(width), BigInt(height));
  return Object.fromEntries([
    [picture?.name, new Tensor('float32', values, [1, 3, height, width])],
    ...others.map(({name}) => [name, new Tensor('int64', sides, [1, 2])]),
  ]) as Readonly<Record<string, OnnxTensor>>;
}

async function loadRuntime(address: string): Promise<OnnxRuntime> {
  try {
    return (await import(address)) as OnnxRuntime;
  } catch (cause) {
    throw new DetectionError(
      'detection/load-failed',
      `onnxruntime-web cannot be loaded from "${address}".`,
      {cause},
    );
  }
}

function bytesText(loaded: number, total: number | null): string {
  const soFar = (loaded / MEGABYTE).toFixed(1);
  return total === null
    ? `Loading the model, ${soFar} MB`
    : `Loading the model, ${soFar} of ${(total / MEGABYTE).toFixed(1)} MB`;
}

function wordsOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
