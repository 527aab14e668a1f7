import type {Relation} from '../model/relation.js';
import type {AnnotationJson, Task} from '../model/task.js';

import type {RegionTable} from './region-table.js';

/** What kind of list entry an annotation is. */
export type AnnotationType = 'annotation' | 'prediction' | 'history';

/** Facts about an annotation that are not regions. */
export interface AnnotationInfo {
  /** Annotation, prediction or a view of an older version. */
  readonly type: AnnotationType;
  /** Server id as text, or `null` before the first save. */
  readonly pk: string | null;
  /** True when a person made it in this session. */
  readonly userGenerate: boolean;
  /** True when it was sent in this session. */
  readonly sentUserGenerate: boolean;
  /** True when the source had a saved result. */
  readonly hasSavedResult: boolean;
  /** True when people may not change it. */
  readonly readonly: boolean;
  /** False for predictions and history views. */
  readonly editable: boolean;
  /** Marked as the reference answer. */
  readonly groundTruth: boolean;
  /** True when the task was skipped with it. */
  readonly skipped: boolean;
  /** Name to show. */
  readonly createdBy: string;
  /** ISO 8601. */
  readonly createdDate: string;
  /** Seconds worked on it before this session, or `null`. */
  readonly leadTime: number | null;
  /** Milliseconds since 1970 at which it was shown first. */
  readonly loadedAtMs: number;
  /** Confidence of a prediction. */
  readonly score?: number;
  /** Everything else that came with it, without its results. */
  readonly source: Readonly<Omit<AnnotationJson, 'result' | 'draft'>>;
}

/** What a person is in the middle of; outside undo, outside the JSON. */
export interface SessionState {
  /** Chosen label values by name of the labels control. */
  readonly activeLabels: Readonly<Record<string, readonly string[]>>;
  /** Name of the control that draws on images, or `null` for none chosen. */
  readonly tool: string | null;
  /**
   * Text that was typed and not submitted yet, by control name, or by
   * `control:regionId` for a per-region control.
   */
  readonly typed: Readonly<Record<string, string>>;
  /** Values that replaced what the task says, by object tag name. */
  readonly remoteValues: Readonly<Record<string, unknown>>;
}

/** One annotation, prediction or history view. */
export interface AnnotationState {
  /** Internal id, new for every load. */
  readonly id: string;
  /** Facts beside the regions. */
  readonly info: AnnotationInfo;
  /** Regions and classifications in creation order. */
  readonly regions: RegionTable;
  /** Links between regions. */
  readonly relations: readonly Relation[];
  /** Ids of the selected regions in the order they were selected. */
  readonly selection: readonly string[];
  /** What is in hand. */
  readonly session: SessionState;
}

/** The part of an annotation that a recipe changes with `updateAnnotation`. */
export type AnnotationHead = Omit<AnnotationState, 'regions' | 'id'>;

/** Everything the store holds. */
export interface StoreState {
  /** The task on display, or `null`. */
  readonly task: Task | null;
  /** Annotations, predictions and history views by internal id. */
  readonly annotations: Readonly<Record<string, AnnotationState>>;
  /** Ids of the annotations, newest first. */
  readonly order: readonly string[];
  /** Ids of the predictions, in the order of the task. */
  readonly predictions: readonly string[];
  /** Id of the annotation on display, or `null`. */
  readonly selectedId: string | null;
}

/** The part of the state that a recipe changes with `update`. */
export type StoreHead = Omit<StoreState, 'annotations'>;

/** A session in which nothing was done yet. */
export const EMPTY_SESSION: SessionState = Object.freeze({
  activeLabels: Object.freeze({}),
  tool: null,
  typed: Object.freeze({}),
  remoteValues: Object.freeze({}),
});
