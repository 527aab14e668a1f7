import type {Detection} from './detection.js';
import type {PixelSize} from './letterbox.js';

/** What the worker is asked. */
export interface DetectionRequest {
  /** Address of onnxruntime-web's module, absolute. */
  readonly runtime: string;
  /** Address of the model, absolute. */
  readonly model: string;
  /** Address of the picture, absolute. */
  readonly picture: string;
  /** What is less sure is left out, 0 to 1. */
  readonly threshold: number;
  /** Overlap from which on two boxes are one, 0 to 1. */
  readonly iouThreshold: number;
  /** Side of the input where the model takes any, pixels. */
  readonly inputSide: number;
}

/** What was found on a picture. */
export interface DetectionAnswer {
  /** Natural size of the picture. */
  readonly size: PixelSize;
  /** Image pixels; the surest first. */
  readonly detections: readonly Detection[];
}

/** What the worker tells: any number of `progress`, then one of the others. */
export type DetectionMessage =
  | {
      readonly type: 'progress';
      /** 0 to 1, or `null` when nobody knows. */
      readonly fraction: number | null;
      /** Words for people. */
      readonly text: string;
    }
  | {readonly type: 'answer'; readonly answer: DetectionAnswer}
  | {readonly type: 'error'; readonly code: string; readonly message: string};
