import type {ConfigTag, CommitOptions, Geometry} from '@ls-annotation/core';

import type {RegionView} from '../views/region-view.js';

/** Where a control speaks: about one region or one picture. */
export interface ControlPlace {
  /** Region that a per-region control speaks of. */
  readonly regionId?: string;
  /** 0-based picture that a per-item control speaks of. */
  readonly itemIndex?: number;
}

/** How a region is to be made. */
export interface CreateResultOptions extends CommitOptions {
  /** 0-based picture of a multi-image task. */
  readonly itemIndex?: number;
  /** Envelope of image regions: `original_width` and the like. */
  readonly envelope?: Readonly<Record<string, unknown>>;
  /**
   * Has the labels chosen in other labels controls of the object put on the
   * region as well.
   * @defaultValue true
   */
  readonly withActiveLabels?: boolean;
  /**
   * True when the person goes on drawing the region. Until
   * {@link LabelingActions.finishDrawing}, changes are one undo step, and the
   * chosen labels stay.
   * @defaultValue false
   */
  readonly isDrawing?: boolean;
}

/**
 * What surfaces and panels call for what a person does.
 *
 * Everything is about the annotation on display and does nothing without one,
 * or when it may not be changed. Region ids are those of the store; the ids
 * that region views have work too.
 */
export interface LabelingActions {
  /**
   * Makes a region with one result and emits `entityCreate`, or a
   * classification without an event.
   *
   * @param areaValue - Shape: `{start, end, text}` in code points for text
   * (newlines as they are), percent of the natural image side for images.
   * @param resultValue - Value under the control's key, for example
   * `{labels: ['A']}`; `{}` for a control that only draws.
   * @returns The region, or `null` when the annotation may not be changed.
   */
  createResult(
    areaValue: Geometry,
    resultValue: Readonly<Record<string, unknown>>,
    control: ConfigTag | string,
    object: ConfigTag | string,
    options?: CreateResultOptions,
  ): RegionView | null;

  /**
   * Deletes a region and emits `entityDelete` first.
   *
   * @returns False when it is gone, locked or read-only.
   */
  deleteRegion(id: string, options?: CommitOptions): boolean;
  /** Deletes every selected region that may be. */
  deleteSelectedRegions(options?: CommitOptions): void;
  /** Deletes every region that may be; classifications stay. */
  deleteAllRegions(options?: CommitOptions): void;

  /** Selects one region, or adds it to the selection with `extend`. */
  selectRegion(id: string, options?: {readonly extend?: boolean}): void;
  /** Makes regions the selection. */
  selectRegions(ids: readonly string[]): void;
  /** Adds a region to the selection, or takes it out. */
  toggleRegionSelection(id: string): void;
  /** Selects no region and chooses no label. */
  unselectAll(): void;

  /**
   * Chooses a label, or lets go of it. With regions of the control's object
   * selected, puts the label on them, or takes it off.
   *
   * @returns False when the label may not be used once more.
   */
  toggleLabel(controlName: string, value: string): boolean;
  /** Makes `values` the labels that a control puts on a region. */
  setLabels(
    regionId: string,
    controlName: string,
    values: readonly string[],
    options?: CommitOptions,
  ): void;

  /** Has a classifying control say `value`; `undefined` takes it back. */
  setClassification(
    controlName: string,
    value: unknown,
    place?: ControlPlace,
    options?: CommitOptions,
  ): void;
  /** Chooses a choice, or lets go of it, as the control's `choice` says. */
  toggleChoice(
    controlName: string,
    value: string | readonly string[],
    place?: ControlPlace,
  ): void;

  /** Keeps text that is being typed into a control. */
  setTyped(controlName: string, text: string, place?: ControlPlace): void;
  /**
   * Submits the text that was typed into a control as a line of its result.
   *
   * @returns False when there was nothing to submit.
   */
  submitTyped(controlName: string, place?: ControlPlace): boolean;
  /** Replaces one submitted line, 0-based; empty text removes it. */
  editLine(
    controlName: string,
    index: number,
    text: string,
    place?: ControlPlace,
  ): void;
  /** Removes one submitted line, 0-based. */
  removeLine(controlName: string, index: number, place?: ControlPlace): void;

  /** Changes the named keys of a region's geometry. */
  setGeometry(id: string, geometry: Geometry, options?: CommitOptions): void;
  /** Hides or shows a region. */
  setHidden(id: string, hidden: boolean): void;
  /** Hides or shows every region. */
  setAllHidden(hidden: boolean): void;
  /** Locks or unlocks a region. */
  setLocked(id: string, locked: boolean): void;
  /** Sets the note of a region; empty text removes it. */
  setMetaText(id: string, text: string): void;
  /** Puts a region into another one, or out with `''`. */
  setParent(id: string, parentId: string): void;

  /** Links two regions; does nothing when they are linked already. */
  addRelation(fromId: string, toId: string): void;
  /** Sets the direction of a relation: `left`, `right` or `bi`. */
  setRelationDirection(relationId: string, direction: string): void;
  /** Sets the labels of a relation. */
  setRelationLabels(relationId: string, labels: readonly string[]): void;
  /** Removes a relation. */
  removeRelation(relationId: string): void;

  /** Takes a drawing control in hand, or none with `null`. */
  setTool(controlName: string | null): void;
  /**
   * Ends the drawing of a region, and has a smart control's
   * `regionFinishedDrawing` emitted for it.
   */
  finishDrawing(id: string): void;
}
