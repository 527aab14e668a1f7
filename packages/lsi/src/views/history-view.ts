import type {AnnotationHistory, Disposer} from '@ls-annotation/core';

/** A state that undo or redo can go to, as plugins see it. */
export interface HistoryEntry {
  /** Place among the states, 0 being the one before the first step. */
  readonly index: number;
}

/** Where a {@link HistoryView} finds what it tells. */
export interface HistoryViewOptions {
  /** Returns the history, or nothing once it is gone. */
  readonly history: () => AnnotationHistory | undefined;
  /** Called before every undo and redo. */
  readonly beforeStep: () => void;
  /** Takes what a callback throws. */
  readonly report: (cause: unknown) => void;
}

/** Undo and redo of one annotation, as plugins see it. */
export class HistoryView {
  readonly #history: () => AnnotationHistory | undefined;
  readonly #beforeStep: () => void;
  readonly #report: (cause: unknown) => void;
  readonly #handlers = new Set<(force: boolean) => unknown>();

  /**
   * Creates the view.
   *
   * @param options - Where it finds what it tells.
   */
  constructor(options: HistoryViewOptions) {
    this.#history = options.history;
    this.#beforeStep = options.beforeStep;
    this.#report = options.report;
  }

  /** True when there is something to take back. */
  get canUndo(): boolean {
    return this.#history()?.canUndo ?? false;
  }

  /** True when there is something to do again. */
  get canRedo(): boolean {
    return this.#history()?.canRedo ?? false;
  }

  /** True when something was changed since it was loaded. */
  get hasChanges(): boolean {
    return (this.#history()?.length ?? 0) > 0;
  }

  /** States that undo and redo can go to, as a new list. */
  get history(): HistoryEntry[] {
    const length = (this.#history()?.length ?? 0) + 1;
    return Array.from({length}, (_, index) => ({index}));
  }

  /** Number of steps that are done. */
  get undoIdx(): number {
    return this.#history()?.index ?? 0;
  }

  /** True while steps are collected into one. */
  get isFrozen(): boolean {
    return this.#history()?.isFrozen ?? false;
  }

  /** Takes the last step back. */
  undo(): void {
    if (!this.canUndo) return;
    this.#beforeStep();
    this.#history()?.undo();
    this.#tell();
  }

  /** Does the last undone step again. */
  redo(): void {
    if (!this.canRedo) return;
    this.#beforeStep();
    this.#history()?.redo();
    this.#tell();
  }

  /** Goes to a step, 0 being the state before the first. */
  set(index: number): void {
    this.#beforeStep();
    this.#history()?.set(index);
    this.#tell();
  }

  /** Goes back to the state before the first step. */
  reset(): void {
    this.set(0);
  }

  /** Forgets every step: what is there now is the beginning. */
  reinit(force = true): void {
    this.#history()?.reset();
    this.#tell(force);
  }

  /** Joins the next change to the step before it, so that both go at once. */
  setSkipNextUndoState(skip = true): void {
    this.#history()?.joinNext(skip);
  }

  /** Same as {@link HistoryView.setSkipNextUndoState}. */
  setReplaceNextUndoState(replace = true): void {
    this.setSkipNextUndoState(replace);
  }

  /**
   * Makes what is there now a state that undo and redo stop at. Changes are
   * such states by themselves; this adds one where nothing has changed.
   */
  recordNow(): void {
    this.#history()?.recordNow();
  }

  /**
   * Calls back after every undo, redo and new beginning.
   *
   * @returns What ends that.
   */
  onUpdate(handler: (force: boolean) => unknown): Disposer {
    this.#handlers.add(handler);
    return () => {
      this.#handlers.delete(handler);
    };
  }

  /** Collects what follows into one step until it is unfrozen. */
  freeze(key = 'plugin'): void {
    this.#history()?.freeze(key);
  }

  /** Ends {@link HistoryView.freeze}. */
  unfreeze(key = 'plugin'): void {
    this.#history()?.unfreeze(key);
  }

  /** Same as {@link HistoryView.unfreeze}. */
  safeUnfreeze(key = 'plugin'): void {
    this.unfreeze(key);
  }

  #tell(force = true): void {
    for (const handler of [...this.#handlers]) {
      try {
        handler(force);
      } catch (error) {
        this.#report(error);
      }
    }
  }
}
