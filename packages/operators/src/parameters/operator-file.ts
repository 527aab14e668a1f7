import {base64Length, fromBase64, toBase64} from './base64.js';
import {isRecord} from './own-value.js';

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

/** Whatever can be read as a file. */
export type FileSource = OperatorFile | OperatorFileJson | BlobFileLike;

/**
 * Tells whether a value can be read as a file. One on the wire must hold as
 * many bytes as it says.
 */
export function isFileSource(value: unknown): value is FileSource {
  if (!isRecord(value)) return false;
  const {name, type, size, content, bytes, arrayBuffer} = value;
  if (typeof name !== 'string' || typeof type !== 'string') return false;
  if (!Number.isSafeInteger(size)) return false;
  if (typeof content === 'string') return base64Length(content) === size;
  return typeof bytes === 'function' || typeof arrayBuffer === 'function';
}

/** Returns a file as operators get it. */
export function toOperatorFile(source: FileSource): OperatorFile {
  if ('bytes' in source) return source;
  const {name, type, size} = source;
  const bytes =
    'content' in source
      ? async () => fromBase64(source.content)
      : async () => new Uint8Array(await source.arrayBuffer());
  return {name, type, size, bytes};
}

/** Returns a file as it goes on the wire. Rejects when it cannot be read. */
export async function toFileJson(
  source: FileSource,
): Promise<OperatorFileJson> {
  const {name, type} = source;
  if ('content' in source) {
    return {name, type, size: source.size, content: source.content};
  }
  const bytes = await toOperatorFile(source).bytes();
  return {name, type, size: bytes.length, content: toBase64(bytes)};
}

/**
 * Returns values as JSON, every file in them, however deep, with its content.
 * Rejects when a file cannot be read.
 */
export async function valuesToJson<T>(values: T): Promise<T> {
  if (Array.isArray(values)) {
    return (await Promise.all(values.map(valuesToJson))) as T;
  }
  if (!isRecord(values)) return values;
  if (isFileSource(values)) return (await toFileJson(values)) as T;
  const entries = Object.entries(values).map(
    async ([key, value]) => [key, await valuesToJson(value)] as const,
  );
  return Object.fromEntries(await Promise.all(entries)) as T;
}
