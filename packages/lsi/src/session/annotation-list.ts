import {
  emptyAnnotation,
  makeId,
  readAnnotation,
  type AnnotationInfo,
  type AnnotationJson,
  type AnnotationState,
  type AnnotationType,
  type Disposer,
  type ResultJson,
  type Task,
} from '@ls-annotation/core';

import {ResultsError} from '../errors.js';
import type {
  HistoryItem,
  SelectAnnotationOptions,
} from '../events/frontend-event-map.js';
import {AnnotationView} from '../views/annotation-view.js';
import {toUserView} from '../views/user-view.js';

import type {Display} from './display.js';
import {
  applyDefaults,
  applyInitialLabels,
  prefillTexts,
} from './prepare-annotation.js';
import type {SessionContext} from './session-context.js';

const LOAD = {origin: 'load'} as const;

/**
 * The annotations and predictions of the task, their views, and which of them
 * is on display.
 *
 * @internal
 */
export class AnnotationList {
  readonly #context: SessionContext;
  readonly #display: Display;
  readonly #views = new Map<string, AnnotationView>();
  readonly #prepared = new Set<string>();
  #history: AnnotationView | null = null;

  constructor(context: SessionContext, display: Display) {
    this.#context = context;
    this.#display = display;
  }

  /** The annotation or prediction that is chosen, or `null`. */
  get selected(): AnnotationView | null {
    const {selectedId} = this.#context.store.state;
    return selectedId === null ? null : this.view(selectedId);
  }

  /** The older version on display, or `null`. */
  get selectedHistory(): AnnotationView | null {
    return this.#history;
  }

  /** What is on display: an older version, or what is chosen. */
  get shown(): AnnotationView | null {
    return this.#history ?? this.selected;
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

  /** Forgets everything and reads a task in; selects nothing yet. */
  load(task: Task | null): void {
    const {store} = this.#context;
    this.#display.close();
    this.#views.clear();
    this.#prepared.clear();
    this.#history = null;
    store.transact({...LOAD, label: 'load task'}, () => {
      store.reset();
      store.update((draft) => {
        draft.task = task as typeof draft.task;
      }, LOAD);
      if (!task || !this.#context.config) return;
      const order = this.#read(task.annotations ?? [], 'annotation').reverse();
      const predictions = this.#read(task.predictions ?? [], 'prediction');
      store.update((draft) => {
        draft.order = order;
        draft.predictions = predictions;
      }, LOAD);
    });
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
    const {store, config, user} = this.#context;
    const createdBy = toUserView(user)?.displayName || 'Admin';
    const empty = emptyAnnotation({createdBy});
    const state = results
      ? {
          ...this.#parse({result: results}, 'annotation', empty.id),
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
   * Selects an annotation or a prediction by its internal id or its server
   * id, emits `selectAnnotation` for an annotation, and shows it. An unknown
   * id selects the first annotation. Handlers of the display that ends hear
   * the event; then it is closed, and the next opens.
   */
  select(
    id: string | number,
    options: SelectAnnotationOptions = {},
  ): AnnotationView | null {
    const next = this.#find(String(id));
    if (!next) return null;
    const {store, events} = this.#context;
    const previous = this.selected;
    const isShown = this.#display.scope?.annotation === next;
    previous?.unselectAll();
    const dropVersion =
      options.retainHistory === true ? null : this.#leaveVersion();
    store.update((draft) => {
      draft.selectedId = next.id;
    }, LOAD);
    this.#prepare(next);
    if (next.type === 'annotation') {
      void events.invoke('selectAnnotation', next, previous, options);
    }
    if (!isShown && this.selected === next) this.#display.open(next);
    dropVersion?.();
    return next;
  }

  /** Emits `deleteAnnotation`, deletes, and selects the first one left. */
  delete(annotation: AnnotationView): void {
    if (!annotation.isAlive) return;
    const {store, events, root} = this.#context;
    void events.invoke('deleteAnnotation', root, annotation);
    const wasSelected = annotation.selected;
    if (wasSelected) {
      this.#display.close();
      this.#leaveVersion()?.();
    }
    store.transact({...LOAD, label: 'delete annotation'}, () => {
      store.update((draft) => {
        draft.order = draft.order.filter((id) => id !== annotation.id);
        if (wasSelected) draft.selectedId = null;
      }, LOAD);
      store.removeAnnotation(annotation.id, LOAD);
    });
    this.#views.delete(annotation.id);
    if (!wasSelected) return;
    const [first] = store.state.order;
    if (first === undefined) this.#display.clear();
    else this.select(first);
  }

  /** Shows an older version of the selected annotation, or leaves it. */
  selectHistory(item: HistoryItem | null): void {
    const {events, root} = this.#context;
    const {selected} = this;
    selected?.unselectAll();
    const dropVersion = this.#leaveVersion();
    this.#history = item && this.#readHistory(item);
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

  /**
   * Leaves the older version on display.
   *
   * @returns What forgets it, once it is not on display any more; `null` when
   * there is none.
   */
  #leaveVersion(): Disposer | null {
    const version = this.#history;
    this.#history = null;
    if (!version) return null;
    return () => {
      this.#context.store.removeAnnotation(version.id, LOAD);
      this.#views.delete(version.id);
    };
  }

  #find(id: string): AnnotationView | undefined {
    const {order, predictions} = this.#context.store.state;
    const all = this.viewsOf([...order, ...predictions]);
    return (
      all.find((annotation) => annotation.id === id) ??
      all.find((annotation) => annotation.pk === id) ??
      all.find((annotation) => annotation.id === order[0])
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

  #read(list: readonly AnnotationJson[], type: AnnotationType): string[] {
    const {store} = this.#context;
    return list.map((json) => {
      const state = this.#parse(json, type);
      store.insertAnnotation(state, LOAD);
      return state.id;
    });
  }

  #readHistory(item: HistoryItem): AnnotationView {
    const json = {result: (item.result ?? []) as readonly ResultJson[]};
    const state = this.#parse(
      {...json, pk: String(item.pk ?? item.id ?? '')},
      'history',
    );
    this.#context.store.insertAnnotation(state, LOAD);
    return this.view(state.id);
  }

  #parse(
    json: AnnotationJson,
    type: AnnotationType,
    id = makeId(5),
  ): AnnotationState {
    const nowMs = this.#context.scheduler.now();
    const parsed = readAnnotation(json, {type, id, nowMs});
    const issues = parsed.ok ? parsed.warnings : parsed.issues;
    for (const {message} of issues) {
      this.#context.reportError(new ResultsError(message));
    }
    return parsed.ok
      ? parsed.value
      : this.#parse({...json, result: [], draft: []}, type, id);
  }
}
