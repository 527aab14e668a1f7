import type {NewRegion} from '@ls-annotation/core';
import type {
  ExecuteOptions,
  Operator,
  OperatorContext,
  OperatorResult,
  ParameterDefinition,
} from '@ls-annotation/operators';

import {labelsOfClasses} from './class-labels.js';
import type {ClassLabel} from './class-labels.js';
import {overlap} from './detection.js';
import {Detector} from './detector.js';
import type {CreateWorker} from './detector.js';
import type {DetectionAnswer} from './detection-request.js';
import {
  findImageBoxes,
  labelledBoxes,
  toPercent,
  toRegion,
} from './image-boxes.js';
import type {ImageBoxes} from './image-boxes.js';

/** Values of {@link DetectObjectsOperator}. */
export interface DetectObjectsParameters {
  /** Address of the ONNX model, relative to the page. */
  readonly model: string;
  /** What is less sure is left out, 0 to 1. */
  readonly threshold: number;
  /** Overlap from which on two boxes are one, 0 to 1. */
  readonly iou_threshold: number;
  /** Which class gets which label. */
  readonly classes?: readonly ClassLabel[];
  /** Side of the input where the model takes any, pixels. */
  readonly input_side: number;
}

/** How a {@link DetectObjectsOperator} is made. */
export interface DetectObjectsOptions {
  /**
   * Address of onnxruntime-web's module, relative to the page:
   * `ort.wasm.min.mjs` of its `dist`, with the other files beside it.
   */
  readonly runtime: string;
  /** Name in the menu. */
  readonly name?: string;
  /** Default of the parameter `model`. */
  readonly model?: string;
  /** Default of the parameter `classes`. */
  readonly classes?: readonly ClassLabel[];
  /** Makes the worker, where the page's bundler has a way of its own. */
  readonly createWorker?: CreateWorker;
}

type Options = ExecuteOptions<DetectObjectsParameters>;

/**
 * Finds objects on the pictures of a task with an ONNX model, in the browser,
 * and draws boxes around them: regions of the origin `prediction`, with the
 * model's scores, in one undo step.
 *
 * The model runs on onnxruntime-web, in a worker. A box that lies where the
 * annotation has one with the same label is left alone. Pictures of another
 * origin need CORS.
 *
 * @example
 * ```js
 * import {DetectObjectsOperator} from './dist/object-detection.js';
 *
 * host.operators.register(
 *   new DetectObjectsOperator({
 *     runtime: 'onnxruntime-web/dist/ort.wasm.min.mjs',
 *     model: 'yolo.onnx',
 *   }),
 * );
 * ```
 */
export class DetectObjectsOperator implements Operator<DetectObjectsParameters> {
  readonly name: string;
  readonly description =
    'Finds objects with an ONNX model (YOLO, LightlyTrain, RT-DETR) and draws boxes around them.';
  readonly parameters: readonly ParameterDefinition[];
  readonly supportedScopes = ['image'] as const;
  readonly #runtime: string;
  readonly #detector: Detector;

  constructor(options: DetectObjectsOptions) {
    this.name = options.name ?? 'Detect objects';
    this.parameters = parametersOf(options);
    this.#runtime = options.runtime;
    this.#detector = new Detector(options.createWorker);
  }

  unavailableReason(context: OperatorContext): string | null {
    return findImageBoxes(context, document.baseURI) === null
      ? 'The labeling config has no RectangleLabels for an Image.'
      : null;
  }

  async execute(options: Options): Promise<OperatorResult> {
    const {parameters, context, log} = options;
    const target = findImageBoxes(context, document.baseURI);
    if (!target) return failure('There is no picture to draw boxes on.');
    const unknown = (parameters.classes ?? []).find(
      ({label}) => !target.labels.includes(label),
    );
    if (unknown) {
      const known = target.labels.join(', ');
      return failure(`There is no label "${unknown.label}". Use: ${known}.`);
    }
    const regions: NewRegion[] = [];
    for (const [index, picture] of target.pictures.entries()) {
      if (picture === null)
        return failure('The picture has no usable address.');
      const answer = await this.#look(picture, options);
      log(`Picture ${index + 1}: ${answer.detections.length} objects found.`);
      regions.push(...freshRegions(answer, target, index, options));
    }
    context.edit((editor) => editor.insertRegions(regions));
    return {success: true, message: countText(regions.length)};
  }

  shutdown(): void {
    this.#detector.dispose();
  }

  #look(
    picture: string,
    {parameters, signal, progress}: Options,
  ): Promise<DetectionAnswer> {
    const absolute = (address: string): string =>
      new URL(address, document.baseURI).href;
    return this.#detector.detect(
      {
        picture,
        runtime: absolute(this.#runtime),
        model: absolute(parameters.model),
        threshold: parameters.threshold,
        iouThreshold: parameters.iou_threshold,
        inputSide: parameters.input_side,
      },
      {signal, progress},
    );
  }
}

function freshRegions(
  {size, detections}: DetectionAnswer,
  target: ImageBoxes,
  itemIndex: number,
  {parameters, context}: Options,
): readonly NewRegion[] {
  const labels = labelsOfClasses(parameters.classes ?? [], target.labels);
  const known = labelledBoxes(context, target);
  return detections.flatMap((detection) => {
    const label = labels.get(detection.classIndex);
    if (label === undefined) return [];
    const box = toPercent(detection, size);
    const isKnown = known.some(
      (other) =>
        other.itemIndex === itemIndex &&
        other.labels.includes(label) &&
        overlap(other, box) >= parameters.iou_threshold,
    );
    return isKnown
      ? []
      : [toRegion(target, detection, {label, itemIndex, size})];
  });
}

function parametersOf({
  model,
  classes,
}: DetectObjectsOptions): readonly ParameterDefinition[] {
  return [
    {
      name: 'model',
      title: 'Model',
      description: 'Address of an ONNX file.',
      param_type: 'str',
      ...(model !== undefined && {default: model}),
    },
    {
      name: 'threshold',
      title: 'Confidence',
      description: 'Leaves out what the model is less sure of, from 0 to 1.',
      param_type: 'float',
      default: 0.5,
      min: 0,
      max: 1,
    },
    {
      name: 'iou_threshold',
      title: 'Overlap',
      description:
        'Boxes that share more of their area are one (intersection over union), from 0 to 1.',
      param_type: 'float',
      default: 0.5,
      min: 0,
      max: 1,
    },
    {
      name: 'classes',
      title: 'Labels of classes',
      description:
        'Which class of the model, counted from 0, gets which label. Without rows, the labels of the config in their order.',
      param_type: 'table',
      required: false,
      columns: [
        {name: 'class', title: 'Class', param_type: 'int', min: 0},
        {name: 'label', title: 'Label', param_type: 'str'},
      ],
      ...(classes && {default: classes.map((row) => ({...row}))}),
    },
    {
      name: 'input_side',
      title: 'Input side',
      description: 'For a model that takes pictures of any size, pixels.',
      param_type: 'int',
      default: 640,
      min: 32,
      max: 4096,
    },
  ];
}

function failure(message: string): OperatorResult {
  return {success: false, message};
}

function countText(count: number): string {
  if (count === 0) return 'There was nothing new to box.';
  return count === 1 ? '1 box was added.' : `${count} boxes were added.`;
}
