import {
  BehaviorSubject,
  NEVER,
  distinctUntilChanged,
  filter,
  map,
  startWith,
  takeUntil,
} from 'rxjs';
import type {Observable} from 'rxjs';

import {isDeepEqual} from '@ls-annotation/core';
import type {AnnotationState} from '@ls-annotation/core';

import {
  OperatorConflictError,
  OperatorEditError,
  toMessage,
} from '../errors.js';
import type {OperatorTarget} from '../target/operator-target.js';

import {applyChanges} from './apply-changes.js';
import {conflictOf, regionLookup} from './edit-conflicts.js';
import type {EditConflict, RegionChange} from './region-change.js';

/** Where {@link ProposedEdits} are; the last two are final. */
export type ProposedEditsState = 'open' | 'applied' | 'dropped';

/**
 * What to do where somebody else changed the same regions: nothing at all
 * (`unchanged`), only the changes that still `fit`, or everything `anyway`.
 */
export type ApplyMode = 'unchanged' | 'fitting' | 'anyway';

/** What {@link ProposedEdits} are made from. */
export interface ProposedEditsOptions {
  /** Name of the operator that asks for them; the words of the undo step. */
  readonly operatorName: string;
  /** What they would change. */
  readonly target: OperatorTarget;
  /** The changes. */
  readonly changes: readonly RegionChange[];
}

/**
 * Edits of a run that wait for a person's word: those of a dry run, or those
 * that met a conflict.
 *
 * Nothing is changed until {@link apply}, which makes one undo step. They end
 * once, applied or dropped; they are dropped when the annotation leaves the
 * display.
 *
 * @example
 * ```ts
 * const run = registry.preview('Pre-label', {minScore: 0.5});
 * await run;
 * show(run.proposal?.changes ?? []);
 * run.proposal?.apply();
 * ```
 */
export class ProposedEdits {
  /** Name of the operator that asks for them. */
  readonly operatorName: string;
  /** What they would change. */
  readonly target: OperatorTarget;
  /** Each region they touch, before and after; plain frozen data. */
  readonly changes: readonly RegionChange[];
  readonly #state = new BehaviorSubject<ProposedEditsState>('open');
  /** Whoever hears of the change while it is made cannot make it again. */
  #isApplying = false;

  constructor(options: ProposedEditsOptions) {
    this.operatorName = options.operatorName;
    this.target = options.target;
    this.changes = options.changes;
  }

  /** Whether they still wait. */
  get state(): ProposedEditsState {
    return this.#state.value;
  }

  /** The state as it is, then its end; completes with it. */
  get state$(): Observable<ProposedEditsState> {
    return this.#state.asObservable();
  }

  /** What does not fit the annotation as it is now. */
  get conflicts(): readonly EditConflict[] {
    return conflictsOf(this.changes, this.target.annotation);
  }

  /**
   * {@link conflicts} as they are, then again when the annotation was changed
   * so that there are others; completes when the edits are settled.
   */
  get conflicts$(): Observable<readonly EditConflict[]> {
    const {target} = this;
    return (target.changes$ ?? NEVER).pipe(
      startWith(null),
      map(() => target.annotation?.regions),
      distinctUntilChanged(),
      map(() => this.conflicts),
      distinctUntilChanged<readonly EditConflict[]>(isDeepEqual),
      takeUntil(this.#state.pipe(filter((state) => state !== 'open'))),
    );
  }

  /**
   * Makes the changes as one undo step.
   *
   * @param mode - what to do where there are conflicts.
   * @throws {@link OperatorConflictError} when there are, and `mode` is
   *   `unchanged`. They stay open.
   * @throws {@link OperatorEditError} when the annotation cannot be changed, or
   *   they are not open any more.
   */
  apply(mode: ApplyMode = 'unchanged'): void {
    const {operatorName, target, conflicts} = this;
    this.#assertOpen();
    if (mode === 'unchanged' && conflicts.length > 0) {
      throw new OperatorConflictError(operatorName, conflicts);
    }
    const left = new Set(
      mode === 'fitting' ? conflicts.map(({regionId}) => regionId) : [],
    );
    const changes = this.changes.filter(({regionId}) => !left.has(regionId));
    this.#isApplying = true;
    try {
      if (changes.length > 0)
        target.apply([applyChanges(changes)], operatorName);
    } catch (cause) {
      throw new OperatorEditError(operatorName, toMessage(cause), cause);
    } finally {
      this.#isApplying = false;
    }
    this.#end('applied');
  }

  /** Gives them up; does nothing when they are not open. */
  drop(): void {
    if (this.state === 'open' && !this.#isApplying) this.#end('dropped');
  }

  #end(state: ProposedEditsState): void {
    this.#state.next(state);
    this.#state.complete();
  }

  #assertOpen(): void {
    const {operatorName, target} = this;
    const isOpen = this.state === 'open' && !this.#isApplying;
    const reason = isOpen ? target.readonlyReason : 'Its edits are settled.';
    if (reason !== null) throw new OperatorEditError(operatorName, reason);
  }
}

/** Returns what does not fit `annotation`. */
export function conflictsOf(
  changes: readonly RegionChange[],
  annotation: AnnotationState | null,
): readonly EditConflict[] {
  const find = regionLookup(annotation);
  return changes.flatMap((change) => conflictOf(change, find) ?? []);
}
