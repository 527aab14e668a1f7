import type {RootStore} from '@ls-annotation/lsi';

import {FACT} from './fact.js';

/** Fired when the root store exists and nothing is loaded yet. */
export class StoreLoadEvent extends Event {
  static readonly eventName = 'ls-store-load';
  /** Root store, as plugins see it. */
  readonly store: RootStore;

  constructor(store: RootStore) {
    super(StoreLoadEvent.eventName, FACT);
    this.store = store;
  }
}

/** Fired when a task was read in. */
export class TaskLoadEvent extends Event {
  static readonly eventName = 'ls-task-load';
  /** Root store, as plugins see it. */
  readonly store: RootStore;

  constructor(store: RootStore) {
    super(TaskLoadEvent.eventName, FACT);
    this.store = store;
  }
}

/** Fired when the task is to be skipped. */
export class TaskSkipEvent extends Event {
  static readonly eventName = 'ls-task-skip';
  /** What `skip()` was called with. */
  readonly extra: unknown;

  constructor(extra: unknown) {
    super(TaskSkipEvent.eventName, FACT);
    this.extra = extra;
  }
}

/** Fired when a skipped task is to be taken back. */
export class TaskUnskipEvent extends Event {
  static readonly eventName = 'ls-task-unskip';

  constructor() {
    super(TaskUnskipEvent.eventName, FACT);
  }
}

/** Which task is asked for. */
interface TaskRequest {
  /** Id of the task, or `null` for whichever comes. */
  readonly taskId: number | string | null;
  /** Id of the annotation, or `null`. */
  readonly annotationId: string | null;
}

/** Fired when the next task is asked for. */
export class TaskNextEvent extends Event implements TaskRequest {
  static readonly eventName = 'ls-task-next';
  readonly taskId: number | string | null;
  readonly annotationId: string | null;

  constructor(
    taskId: number | string | null = null,
    annotationId: string | null = null,
  ) {
    super(TaskNextEvent.eventName, FACT);
    this.taskId = taskId;
    this.annotationId = annotationId;
  }
}

/** Fired when the task before is asked for. */
export class TaskPreviousEvent extends Event implements TaskRequest {
  static readonly eventName = 'ls-task-previous';
  readonly taskId: number | string | null;
  readonly annotationId: string | null;

  constructor(
    taskId: number | string | null = null,
    annotationId: string | null = null,
  ) {
    super(TaskPreviousEvent.eventName, FACT);
    this.taskId = taskId;
    this.annotationId = annotationId;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [StoreLoadEvent.eventName]: StoreLoadEvent;
    [TaskLoadEvent.eventName]: TaskLoadEvent;
    [TaskSkipEvent.eventName]: TaskSkipEvent;
    [TaskUnskipEvent.eventName]: TaskUnskipEvent;
    [TaskNextEvent.eventName]: TaskNextEvent;
    [TaskPreviousEvent.eventName]: TaskPreviousEvent;
  }
}
