import type {AnnotationHistory} from '@ls-annotation/core';

/** Undo and redo of one annotation, as plugins see it. */
export class HistoryView {
  readonly #history: () => AnnotationHistory | undefined;
  readonly #beforeStep: () => void;

  /**
   * Creates the view.
   *
   * @param history - Returns the history, or nothing once it is gone.
   * @param beforeStep - Called before every undo and redo.
   */
  constructor(
    history: () => AnnotationHistory | undefined,
    beforeStep: () => void,
  ) {
    this.#history = history;
    this.#beforeStep = beforeStep;
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
    return this.undoIdx > 0;
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
  }

  /** Does the last undone step again. */
  redo(): void {
    if (!this.canRedo) return;
    this.#beforeStep();
    this.#history()?.redo();
  }

  /** Goes to a step, 0 being the state before the first. */
  set(index: number): void {
    this.#beforeStep();
    this.#history()?.set(index);
  }

  /** Goes back to the state before the first step. */
  reset(): void {
    this.set(0);
  }

  /** Forgets every step: what is there now is the beginning. */
  reinit(): void {
    this.#history()?.reset();
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
}
