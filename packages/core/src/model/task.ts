import type {ResultJson} from './result-json.js';

/** An annotation or prediction as it comes with a task. */
export interface AnnotationJson {
  /** Server id. */
  readonly id?: string | number;
  /** Server id under its internal name. */
  readonly pk?: string | number;
  /** Results and relations. */
  readonly result?: readonly ResultJson[];
  /** Unsaved work; shown instead of `result` when present. */
  readonly draft?: readonly ResultJson[];
  /** Whatever else the source wrote. */
  readonly [key: string]: unknown;
}

/** A unit of work: the data to look at and what was said about it. */
export interface Task {
  /** Server id, `null` for a task that has none. */
  readonly id: number | string | null;
  /** Values that `$name` in a config refers to. */
  readonly data: Readonly<Record<string, unknown>>;
  /** What people said. */
  readonly annotations?: readonly AnnotationJson[];
  /** What models said. */
  readonly predictions?: readonly AnnotationJson[];
  /** Whatever else the source wrote. */
  readonly [key: string]: unknown;
}
