import type {Observable} from 'rxjs';

import type {
  AnnotationState,
  LabelConfig,
  NewRegion,
  Region,
  Task,
} from '@ls-annotation/core';

import type {OperatorScope} from '../operator/operator-scope.js';

/** Region whose fields may be assigned, as a recipe gets it. */
export type RegionDraft = {-readonly [K in keyof Region]: Region[K]};

/** Changes the annotation; only valid while an {@link OperatorEdit} runs. */
export interface OperatorEditor {
  /** The annotation as the edits so far have left it. */
  readonly annotation: AnnotationState;
  /** Adds a region and returns it as it is stored. */
  insertRegion(region: NewRegion): Region;
  /** Adds regions at the cost of one, and returns them as they are stored. */
  insertRegions(regions: readonly NewRegion[]): readonly Region[];
  /** Changes a region: `recipe` assigns to the fields of the draft. */
  updateRegion(regionId: string, recipe: (draft: RegionDraft) => void): void;
  /** Removes a region; false when it is not there. */
  removeRegion(regionId: string): boolean;
}

/**
 * One change that an operator asks for. Synchronous. It may be called more
 * than once, to see what it would do, so let it do nothing else.
 */
export type OperatorEdit = (editor: OperatorEditor) => void;

/**
 * What operators look at and change: one annotation on display.
 *
 * A run keeps the target it started with.
 */
export interface OperatorTarget {
  /** The task, or `null`. */
  readonly task: Task | null;
  /** The labeling config, or `null`. */
  readonly config: LabelConfig | null;
  /** The annotation, or `null` once it is gone. */
  readonly annotation: AnnotationState | null;
  /** What an operator can be applied to here. */
  readonly scopes: readonly OperatorScope[];
  /** Why the annotation may not be changed, or `null`. */
  readonly readonlyReason: string | null;
  /** Emits after changes, whatever they are; left out: nobody tells. */
  readonly changes$?: Observable<unknown>;

  /**
   * Makes all edits in one transaction, one undo step; none when one throws.
   *
   * @param label - words for the undo menu.
   */
  apply(edits: readonly OperatorEdit[], label: string): void;
}
