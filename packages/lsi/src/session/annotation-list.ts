import {
  emptyAnnotation,
  makeId,
  type AnnotationInfo,
  type AnnotationJson,
  type AnnotationType,
  type ResultJson,
  type Task,
} from '@ls-annotation/core';

import type {
  HistoryItem,
  SelectAnnotationOptions,
} from '../events/frontend-event-map.js';
import type {AnnotationScope} from '../scope/annotation-scope.js';
import {AnnotationView} from '../views/annotation-view.js';
import {toUserView} from '../views/user-view.js';

import {AnnotationReader} from './annotation-reader.js';
import type {Display} from './display.js';
import {
  applyDefaults,
  applyInitialLabels,
  prefillTexts,
} from './prepare-annotation.js';
import type {SessionContext} from './session-context.js';
import {suggestionsIdOf} from './suggestion-editor.js';
import type {TaskContents} from './task-loader.js';
import {VersionList, type VersionOwner} from './version-list.js';

const LOAD = {origin: 'load'} as const;

/**
 * The annotations and predictions of the task, their views, and which of them
 * is on display.
 *
 * @internal
 */
export class AnnotationList implements VersionOwner {
  readonly #context: SessionContext;
  readonly #display: Display;
  readonly #views = new Map<string, AnnotationView>();
  readonly #prepared = new Set<string>();
  #provisionalId: string | null = null;
  #isViewingAll = false;

  /** Reads annotations into the store. */
  readonly reader: AnnotationReader;

  /** Older versions of the chosen annotation. */
  readonly versions: VersionList;

  constructor(context: SessionContext, display: Display) {
    this.#context = context;
    this.#display = display;
    this.reader = new AnnotationReader(context);
    this.versions = new VersionList(this);
  }

  /** The annotation or prediction that is chosen, or `null`. */
  get selected(): AnnotationView | null {
    const {selectedId} = this.#context.store.state;
    return selectedId === null ? null : this.view(selectedId);
  }

  /** What is on display: an older version, or what is chosen. */
  get shown(): AnnotationView | null {
    return this.versions.shown ?? this.selected;
  }

  /** The open display, or `null`. */
  get scope(): AnnotationScope | null {
    return this.#display.scope;
  }

  /** The first prediction, or `null`. */
  get firstPrediction(): AnnotationView | null {
    const [id] = this.#context.store.state.predictions;
    return id === undefined ? null : this.view(id);
  }

  /** True while all annotations are looked at, and none is changed. */
  get isViewingAll(): boolean {
    return this.#isViewingAll;
  }

  /** Returns the view of an annotation; the same one every time. */
  view(id: string): AnnotationView {
    const known = this.#views.get(id);
    if (known) return known;
    const {store} = this.#context;
    const made = new AnnotationView(this.#context, store.annotation(id));
    this.#views.set(id, made);
    return made;
  }

  /** Returns the views of ids, in their order. */
  viewsOf(ids: readonly string[]): AnnotationView[] {
    return ids.map((id) => this.view(id));
  }

  /** Takes what is on display away; what is annotated stays. */
  hide(): void {
    this.#display.clear();
  }

  /** Closes the display and forgets everything but the task. */
  clear(): void {
    const {store} = this.#context;
    const {task} = store.state;
    this.#display.close();
    this.#views.clear();
    this.#prepared.clear();
    this.#provisionalId = null;
    this.#isViewingAll = false;
    this.reader.clear();
    this.versions.reset();
    store.transact({...LOAD, label: 'reset'}, () => {
      store.reset();
      this.assignTask(task);
    });
  }

  /** Makes a task the present one; nothing of it is read in. */
  assignTask(task: Task | null): void {
    this.#context.store.update((draft) => {
      draft.task = task as typeof draft.task;
    }, LOAD);
  }

  /**
   * Reads annotations and predictions in, before those that are there.
   *
   * @returns The newest annotation that was read, or `null`.
   */
  read(contents: TaskContents): AnnotationView | null {
    const {annotations = [], completions = [], predictions = []} = contents;
    const {store} = this.#context;
    return store.transact({...LOAD, label: 'load task'}, () => {
      const read = [...completions, ...annotations]
        .map((json) => this.reader.insert(json, 'annotation'))
        .reverse();
      const models = predictions.map((json) =>
        this.reader.insert(json, 'prediction'),
      );
      store.update((draft) => {
        draft.order = [...read, ...draft.order];
        draft.predictions = [...draft.predictions, ...models];
      }, LOAD);
      const [newest] = read;
      return newest === undefined ? null : this.view(newest);
    });
  }

  /** Makes an annotation of what a source wrote, its results left out. */
  add(json: AnnotationJson, type: AnnotationType): AnnotationView {
    const {store} = this.#context;
    if (type === 'annotation') this.#dropProvisional();
    const {result: _result, draft: _draft, userGenerate, ...facts} = json;
    const {info, ...parsed} = this.reader.parse(facts, type);
    const isOwn = userGenerate === true;
    store.transact({...LOAD, label: `add ${type}`}, () => {
      const state = {
        ...parsed,
        info: {
          ...info,
          userGenerate: isOwn,
          hasSavedResult: json.result !== undefined,
          ...(isOwn && !('createdBy' in json) ? {createdBy: this.#name} : {}),
        },
      };
      store.insertAnnotation(state, LOAD);
      store.update((draft) => {
        if (type === 'annotation') draft.order.unshift(state.id);
        else draft.predictions.push(state.id);
      }, LOAD);
    });
    this.reader.remember(parsed.id, json);
    return this.view(parsed.id);
  }

  /**
   * Makes an annotation, of results or with the config's defaults.
   *
   * @param source - Facts about where the results are from.
   */
  create(
    results?: readonly ResultJson[],
    source: AnnotationInfo['source'] = {},
  ): AnnotationView {
    const {store, config} = this.#context;
    this.#dropProvisional();
    const empty = emptyAnnotation({id: makeId(5), createdBy: this.#name});
    const state = results
      ? {
          ...this.reader.parse({result: results}, 'annotation', empty.id),
          info: {...empty.info, source},
        }
      : empty;
    store.transact({...LOAD, label: 'create annotation'}, () => {
      store.insertAnnotation(state, LOAD);
      store.update((draft) => {
        draft.order.unshift(state.id);
      }, LOAD);
      if (config && !results) applyDefaults(store, state.id, config);
    });
    return this.view(state.id);
  }

  /**
   * Makes the annotation of a task that has none. Where pages make their own,
   * it gives way to it as long as nothing was done with it.
   */
  createFirst(): AnnotationView {
    const made = this.create();
    if (this.#context.yieldsFirst) this.#provisionalId = made.id;
    return made;
  }

  /** Makes an annotation the chosen one, without an event or a display. */
  choose(annotation: AnnotationView): void {
    this.#context.store.update((draft) => {
      draft.selectedId = annotation.id;
    }, LOAD);
  }

  /**
   * Selects an annotation or a prediction by its internal id or its server
   * id, emits `selectAnnotation` for an annotation, and shows it. An unknown
   * id selects the first annotation.
   */
  select(
    id: string | number,
    options: SelectAnnotationOptions = {},
  ): AnnotationView | null {
    return this.show(this.#find(String(id)), this.selected, options);
  }

  /**
   * Selects an annotation or a prediction. Handlers of the display that ends
   * hear the event; then it is closed, and the next opens.
   *
   * @param previous - What was chosen before.
   */
  show(
    next: AnnotationView | null,
    previous: AnnotationView | null,
    options: SelectAnnotationOptions = {},
  ): AnnotationView | null {
    if (!next) return null;
    const isShown =
      !this.#isViewingAll && this.#display.scope?.annotation === next;
    this.#isViewingAll = false;
    this.#leave(previous);
    const dropVersion =
      options.retainHistory === true ? null : this.#leaveVersions();
    this.choose(next);
    if (next.type === 'annotation') this.#begin(next, previous, options);
    if (!isShown && this.selected === next) this.#display.open(next);
    dropVersion?.();
    return next;
  }

  #leave(annotation: AnnotationView | null): void {
    if (!annotation) return;
    this.#context.editors.regions.settleDrawing(annotation);
    annotation.unselectAll();
  }

  /** Looks at all annotations, or leaves that for the first of them. */
  toggleViewingAll(): void {
    const {store, drafts} = this.#context;
    const {selected} = this;
    if (this.#isViewingAll) {
      const [first] = store.state.order;
      if (first !== undefined) this.select(first, {fromViewAll: true});
      return;
    }
    this.#isViewingAll = true;
    if (selected?.type === 'annotation') void drafts.flush(selected);
    this.#leave(selected);
    for (const annotation of this.viewsOf(store.state.order)) {
      this.setInfo(annotation, {editable: false});
    }
    this.redisplay();
  }

  /** Emits `deleteAnnotation`, deletes, and selects the first one left. */
  delete(annotation: AnnotationView): void {
    if (!annotation.isAlive) return;
    const {store, events, root} = this.#context;
    void events.invoke('deleteAnnotation', root, annotation);
    const wasSelected = store.state.selectedId === annotation.id;
    this.#remove(annotation);
    if (!wasSelected) return;
    const [first] = store.state.order;
    if (first === undefined) this.#display.clear();
    else this.select(first);
  }

  /** Shows an older version of the selected annotation, or leaves it. */
  selectHistory(item: AnnotationView | HistoryItem | null): void {
    const {events, root} = this.#context;
    const {selected} = this;
    this.#leave(selected);
    const dropVersion = this.versions.leave();
    if (item) this.versions.show(item);
    void events.invoke('selectHistory', root, selected, item);
    const {shown} = this;
    if (shown) this.#display.open(shown);
    else this.#display.clear();
    dropVersion?.();
  }

  /** Shows what is selected once more, from the beginning. */
  redisplay(): void {
    const {shown} = this;
    if (!shown) {
      this.#display.clear();
      return;
    }
    this.#prepare(shown);
    this.#display.open(shown);
  }

  /** Opens a display of an annotation as it is. */
  showHeld(id: string): void {
    this.#display.open(this.view(id));
  }

  /** Removes an annotation and its view, without an event. */
  forget(id: string): void {
    const {store} = this.#context;
    store.removeAnnotation(suggestionsIdOf(id), LOAD);
    store.removeAnnotation(id, LOAD);
    this.#views.delete(id);
  }

  /** Changes facts about an annotation. */
  setInfo(annotation: AnnotationView, info: Partial<AnnotationInfo>): void {
    if (!annotation.isAlive) return;
    this.#context.store.updateAnnotation(
      annotation.id,
      (draft) => {
        Object.assign(draft.info, info);
      },
      LOAD,
    );
  }

  /** Marks an annotation as the reference answer, alone, or unmarks it. */
  setGroundTruth(
    annotation: AnnotationView,
    value: boolean,
    isAnnounced: boolean,
  ): void {
    const {store, events, root} = this.#context;
    const {order, predictions} = store.state;
    for (const other of this.viewsOf([...order, ...predictions])) {
      if (other.ground_truth) this.setInfo(other, {groundTruth: false});
    }
    this.setInfo(annotation, {groundTruth: value});
    if (isAnnounced) void events.invoke('groundTruth', root, annotation, value);
  }

  get #name(): string {
    return toUserView(this.#context.user)?.displayName || 'Admin';
  }

  #begin(
    next: AnnotationView,
    previous: AnnotationView | null,
    options: SelectAnnotationOptions,
  ): void {
    const {events, frontend, store} = this.#context;
    if (!next.editable) this.setInfo(next, {editable: true});
    this.#prepare(next);
    void events.invoke('selectAnnotation', next, previous, options);
    const {pk} = next;
    if (pk === null) return;
    frontend.taskHistory.setAnnotation(store.state.task?.id, pk);
  }

  #leaveVersions(): (() => void) | null {
    const drop = this.versions.leave();
    this.versions.clear();
    return drop;
  }

  #remove(annotation: AnnotationView): void {
    const {store} = this.#context;
    const {id} = annotation;
    const wasSelected = store.state.selectedId === id;
    if (wasSelected) {
      this.#display.close();
      this.#leaveVersions()?.();
    }
    store.transact({...LOAD, label: 'delete annotation'}, () => {
      store.update((draft) => {
        draft.order = draft.order.filter((other) => other !== id);
        if (wasSelected) draft.selectedId = null;
      }, LOAD);
      this.forget(id);
    });
  }

  #dropProvisional(): void {
    const id = this.#provisionalId;
    this.#provisionalId = null;
    const {annotations} = this.#context.store.state;
    if (id === null || !(id in annotations)) return;
    const view = this.view(id);
    if (view.history.hasChanges || view.pk !== null) return;
    this.#remove(view);
    this.#display.clear();
  }

  #find(id: string): AnnotationView | null {
    const {order, predictions} = this.#context.store.state;
    const all = this.viewsOf([...order, ...predictions]);
    return (
      all.find((annotation) => annotation.id === id) ??
      all.find((annotation) => annotation.pk === id) ??
      all.find((annotation) => annotation.id === order[0]) ??
      null
    );
  }

  #prepare(annotation: AnnotationView): void {
    const {store, config, data} = this.#context;
    if (!config || annotation.isReadOnly()) return;
    applyInitialLabels(store, annotation.id, config);
    if (this.#prepared.has(annotation.id)) return;
    this.#prepared.add(annotation.id);
    prefillTexts(store, annotation.id, config, data);
  }
}
