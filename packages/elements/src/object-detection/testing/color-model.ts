import type {OnnxConstant, OnnxNode, OnnxValue} from './onnx-writer.js';
import {writeOnnx} from './onnx-writer.js';

/** How a model of colors is made. */
export interface ColorModelOptions {
  /** Side of the picture it takes, pixels. */
  readonly side: number;
  /** Side of the squares it looks for, pixels. */
  readonly window: number;
  /** Pixels from one place to look at to the next. */
  readonly stride: number;
  /** Parts of red, green and blue, 0 or 1, for each class. */
  readonly colors: readonly (readonly [number, number, number])[];
  /** How it answers. */
  readonly layout: 'columns' | 'rows' | 'chosen' | 'named';
  /** True when it takes pictures of any size but is right for `side` alone. */
  readonly isDynamic?: boolean;
}

/**
 * Returns a model that finds squares of one color: it slides a window over the
 * picture and answers how much of it has the color. Its weights are written, not
 * learnt; all else of it is like a real detector.
 */
export function colorModel(
  options: ColorModelOptions,
): Uint8Array<ArrayBuffer> {
  const {side, window, colors, layout, isDynamic = false} = options;
  const length = isDynamic ? ['height', 'width'] : [side, side];
  const windows = windowsOf(options);
  const count = windows.length;
  const {outputs, constants, nodes} = answerOf(layout, windows, colors.length);
  return writeOnnx({
    inputs: [{name: 'images', dims: [1, 3, ...length]}],
    outputs,
    constants: [
      {
        name: 'weights',
        dims: [colors.length, 3, window, window],
        values: colors.flatMap((color) => weightsOf(color, window)),
      },
      {
        name: 'flat',
        dims: [3],
        values: [1, colors.length, count].map(BigInt),
      },
      {name: 'zero', dims: [], values: [0]},
      {name: 'one', dims: [], values: [1]},
      ...constants,
    ],
    nodes: [
      {
        type: 'Conv',
        inputs: ['images', 'weights'],
        output: 'grid',
        attributes: {strides: [options.stride, options.stride]},
      },
      {type: 'Clip', inputs: ['grid', 'zero', 'one'], output: 'clipped'},
      {type: 'Reshape', inputs: ['clipped', 'flat'], output: 'found'},
      ...nodes,
    ],
  });
}

type Window = readonly [left: number, top: number, side: number];

interface Answer {
  readonly outputs: readonly OnnxValue[];
  readonly constants: readonly OnnxConstant[];
  readonly nodes: readonly OnnxNode[];
}

function answerOf(
  layout: ColorModelOptions['layout'],
  windows: readonly Window[],
  classes: number,
): Answer {
  const count = windows.length;
  const centers = {
    name: 'centers',
    dims: [1, 4, count],
    values: [
      ...windows.map(([left, , side]) => left + side / 2),
      ...windows.map(([, top, side]) => top + side / 2),
      ...windows.map(([, , side]) => side),
      ...windows.map(([, , side]) => side),
    ],
  };
  const corners = {
    name: 'corners',
    dims: [1, count, 4],
    values: windows.flatMap(([left, top, side]) => [
      left,
      top,
      left + side,
      top + side,
    ]),
  };
  const best: readonly OnnxNode[] = [
    {
      type: 'ReduceMax',
      inputs: ['found'],
      output: 'scores',
      attributes: {axes: [1], keepdims: 0},
    },
    {
      type: 'ArgMax',
      inputs: ['found'],
      output: 'labels',
      attributes: {axis: 1, keepdims: 0},
    },
  ];
  const joined = {
    type: 'Concat',
    inputs: ['centers', 'found'],
    output: 'output0',
    attributes: {axis: 1},
  };
  switch (layout) {
    case 'columns':
      return {
        constants: [centers],
        nodes: [joined],
        outputs: [{name: 'output0', dims: [1, 4 + classes, count]}],
      };
    case 'rows':
      return {
        constants: [centers],
        nodes: [
          {...joined, output: 'joined'},
          {
            type: 'Transpose',
            inputs: ['joined'],
            output: 'output0',
            attributes: {perm: [0, 2, 1]},
          },
        ],
        outputs: [{name: 'output0', dims: [1, count, 4 + classes]}],
      };
    case 'chosen':
      return {
        constants: [
          corners,
          {name: 'column', dims: [3], values: [1, count, 1].map(BigInt)},
        ],
        nodes: [
          ...best,
          {
            type: 'Cast',
            inputs: ['labels'],
            output: 'numbers',
            attributes: {to: 1},
          },
          {type: 'Reshape', inputs: ['scores', 'column'], output: 's'},
          {type: 'Reshape', inputs: ['numbers', 'column'], output: 'l'},
          {
            type: 'Concat',
            inputs: ['corners', 's', 'l'],
            output: 'output0',
            attributes: {axis: 2},
          },
        ],
        outputs: [{name: 'output0', dims: [1, count, 6]}],
      };
    case 'named':
      return {
        constants: [corners],
        nodes: [
          ...best,
          {type: 'Identity', inputs: ['corners'], output: 'boxes'},
        ],
        outputs: [
          {name: 'labels', dims: [1, count], type: 'int64'},
          {name: 'boxes', dims: [1, count, 4]},
          {name: 'scores', dims: [1, count]},
        ],
      };
    default:
      throw new TypeError(layout satisfies never);
  }
}

function windowsOf({
  side,
  window,
  stride,
}: ColorModelOptions): readonly Window[] {
  const places = Array.from(
    {length: Math.floor((side - window) / stride) + 1},
    (_, index) => index * stride,
  );
  return places.flatMap((top) =>
    places.map((left): Window => [left, top, window]),
  );
}

/** One for the color itself, none for white, grey, and black. */
function weightsOf(
  color: readonly [number, number, number],
  window: number,
): readonly number[] {
  const area = window * window;
  const own = color.filter((part) => part > 0).length;
  return color.flatMap((part) => {
    const weight = part > 0 ? 1 / own : -1 / (color.length - own);
    return Array.from({length: area}, () => weight / area);
  });
}
