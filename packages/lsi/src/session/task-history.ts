/** One task that was on display, in the order of the first display. */
export interface TaskHistoryEntry {
  /** Server id of the task. */
  readonly taskId: number | string;
  /** Server id of the annotation that was selected last, or `null`. */
  readonly annotationId: string | null;
}

/**
 * The tasks that were on display, and the way from one to another.
 *
 * @internal
 */
export class TaskHistory {
  #entries: readonly TaskHistoryEntry[] = [];

  /** Tasks in the order they were first shown. */
  get entries(): readonly TaskHistoryEntry[] {
    return this.#entries;
  }

  /** Replaces what is known, for a page that keeps the history itself. */
  replace(entries: readonly TaskHistoryEntry[]): void {
    this.#entries = [...entries];
  }

  /** Adds a task at the end, unless it is known or has no id. */
  visit(taskId: number | string | null | undefined): void {
    if (taskId === null || taskId === undefined) return;
    if (this.#indexOf(taskId) !== -1) return;
    this.#entries = [...this.#entries, {taskId, annotationId: null}];
  }

  /** Remembers which annotation of a task was selected last. */
  setAnnotation(taskId: unknown, annotationId: string): void {
    this.#entries = this.#entries.map((entry) =>
      entry.taskId === taskId ? {...entry, annotationId} : entry,
    );
  }

  /** Returns whether a task follows the one that is given. */
  hasNext(taskId: unknown): boolean {
    const {length} = this.#entries;
    return length > 1 && this.#entries[length - 1]?.taskId !== taskId;
  }

  /** Returns whether a task comes before the one that is given. */
  hasPrevious(taskId: unknown): boolean {
    return this.#entries.length > 1 && this.#entries[0]?.taskId !== taskId;
  }

  /** Returns the task after the one that is given, or `undefined`. */
  next(taskId: unknown): TaskHistoryEntry | undefined {
    return this.#entries[this.#indexOf(taskId) + 1];
  }

  /** Returns the task before the one that is given, or `undefined`. */
  previous(taskId: unknown): TaskHistoryEntry | undefined {
    return this.#entries[this.#indexOf(taskId) - 1];
  }

  /** Returns the task that was added last, or `undefined`. */
  last(): TaskHistoryEntry | undefined {
    return this.#entries.at(-1);
  }

  #indexOf(taskId: unknown): number {
    return this.#entries.findIndex((entry) => entry.taskId === taskId);
  }
}
