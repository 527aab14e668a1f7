import type {ResultJson} from '@ls-annotation/core';

import type {
  HistoryItem,
  SelectAnnotationOptions,
} from '../events/frontend-event-map.js';
import type {SessionContext} from '../session/session-context.js';

import type {AnnotationView} from './annotation-view.js';
import type {ControlView} from './control-view.js';
import type {RootStore} from './root-store.js';
import type {TagView} from './tag-view.js';

/** How an annotation is to be made. */
export interface CreateAnnotationOptions {
  /** Results it starts with, instead of the config's defaults. */
  readonly result?: readonly ResultJson[];
  /** True when a person makes it; always so here. */
  readonly userGenerate?: boolean;
}

/**
 * The annotations of the task as plugins see them: what Label Studio has at
 * `Htx.annotationStore`.
 */
export class AnnotationStoreView {
  readonly #context: SessionContext;

  /** False: annotations are shown one at a time. */
  readonly viewingAll = false;

  constructor(context: SessionContext) {
    this.#context = context;
  }

  /** The chosen annotation or prediction, `null` for none. */
  get selected(): AnnotationView | null {
    return this.#context.annotations.selected;
  }

  /** The older version on display, `null` for none. */
  get selectedHistory(): AnnotationView | null {
    return this.#context.annotations.selectedHistory;
  }

  /** Annotations, newest first, as a new list. */
  get annotations(): AnnotationView[] {
    const {annotations, store} = this.#context;
    return annotations.viewsOf(store.state.order);
  }

  /** Predictions in the order of the task, as a new list. */
  get predictions(): AnnotationView[] {
    const {annotations, store} = this.#context;
    return annotations.viewsOf(store.state.predictions);
  }

  /** The root store. */
  get store(): RootStore {
    return this.#context.root;
  }

  /** The outermost tag of the annotation that is chosen. */
  get root(): TagView | null {
    return this.selected?.root ?? null;
  }

  /** Tags by name, of the annotation that is chosen. */
  get names(): Map<string, TagView> {
    return this.selected?.names ?? new Map<string, TagView>();
  }

  /** Controls by object, of the annotation that is chosen. */
  get toNames(): Map<string, ControlView[]> {
    return this.selected?.toNames ?? new Map<string, ControlView[]>();
  }

  /** What is wrong with the config, `null` for nothing. */
  get validation(): readonly unknown[] | null {
    const issues = this.#context.config?.issues ?? [];
    return issues.length > 0 ? issues : null;
  }

  /**
   * Selects an annotation by its internal id or its server id; the first one
   * when there is no such.
   */
  selectAnnotation(
    id: string | number,
    options: SelectAnnotationOptions = {},
  ): AnnotationView | null {
    return this.#context.annotations.select(id, options);
  }

  /** Selects a prediction, without an event. */
  selectPrediction(id: string | number): AnnotationView | null {
    return this.#context.annotations.select(id);
  }

  /** Makes an annotation; it is not selected yet. */
  createAnnotation(options: CreateAnnotationOptions = {}): AnnotationView {
    return this.#context.annotations.create(options.result);
  }

  /** Same as {@link AnnotationStoreView.createAnnotation}. */
  addAnnotation(options: CreateAnnotationOptions = {}): AnnotationView {
    return this.createAnnotation(options);
  }

  /** Makes an annotation of a prediction's results and selects it. */
  addAnnotationFromPrediction(prediction: AnnotationView): AnnotationView {
    const made = this.#context.annotations.create(
      prediction.serializeAnnotation(),
      {parent_prediction: prediction.pk},
    );
    this.selectAnnotation(made.id);
    return made;
  }

  /** Deletes an annotation and selects the first one left. */
  deleteAnnotation(annotation: AnnotationView): void {
    this.#context.annotations.delete(annotation);
  }

  /** Shows an older version of the chosen annotation, or leaves it. */
  selectHistory(item: HistoryItem | null): void {
    this.#context.annotations.selectHistory(item);
  }
}
