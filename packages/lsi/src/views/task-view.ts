import type {Task} from '@ls-annotation/core';

import type {RootStore} from './root-store.js';

/** A task as plugins see it at `Htx.task`. */
export interface TaskView {
  /** Server id. */
  readonly id: number | string | null;
  /** Data of the task as JSON text. */
  readonly data: string;
  /** Data of the task; a copy that a plugin may write to. */
  readonly dataObj: Record<string, unknown>;
  /** False when the task may not be skipped. */
  readonly allow_skip: boolean | undefined;
  /** How well annotators agree, or `undefined`. */
  readonly agreement: unknown;
  /** Words about its place in a queue, or `null`. */
  readonly queue: unknown;
  /** True while its data is still to be fetched. */
  readonly load: boolean;
  /** How to sign in where its data is, or `null`. */
  readonly auth: unknown;
  /** The root store. */
  readonly app: RootStore;
}

const VIEWS = new WeakMap<Task, TaskView>();

/** Returns a task as plugins see it; the same object every time. */
export function toTaskView(task: Task, app: RootStore): TaskView {
  const known = VIEWS.get(task);
  if (known?.app === app) return known;
  const data = JSON.stringify(task.data);
  const view: TaskView = {
    id: task.id,
    data,
    dataObj: JSON.parse(data) as Record<string, unknown>,
    allow_skip: task.allow_skip as boolean | undefined,
    agreement: task.agreement,
    queue: task.queue ?? null,
    load: task.load === true,
    auth: task.auth ?? null,
    app,
  };
  VIEWS.set(task, view);
  return view;
}
