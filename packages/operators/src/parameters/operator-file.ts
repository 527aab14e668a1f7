/** A file as an operator gets it. The bytes are read when they are asked for. */
export interface OperatorFile {
  /** Name without a folder. */
  readonly name: string;
  /** Media type; `''` when nobody knows. */
  readonly type: string;
  /** Length, bytes. */
  readonly size: number;
  /** Returns the content. */
  bytes(): Promise<Uint8Array>;
}

/** A file on the wire. */
export interface OperatorFileJson {
  /** Name without a folder. */
  readonly name: string;
  /** Media type; `''` when nobody knows. */
  readonly type: string;
  /** Length, bytes. */
  readonly size: number;
  /** The content, base64. */
  readonly content: string;
}

/** The part of the browser's `File` that is relied on. */
export interface BlobFileLike {
  /** Name without a folder. */
  readonly name: string;
  /** Media type; `''` when nobody knows. */
  readonly type: string;
  /** Length, bytes. */
  readonly size: number;
  /** Returns the content. */
  arrayBuffer(): Promise<ArrayBuffer>;
}
