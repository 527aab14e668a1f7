/** A part of a protocol buffer, encoded. */
export type Bytes = readonly number[];

/** Values of a tensor that a model holds. */
export interface OnnxConstant {
  /** Its name. */
  readonly name: string;
  /** Length of each dimension. */
  readonly dims: readonly number[];
  /** Numbers of 32-bit floats, or integers of 64 bits as `bigint`. */
  readonly values: readonly number[] | readonly bigint[];
}

/** One operation of a model. */
export interface OnnxNode {
  /** Operation of ONNX, for example `Conv`. */
  readonly type: string;
  /** Names of what it takes. */
  readonly inputs: readonly string[];
  /** Name of what it makes. */
  readonly output: string;
  /** Integers and lists of integers by name. */
  readonly attributes?: Readonly<Record<string, number | readonly number[]>>;
}

/** What a model takes or makes. */
export interface OnnxValue {
  /** Its name. */
  readonly name: string;
  /** Length of each dimension; a word where any length does. */
  readonly dims: readonly (number | string)[];
  /** Element type; float when left out. */
  readonly type?: 'float' | 'int64';
}

/** A model. */
export interface OnnxGraph {
  /** What it takes. */
  readonly inputs: readonly OnnxValue[];
  /** What it makes. */
  readonly outputs: readonly OnnxValue[];
  /** What it holds. */
  readonly constants: readonly OnnxConstant[];
  /** What it does, in order. */
  readonly nodes: readonly OnnxNode[];
}

const IR_VERSION = 8;
const OPSET = 13;
const ELEMENT = {float: 1, int64: 7} as const;
const ATTRIBUTE = {int: 2, ints: 7} as const;

/**
 * Returns a model as the bytes of an ONNX file.
 *
 * @see {@link https://github.com/onnx/onnx/blob/main/onnx/onnx.proto | onnx.proto}
 *   for the numbers of the fields.
 */
export function writeOnnx(graph: OnnxGraph): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([
    ...integer(1, IR_VERSION),
    ...bytes(7, graphBytes(graph)),
    ...bytes(8, integer(2, OPSET)),
  ]);
}

function graphBytes({inputs, outputs, constants, nodes}: OnnxGraph): Bytes {
  return [
    ...nodes.flatMap((node) => bytes(1, nodeBytes(node))),
    ...text(2, 'graph'),
    ...constants.flatMap((constant) => bytes(5, tensorBytes(constant))),
    ...inputs.flatMap((value) => bytes(11, valueBytes(value))),
    ...outputs.flatMap((value) => bytes(12, valueBytes(value))),
  ];
}

function nodeBytes({type, inputs, output, attributes = {}}: OnnxNode): Bytes {
  return [
    ...inputs.flatMap((name) => text(1, name)),
    ...text(2, output),
    ...text(4, type),
    ...Object.entries(attributes).flatMap(([name, value]) =>
      bytes(5, [
        ...text(1, name),
        ...(typeof value === 'number'
          ? [...integer(3, value), ...integer(20, ATTRIBUTE.int)]
          : [
              ...value.flatMap((one) => integer(8, one)),
              ...integer(20, ATTRIBUTE.ints),
            ]),
      ]),
    ),
  ];
}

function tensorBytes({name, dims, values}: OnnxConstant): Bytes {
  const isInteger = typeof values[0] === 'bigint';
  const raw = isInteger
    ? BigInt64Array.from(values as readonly bigint[])
    : Float32Array.from(values as readonly number[]);
  return [
    ...dims.flatMap((length) => integer(1, length)),
    ...integer(2, isInteger ? ELEMENT.int64 : ELEMENT.float),
    ...text(8, name),
    ...bytes(9, [...new Uint8Array(raw.buffer)]),
  ];
}

function valueBytes({name, dims, type = 'float'}: OnnxValue): Bytes {
  const shape = dims.flatMap((length) =>
    bytes(1, typeof length === 'number' ? integer(1, length) : text(2, length)),
  );
  const tensor = [...integer(1, ELEMENT[type]), ...bytes(2, shape)];
  return [...text(1, name), ...bytes(2, bytes(1, tensor))];
}

function integer(field: number, value: number): Bytes {
  return [...varint(field * 8), ...varint(value)];
}

function bytes(field: number, content: Bytes): Bytes {
  return [...varint(field * 8 + 2), ...varint(content.length), ...content];
}

function text(field: number, words: string): Bytes {
  return bytes(field, [...new TextEncoder().encode(words)]);
}

function varint(value: number): Bytes {
  return value < 128
    ? [value]
    : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
}
