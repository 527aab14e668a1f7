import {readTask, type Task} from '@ls-annotation/core';

import {ConfigReaderMissingError} from '../errors.js';
import type {HistoryItem} from '../events/frontend-event-map.js';
import type {SessionContext} from '../session/session-context.js';
import type {TaskHistoryEntry} from '../session/task-history.js';
import type {TaskContents} from '../session/task-loader.js';

import {RootFacts} from './root-facts.js';

/** What belongs to a task, as `initializeStore` takes it. */
export interface StoreContents extends TaskContents {
  /** Older versions of the annotation that is shown. */
  readonly annotationHistory?: readonly HistoryItem[];
  /** False while the page still gives what belongs to the task. */
  readonly hydrated?: boolean;
  /** Everyone whose name may be shown. */
  readonly users?: readonly {readonly id?: number | string}[];
}

/** How tasks come and go, as plugins and pages see it. */
export abstract class RootTasks extends RootFacts {
  readonly #context: SessionContext;

  constructor(context: SessionContext) {
    super(context);
    this.#context = context;
  }

  /**
   * Makes a task the present one; what belongs to it comes with
   * {@link RootTasks.initializeStore}.
   *
   * @param task - `data` as an object or as JSON text.
   */
  assignTask(task: object | null): void {
    this.#context.loader.assign(task && toTask(task));
  }

  /**
   * Takes another config.
   *
   * @param xml - Label Studio XML.
   * @throws {@link ConfigReaderMissingError} without a page to read it.
   */
  assignConfig(xml: string): void {
    const {readConfig, loader} = this.#context;
    if (!readConfig) throw new ConfigReaderMissingError();
    loader.setConfig(readConfig(xml), xml);
  }

  /** Forgets the annotations and ends the display; the task stays. */
  resetState(): void {
    this.#context.loader.reset();
    this.Hotkey.unbindAll();
  }

  /** Forgets the annotations and shows nothing; the task counts as read. */
  resetAnnotationStore(): void {
    this.annotationStore.resetAnnotations();
  }

  /**
   * Reads what belongs to the task and shows the newest annotation. Emits
   * `storageInitialized` once after each {@link RootTasks.resetState}.
   */
  initializeStore(contents: StoreContents): void {
    const {annotationHistory, hydrated, users} = contents;
    if (users && users.length > 0) this.setUsers(users);
    this.#context.frontend.set({...(hydrated === undefined ? {} : {hydrated})});
    this.#context.loader.initialize(contents);
    if (annotationHistory) this.setHistory(annotationHistory);
  }

  /** Lists older versions, when they are those of the chosen annotation. */
  setHistory(items: readonly HistoryItem[] = []): void {
    const {versions, selected} = this.#context.annotations;
    versions.clear();
    const [first] = items;
    if (!first || !selected?.pk) return;
    if (String(first.annotation_id) !== selected.pk) return;
    for (const item of items) versions.add(item);
    this.#context.setFlags({});
  }

  /** Replaces what is known of tasks that were on display. */
  setTaskHistory(entries: readonly TaskHistoryEntry[]): void {
    this.#context.frontend.set({taskHistory: entries});
  }

  /** Remembers which annotation of the task was worked on last. */
  addAnnotationToTaskHistory(annotationId: string): void {
    const {frontend} = this.#context;
    frontend.taskHistory.setAnnotation(this.task?.id, annotationId);
  }

  /** Asks the page for the task after this one, if there is one. */
  nextTask(): void {
    const {events, frontend} = this.#context;
    const next = frontend.taskHistory.next(this.task?.id);
    if (!this.canGoNextTask || !next) return;
    void events.invoke('nextTask', next.taskId, next.annotationId);
    this.incrementQueuePosition();
  }

  /**
   * Asks the page for the task before this one, if there is one.
   *
   * @param _event - Taken for Label Studio's sake.
   * @param goBack - True for the task that was on display last, when this one
   * is not in the history.
   */
  prevTask(_event?: unknown, goBack = false): void {
    const {events, frontend} = this.#context;
    const {taskHistory} = frontend;
    const previous = goBack
      ? taskHistory.last()
      : taskHistory.previous(this.task?.id);
    if (!(goBack || this.canGoPrevTask) || !previous) return;
    void events.invoke('prevTask', previous.taskId, previous.annotationId);
    this.incrementQueuePosition(-1);
  }

  /** Keeps the work as a draft and asks the page for another task. */
  async postponeTask(): Promise<void> {
    await this.annotationStore.selected?.saveDraft({was_postponed: true});
    await this.#context.events.invoke('nextTask');
    this.incrementQueuePosition();
  }

  /** Moves on in the queue. */
  incrementQueuePosition(by = 1): void {
    this.#context.frontend.moveInQueue(by);
  }

  /** Replaces everyone whose name may be shown. */
  setUsers(users: readonly {readonly id?: number | string}[]): void {
    this.#context.setUsers(users);
  }

  /** Adds people that are not known yet. */
  mergeUsers(users: readonly {readonly id?: number | string}[]): void {
    const known = this.#context.users;
    const ids = new Set(known.map(({id}) => id));
    this.setUsers([...known, ...users.filter(({id}) => !ids.has(id))]);
  }

  /** Adds people, and what is new about those that are known. */
  enrichUsers(users: readonly {readonly id?: number | string}[]): void {
    const known = this.#context.users.map((person) => ({
      ...person,
      ...users.find(({id}) => id === person.id),
    }));
    this.setUsers(known);
    this.mergeUsers(users);
  }

  /** Nothing to do: the page binds its hotkeys by itself. */
  attachHotkeys(): void {
    // Label Studio binds the hotkeys of the whole frontend here.
  }

  /** Shows what is selected once more. */
  renderApp(): void {
    const {loader, annotations} = this.#context;
    if (loader.isShowable) annotations.redisplay();
  }

  /** Takes what is on display away; what is annotated stays. */
  clearApp(): void {
    this.#context.annotations.hide();
  }
}

function toTask(given: object): Task {
  const {data} = given as {readonly data?: unknown};
  const parsed: unknown = typeof data === 'string' ? JSON.parse(data) : data;
  const task = readTask({...given, data: parsed ?? {}});
  if (task.ok) return task.value;
  throw new TypeError(task.issues.map(({message}) => message).join(' '));
}
