import {Subject} from 'rxjs';
import type {Observable} from 'rxjs';

import type {StatePatch} from './commit.js';
import {leavesNothing} from './leaves-nothing.js';

/** One step that can be taken back. */
export interface HistoryStep {
  /** Words for the undo menu. */
  readonly label: string;
  /** What redo does. */
  readonly patches: readonly StatePatch[];
  /** What undo does, in the order to apply. */
  readonly inversePatches: readonly StatePatch[];
  /** See `CommitOptions.mergeKey`. */
  readonly mergeKey?: string;
}

/** Applies patches to the state; the inverse ones say how to come back. */
export type ApplyStep = (
  patches: readonly StatePatch[],
  inversePatches: readonly StatePatch[],
  label: string,
) => void;

/**
 * Undo and redo of one annotation.
 *
 * Keeps steps as patches, never as copies of the state. Knows nothing about
 * who applies them: the store hands in a function.
 */
export class AnnotationHistory {
  readonly #steps: HistoryStep[] = [];
  readonly #apply: ApplyStep;
  readonly #frozen = new Map<string, HistoryStep[]>();
  readonly #changes = new Subject<void>();
  #index = 0;
  #joinsNext = false;

  constructor(apply: ApplyStep) {
    this.#apply = apply;
  }

  /** Emits after every change of what can be undone or redone. */
  get changes$(): Observable<void> {
    return this.#changes;
  }

  /** Number of steps that are done. */
  get index(): number {
    return this.#index;
  }

  /** Number of steps, done and undone. */
  get length(): number {
    return this.#steps.length;
  }

  /** The steps, done and undone, oldest first; patches are those of commits. */
  get steps(): readonly HistoryStep[] {
    return this.#steps;
  }

  /** True when there is a step to take back. */
  get canUndo(): boolean {
    return this.#index > 0 && !this.isFrozen;
  }

  /** True when there is a step to do again. */
  get canRedo(): boolean {
    return this.#index < this.#steps.length && !this.isFrozen;
  }

  /** True while steps are being collected into one. */
  get isFrozen(): boolean {
    return this.#frozen.size > 0;
  }

  /** Words of the step that undo takes back, or `''`. */
  get undoLabel(): string {
    return this.#steps[this.#index - 1]?.label ?? '';
  }

  /** Words of the step that redo does, or `''`. */
  get redoLabel(): string {
    return this.#steps[this.#index]?.label ?? '';
  }

  /** Takes the last step back; returns false when there is none. */
  undo(): boolean {
    const step = this.#steps[this.#index - 1];
    if (!step || !this.canUndo) return false;
    this.#index -= 1;
    this.#apply(step.inversePatches, step.patches, `undo ${step.label}`.trim());
    this.#changes.next();
    return true;
  }

  /** Does the last undone step again; returns false when there is none. */
  redo(): boolean {
    const step = this.#steps[this.#index];
    if (!step || !this.canRedo) return false;
    this.#index += 1;
    this.#apply(step.patches, step.inversePatches, `redo ${step.label}`.trim());
    this.#changes.next();
    return true;
  }

  /** Goes to a step, 0 being the state before the first. */
  set(index: number): void {
    while (this.#index > index && this.undo());
    while (this.#index < index && this.redo());
  }

  /** Forgets every step. */
  reset(): void {
    this.#steps.length = 0;
    this.#index = 0;
    this.#joinsNext = false;
    this.#frozen.clear();
    this.#changes.next();
  }

  /**
   * Collects what follows into one step until {@link unfreeze} is called with
   * the same key. Undo and redo wait meanwhile. Regions that were made and
   * taken away again leave no step.
   */
  freeze(key: string): void {
    if (!this.#frozen.has(key)) this.#frozen.set(key, []);
    this.#changes.next();
  }

  /** Ends {@link freeze}; does nothing for a key that is not frozen. */
  unfreeze(key: string): void {
    const collected = this.#frozen.get(key);
    if (!collected) return;
    this.#frozen.delete(key);
    if (this.isFrozen) {
      [...this.#frozen.values()][0]?.push(...collected);
    } else if (collected.length > 0) {
      const step = collected.reduce(mergeSteps);
      if (!leavesNothing(step.patches)) this.#push(step);
    }
    this.#changes.next();
  }

  /**
   * Has the next change joined to the last step, so that both are taken back
   * at once; with no step to join, it becomes part of the beginning.
   */
  joinNext(joins = true): void {
    this.#joinsNext = joins;
  }

  /**
   * Makes what is there now a state that undo and redo stop at, whether or not
   * anything has changed since the last one.
   */
  recordNow(): void {
    this.record({label: '', patches: [], inversePatches: []});
  }

  /**
   * Adds a step and forgets the undone ones.
   *
   * @internal
   */
  record(step: HistoryStep): void {
    const collecting = [...this.#frozen.values()][0];
    if (collecting) {
      collecting.push(step);
      return;
    }
    const last = this.#steps[this.#index - 1];
    const joins = this.#joinsNext;
    this.#joinsNext = false;
    if (joins && !last) {
      this.reset();
      return;
    }
    const merges =
      joins ||
      (step.mergeKey !== undefined && last?.mergeKey === step.mergeKey);
    if (last && merges) {
      this.#index -= 1;
      this.#push(mergeSteps(last, step));
    } else {
      this.#push(step);
    }
    this.#changes.next();
  }

  /**
   * Ends the stream.
   *
   * @internal
   */
  close(): void {
    this.#changes.complete();
  }

  #push(step: HistoryStep): void {
    this.#steps.length = this.#index;
    this.#steps.push(step);
    this.#index += 1;
  }
}

function mergeSteps(first: HistoryStep, second: HistoryStep): HistoryStep {
  return {
    ...first,
    patches: [...first.patches, ...second.patches],
    inversePatches: [...second.inversePatches, ...first.inversePatches],
  };
}
