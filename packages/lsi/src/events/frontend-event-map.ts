import type {AnnotationView} from '../views/annotation-view.js';
import type {RegionView} from '../views/region-view.js';
import type {RootStore} from '../views/root-store.js';

/** Which step of a save a `beforeSaveAnnotation` handler is asked about. */
export type SaveEventName =
  | 'submitAnnotation'
  | 'updateAnnotation'
  | 'acceptAnnotation'
  | 'rejectAnnotation';

/** What the review events say about the annotation. */
export interface ReviewDetail {
  /** True when the reviewer changed something. */
  readonly isDirty: boolean;
  /** The annotation under review. */
  readonly entity: AnnotationView;
}

/** Options that `selectAnnotation` was called with. */
export interface SelectAnnotationOptions {
  /** True when the choice was made in the view of all annotations. */
  readonly fromViewAll?: boolean;
  /** True when the choice leaves the view of all annotations. */
  readonly exitViewAll?: boolean;
  /** True when the older version on display stays in view. */
  readonly retainHistory?: boolean;
}

/** One older version of an annotation, as Label Studio's history lists it. */
export interface HistoryItem {
  /** Id of the version. */
  readonly id?: string | number;
  /** Server id of the version. */
  readonly pk?: string | number;
  /** Results at that time. */
  readonly result?: readonly Readonly<Record<string, unknown>>[];
  /** Whatever else the source wrote. */
  readonly [key: string]: unknown;
}

/**
 * Arguments of every event that the frontend emits, in order.
 *
 * Event names are free strings: a handler of a name that is not listed here
 * is kept, and never called unless a page invokes that name.
 */
export interface FrontendEventMap {
  /** The root store exists; nothing is loaded yet. */
  readonly labelStudioLoad: readonly [store: RootStore];
  /** A task was read in; nothing is selected yet. */
  readonly storageInitialized: readonly [store: RootStore];
  /** Another annotation was selected. */
  readonly selectAnnotation: readonly [
    annotation: AnnotationView,
    previous: AnnotationView | null,
    options: SelectAnnotationOptions,
  ];
  /** An older version was chosen for display, or left when `null`. */
  readonly selectHistory: readonly [
    store: RootStore,
    annotation: AnnotationView | null,
    item: AnnotationView | HistoryItem | null,
  ];
  /** An annotation is about to be deleted. */
  readonly deleteAnnotation: readonly [
    store: RootStore,
    annotation: AnnotationView,
  ];
  /** An annotation was marked as the reference answer, or unmarked. */
  readonly groundTruth: readonly [
    store: RootStore,
    annotation: AnnotationView,
    value: boolean,
  ];
  /** A region was made by a person or a plugin; never by loading. */
  readonly entityCreate: readonly [region: RegionView];
  /** A region is about to be deleted. */
  readonly entityDelete: readonly [region: RegionView];
  /** A region of a smart control was drawn to its end. */
  readonly regionFinishedDrawing: readonly [
    region: RegionView,
    connected: readonly RegionView[],
  ];
  /** A save is about to happen; a handler's `false` refuses it. */
  readonly beforeSaveAnnotation: readonly [
    store: RootStore,
    annotation: AnnotationView,
    detail: {readonly event: SaveEventName},
  ];
  /** An annotation that the server does not know is to be saved. */
  readonly submitAnnotation: readonly [
    store: RootStore,
    annotation: AnnotationView,
  ];
  /** An annotation that the server knows is to be saved. */
  readonly updateAnnotation: readonly [
    store: RootStore,
    annotation: AnnotationView,
    extra?: unknown,
  ];
  /** The task is to be skipped. */
  readonly skipTask: readonly [store: RootStore, extra?: unknown];
  /** A skipped task is to be taken back. */
  readonly unskipTask: readonly [store: RootStore];
  /** A reviewer accepts. */
  readonly acceptAnnotation: readonly [store: RootStore, detail: ReviewDetail];
  /** A reviewer rejects. */
  readonly rejectAnnotation: readonly [
    store: RootStore,
    detail: ReviewDetail & {readonly comment?: unknown},
  ];
  /** A button that the page defined was pressed. */
  readonly customButton: readonly [
    store: RootStore,
    name: string,
    detail: ReviewDetail & {readonly button: unknown},
  ];
  /** Unsaved work is to be kept; only the first handler is called. */
  readonly submitDraft: readonly [
    store: RootStore,
    annotation: AnnotationView,
    parameters: Readonly<Record<string, unknown>>,
  ];
  /** The next task is asked for; without arguments when postponed. */
  readonly nextTask: readonly [
    taskId?: number | string,
    annotationId?: string | null,
  ];
  /** The task before is asked for. */
  readonly prevTask: readonly [
    taskId?: number | string,
    annotationId?: string | null,
  ];
  /** A signed address is asked for; the first handler's answer is used. */
  readonly presignUrlForProject: readonly [store: RootStore, url: string];
  /** A comment is to be made. */
  readonly 'comments:create': readonly [comment: unknown];
  /** A comment is to be changed. */
  readonly 'comments:update': readonly [comment: unknown];
  /** A comment is to be deleted. */
  readonly 'comments:delete': readonly [comment: unknown];
  /** The comments of a task are asked for. */
  readonly 'comments:list': readonly [query: unknown];
}

/** Names of the events that the frontend emits. */
export type FrontendEventName = keyof FrontendEventMap;

/** Arguments of the event `Name`; unknown ones for a name not listed. */
export type FrontendEventArguments<Name extends string> =
  Name extends FrontendEventName ? FrontendEventMap[Name] : readonly unknown[];
