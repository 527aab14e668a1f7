import type {Task} from '@ls-annotation/core';

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
  /** Words about its place in a queue, or `undefined`. */
  readonly queue: unknown;
}

const VIEWS = new WeakMap<Task, TaskView>();

/** Returns a task as plugins see it; the same object every time. */
export function toTaskView(task: Task): TaskView {
  const known = VIEWS.get(task);
  if (known) return known;
  const data = JSON.stringify(task.data);
  const view: TaskView = {
    id: task.id,
    data,
    dataObj: JSON.parse(data) as Record<string, unknown>,
    allow_skip: task.allow_skip as boolean | undefined,
    agreement: task.agreement,
    queue: task.queue,
  };
  VIEWS.set(task, view);
  return view;
}
