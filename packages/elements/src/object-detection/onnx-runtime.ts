/** Values of a model, as onnxruntime-web holds them. */
export interface OnnxTensor {
  /** Length of each dimension. */
  readonly dims: readonly number[];
  /** The values, in row order. */
  readonly data: ArrayLike<number | bigint>;
}

/** What a model says about one of its inputs. */
export interface OnnxInput {
  /** Its name. */
  readonly name: string;
  /** Its element type, for example `float32`. */
  readonly type?: string;
  /** Length of each dimension; words where any length does. */
  readonly shape?: readonly (number | string)[];
}

/** A model that can be run. */
export interface OnnxSession {
  /** Its inputs. */
  readonly inputMetadata: readonly OnnxInput[];
  /** Runs it on inputs by name; answers outputs by name. */
  run(
    inputs: Readonly<Record<string, OnnxTensor>>,
  ): Promise<Readonly<Record<string, OnnxTensor>>>;
  /** Gives back its memory. */
  release(): Promise<void>;
}

/** The part of onnxruntime-web that detection relies on. */
export interface OnnxRuntime {
  /** Models. */
  readonly InferenceSession: {
    create(model: Uint8Array): Promise<OnnxSession>;
  };
  /** Values. */
  readonly Tensor: new (
    type: 'float32' | 'int64',
    data: Float32Array | BigInt64Array,
    dims: readonly number[],
  ) => OnnxTensor;
}
