import {
  ConfigError,
  parseLabelConfig,
  type AnnotationJson,
  type LabelConfig,
  type Task,
} from '@ls-annotation/core';

import type {AnnotationView} from '../views/annotation-view.js';

import type {Display} from './display.js';
import type {SessionContext} from './session-context.js';

/** What belongs to a task beside its data. */
export interface TaskContents {
  /** What people said, the oldest first. */
  readonly annotations?: readonly AnnotationJson[];
  /** The same under its old name. */
  readonly completions?: readonly AnnotationJson[];
  /** What models said. */
  readonly predictions?: readonly AnnotationJson[];
}

/**
 * Takes configs and tasks in, in Label Studio's steps: reset, assign, read.
 *
 * @internal
 */
export class TaskLoader {
  readonly #context: SessionContext;
  readonly #display: Display;
  #written: LabelConfig | null = null;
  #config: LabelConfig | null = null;
  #xml = '';
  #isStarted = false;
  #isShowable = false;
  #isInitialized = false;

  constructor(context: SessionContext, display: Display) {
    this.#context = context;
    this.#display = display;
  }

  /** The config, read with the task's data; `null` without one. */
  get config(): LabelConfig | null {
    return this.#config;
  }

  /** The config as it was written. */
  get configXml(): string {
    return this.#xml;
  }

  /** True when there is a config and a task, so that something can show. */
  get isShowable(): boolean {
    return this.#isShowable;
  }

  /** True once what belongs to the task was read in. */
  get isInitialized(): boolean {
    return this.#isInitialized;
  }

  /** Says that the root store exists, the first time. */
  start(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    const {events, root} = this.#context;
    void events.invoke('labelStudioLoad', root);
  }

  /** Takes another config and shows what is on display anew. */
  setConfig(config: LabelConfig | null, xml: string): void {
    this.#display.close();
    this.#written = config;
    this.#xml = xml;
    const {store, annotations} = this.#context;
    if (!this.#isShowable) {
      this.load(store.state.task);
      return;
    }
    this.#readConfig(store.state.task);
    if (this.#config) annotations.redisplay();
    else this.#display.clear();
  }

  /** Shows a task; one without an annotation gets a new one. */
  load(task: Task | null): void {
    const {annotations} = this.#context;
    this.#context.setFlags({isLoading: true});
    this.reset();
    this.assign(task);
    const isShowable = task !== null && this.#config !== null;
    if (isShowable) this.start();
    this.#context.setFlags({isLoading: false});
    if (isShowable) this.#read(task, () => annotations.createFirst());
    else this.#display.clear();
  }

  /** Forgets the annotations; the task and the config stay. */
  reset(): void {
    this.#context.annotations.clear();
    this.#isInitialized = false;
    this.#isShowable = false;
  }

  /** Makes a task the present one; nothing of it is read in. */
  assign(task: Task | null): void {
    const {annotations, frontend} = this.#context;
    annotations.assignTask(task);
    this.#context.setFlags({noTask: task === null});
    this.#readConfig(task);
    frontend.taskHistory.visit(task?.id);
  }

  /**
   * Reads what belongs to the task, emits `storageInitialized` the first time
   * since the last reset, and shows the newest annotation, or else the newest
   * prediction.
   */
  initialize(contents: TaskContents): void {
    const {annotations} = this.#context;
    this.start();
    this.#read(contents, () => annotations.firstPrediction);
  }

  /** Takes the task that the store holds, with what belongs to it, as read. */
  takeHeld(): void {
    this.#readConfig(this.#context.store.state.task);
    this.#isStarted = true;
    this.#isInitialized = true;
    this.#isShowable = true;
  }

  #read(contents: TaskContents, otherwise: () => AnnotationView | null): void {
    const {annotations, store, events, root} = this.#context;
    this.#isShowable = store.state.task !== null && this.#config !== null;
    const previous = annotations.selected;
    const newest = this.#isShowable ? annotations.read(contents) : null;
    if (newest) {
      this.#display.close();
      annotations.choose(newest);
    }
    const isFirst = !this.#isInitialized;
    this.#isInitialized = true;
    if (isFirst) void events.invoke('storageInitialized', root);
    if (!this.#isShowable) this.#display.clear();
    else if (!this.#display.scope) {
      annotations.show(newest ?? otherwise(), previous);
    }
  }

  /** Options of a config may come from the task. */
  #readConfig(task: Task | null): void {
    const config = this.#written;
    this.#config = config;
    if (!config || !task) return;
    const parsed = parseLabelConfig(config.root.source, {data: task.data});
    if (parsed.ok) this.#config = parsed.value;
    else this.#context.reportError(new ConfigError(parsed.issues));
  }
}
