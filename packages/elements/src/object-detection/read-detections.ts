import type {Detection} from './detection.js';
import {DetectionError} from './detection-error.js';
import type {PixelSize} from './letterbox.js';
import type {OnnxTensor} from './onnx-runtime.js';

/** How a model's answer is read. */
export interface ReadDetectionsOptions {
  /** What is less sure is left out, 0 to 1. */
  readonly threshold: number;
  /** Size of the model's input. */
  readonly input: PixelSize;
}

type Outputs = Readonly<Record<string, OnnxTensor>>;

/** Values of one candidate: left, top, right, bottom, score, class. */
type Candidate = readonly [number, number, number, number, number, number];

/** Values of a candidate where the model itself has chosen the best class. */
const CHOSEN = 6;

/**
 * Returns what a model found, in pixels of its input. Understood are
 *
 * - outputs `boxes` `[1, n, 4]` (left, top, right, bottom; pixels, or parts of
 *   the input), `scores` and `labels` `[1, n]`: LightlyTrain, RT-DETR;
 * - one output `[1, 4 + classes, n]` or `[1, n, 4 + classes]` (centre, size,
 *   one score for each class): YOLO 8 and 11;
 * - one output `[1, n, 6]` (left, top, right, bottom, score, class): YOLO 10
 *   and 26.
 *
 * @throws {@link DetectionError} when the outputs are none of these.
 */
export function readDetections(
  outputs: Outputs,
  {threshold, input}: ReadDetectionsOptions,
): readonly Detection[] {
  const candidates = candidatesOf(outputs);
  const found = [...candidates].filter(([, , , , score]) => score >= threshold);
  const isRelative = found.every(
    ([left, top, right, bottom]) => Math.max(left, top, right, bottom) <= 2,
  );
  const across = isRelative ? input.width : 1;
  const down = isRelative ? input.height : 1;
  return found.map(([left, top, right, bottom, score, classIndex]) => ({
    x: left * across,
    y: top * down,
    width: (right - left) * across,
    height: (bottom - top) * down,
    score,
    classIndex,
  }));
}

function candidatesOf(outputs: Outputs): Iterable<Candidate> {
  const {boxes, scores, labels} = outputs;
  if (boxes && scores && labels) return named(boxes, scores, labels);
  const [only, ...others] = Object.values(outputs);
  const [batch, rows, columns] = only?.dims ?? [];
  if (!only || others.length > 0 || batch !== 1 || only.dims.length !== 3) {
    throw unknownOutput(outputs);
  }
  if (rows === undefined || columns === undefined) throw unknownOutput(outputs);
  if (columns === CHOSEN && hasClasses(only, rows)) return chosen(only, rows);
  const isTransposed = rows < columns;
  const width = isTransposed ? rows : columns;
  if (width < 5) throw unknownOutput(outputs);
  const count = isTransposed ? columns : rows;
  return scored(width, count, (candidate, part) =>
    isTransposed
      ? numberAt(only, part * count + candidate)
      : numberAt(only, candidate * width + part),
  );
}

/** Tells classes, which are whole numbers, from scores of a second class. */
function hasClasses(tensor: OnnxTensor, count: number): boolean {
  return Array.from({length: count}, (_, row) =>
    numberAt(tensor, row * CHOSEN + 5),
  ).every(Number.isInteger);
}

function* named(
  boxes: OnnxTensor,
  scores: OnnxTensor,
  labels: OnnxTensor,
): Iterable<Candidate> {
  for (let index = 0; index < scores.data.length; index += 1) {
    const at = index * 4;
    yield [
      numberAt(boxes, at),
      numberAt(boxes, at + 1),
      numberAt(boxes, at + 2),
      numberAt(boxes, at + 3),
      numberAt(scores, index),
      numberAt(labels, index),
    ];
  }
}

function* chosen(tensor: OnnxTensor, count: number): Iterable<Candidate> {
  for (let index = 0; index < count; index += 1) {
    const at = index * CHOSEN;
    yield [
      numberAt(tensor, at),
      numberAt(tensor, at + 1),
      numberAt(tensor, at + 2),
      numberAt(tensor, at + 3),
      numberAt(tensor, at + 4),
      numberAt(tensor, at + 5),
    ];
  }
}

function* scored(
  width: number,
  count: number,
  read: (candidate: number, part: number) => number,
): Iterable<Candidate> {
  for (let index = 0; index < count; index += 1) {
    let best = 4;
    for (let part = 5; part < width; part += 1) {
      if (read(index, part) > read(index, best)) best = part;
    }
    const halfWidth = read(index, 2) / 2;
    const halfHeight = read(index, 3) / 2;
    const [x, y] = [read(index, 0), read(index, 1)];
    yield [
      x - halfWidth,
      y - halfHeight,
      x + halfWidth,
      y + halfHeight,
      read(index, best),
      best - 4,
    ];
  }
}

function numberAt({data}: OnnxTensor, index: number): number {
  return Number(data[index] ?? 0);
}

function unknownOutput(outputs: Outputs): DetectionError {
  const words = Object.entries(outputs).map(
    ([name, {dims}]) => `"${name}" [${dims.join(', ')}]`,
  );
  return new DetectionError(
    'detection/unknown-output',
    `The model answers ${words.join(', ')}, which is not a list of boxes that is known here. Export it as YOLO or LightlyTrain do.`,
  );
}
