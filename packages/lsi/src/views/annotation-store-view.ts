import type {AnnotationJson, ResultJson} from '@ls-annotation/core';

import {ConfigReaderMissingError} from '../errors.js';
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
  #errors: readonly unknown[] = [];

  constructor(context: SessionContext) {
    this.#context = context;
  }

  /** The chosen annotation or prediction, `null` for none. */
  get selected(): AnnotationView | null {
    return this.#context.annotations.selected;
  }

  /** The older version on display, `null` for none. */
  get selectedHistory(): AnnotationView | null {
    return this.#context.annotations.versions.shown;
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

  /** Older versions of the chosen annotation, as a new list. */
  get history(): AnnotationView[] {
    return [...this.#context.annotations.versions.listed];
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

  /** True once there is a config to show things with. */
  get initialized(): boolean {
    return this.#context.config !== null;
  }

  /** True while all annotations are looked at, and none is changed. */
  get viewingAll(): boolean {
    return this.#context.annotations.isViewingAll;
  }

  /** Same as {@link AnnotationStoreView.viewingAll}. */
  get viewingAllAnnotations(): boolean {
    return this.viewingAll;
  }

  /** What is wrong with the config, `null` for nothing. */
  get validation(): readonly unknown[] | null {
    const issues = [...(this.#context.config?.issues ?? []), ...this.#errors];
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

  /** Selects a prediction, without an event; the first when there is no such. */
  selectPrediction(id: string | number): AnnotationView | null {
    const {annotations} = this.#context;
    const {predictions} = this;
    const wanted = String(id);
    const found =
      predictions.find((other) => other.id === wanted || other.pk === wanted) ??
      annotations.firstPrediction;
    return annotations.show(found, annotations.selected);
  }

  /** Makes an annotation; it is not selected yet. */
  createAnnotation(options: CreateAnnotationOptions = {}): AnnotationView {
    return this.#context.annotations.create(options.result);
  }

  /**
   * Adds an annotation of facts that a page knows, without results: those
   * come with `deserializeResults`. It is not selected yet.
   */
  addAnnotation(facts: AnnotationJson = {}): AnnotationView {
    return this.#context.annotations.add(facts, 'annotation');
  }

  /** Same as {@link AnnotationStoreView.addAnnotation} for a prediction. */
  addPrediction(facts: AnnotationJson = {}): AnnotationView {
    return this.#context.annotations.add(facts, 'prediction');
  }

  /**
   * Makes an annotation of the results of a prediction, or of another
   * annotation, and selects it.
   */
  addAnnotationFromPrediction(source: AnnotationView): AnnotationView {
    const {pk} = source;
    const parent =
      source.type === 'prediction' ? 'parent_prediction' : 'parent_annotation';
    const made = this.#context.annotations.create(
      source.serializeAnnotation(),
      pk === null ? {} : {[parent]: Number(pk) || pk},
    );
    this.selectAnnotation(made.id);
    return made;
  }

  /** Lists an older version of the chosen annotation. */
  addHistory(item: HistoryItem): AnnotationView {
    return this.#context.annotations.versions.add(item);
  }

  /** Lists no older versions any more. */
  clearHistory(): void {
    this.#context.annotations.versions.clear();
  }

  /** Deletes an annotation and selects the first one left. */
  deleteAnnotation(annotation: AnnotationView): void {
    this.#context.annotations.delete(annotation);
  }

  /**
   * Shows an older version of the chosen annotation, one that is listed or
   * another, or leaves it with `null`.
   */
  selectHistory(item: AnnotationView | HistoryItem | null): void {
    this.#context.annotations.selectHistory(item);
  }

  /**
   * Looks at all annotations, so that none can be changed, or leaves that for
   * the first of them.
   */
  toggleViewingAllAnnotations(): void {
    this.#context.annotations.toggleViewingAll();
  }

  /**
   * Takes a config, unless there is one.
   *
   * @param xml - Label Studio XML.
   * @throws {@link ConfigReaderMissingError} without a page to read it.
   */
  initRoot(xml: string): TagView | null {
    const {config, readConfig, loader} = this.#context;
    if (!config) {
      if (!readConfig) throw new ConfigReaderMissingError();
      loader.setConfig(readConfig(xml), xml);
    }
    return this.root;
  }

  /** Adds to what is wrong with the config. */
  addErrors(errors: readonly unknown[]): void {
    this.#errors = [...this.#errors, ...errors];
  }

  /** Forgets annotations, predictions and older versions; shows nothing. */
  resetAnnotations(): void {
    const {annotations} = this.#context;
    annotations.clear();
    annotations.hide();
    this.#errors = [];
  }

  /** Selects no region of the chosen annotation. */
  _unselectAll(): void {
    this.selected?.unselectAll();
  }

  /** Shows an annotation without an event, to look at it. */
  _selectItem(item: AnnotationView): void {
    const {annotations} = this.#context;
    this._unselectAll();
    annotations.setInfo(item, {editable: false});
    annotations.choose(item);
    annotations.redisplay();
  }
}
