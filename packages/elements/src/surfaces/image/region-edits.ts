import type {EditOptions} from '../edits/surface-edits.js';

import type {Box} from './box.js';
import type {RegionStyle} from './region-style.js';
import type {PlacedShape, ShapeKind} from './shape.js';

/** The tool that a person has in hand. */
export interface DrawingTool {
  /** What it draws. */
  readonly kind: ShapeKind;
  /** Radius of the key points that it draws, image pixels. */
  readonly radius: number;
  /** Name of the control that draws. */
  readonly controlName: string;
  /** How what it draws will look. */
  readonly style: RegionStyle;
  /** True when sides go to whole image pixels. */
  readonly snapsToPixels: boolean;
}

/** The outline of a region that is drawn corner by corner. */
export interface OpenOutline {
  /** Shows it as it is by now; false when the region is not drawn any more. */
  draw(placed: PlacedShape): boolean;

  /** Ends the drawing; false when the region is not drawn any more. */
  finish(placed: PlacedShape): boolean;

  /** Deletes the region, as if it had never been there. */
  abandon(): void;
}

/**
 * What a gesture may do to regions; all lengths are image pixels.
 *
 * Each call is one undo step. What may not be changed is left alone.
 */
export interface RegionEdits {
  /** The tool in hand, or `null` when dragging draws nothing. */
  readonly tool: DrawingTool | null;
  /** Ids of the selected regions of this object, in order. */
  readonly selection: readonly string[];

  /** Tells whether people may move and resize a region now. */
  canEdit(id: string): boolean;

  /** Tells whether a region may get another size. */
  canResize(id: string): boolean;

  /** Tells whether a region may be turned. */
  canRotate(id: string): boolean;

  /** Tells whether a region's sides go to whole image pixels. */
  snapsToPixels(id: string): boolean;

  /** Makes a region with the tool in hand; returns its id, or `null`. */
  create(drawn: PlacedShape): string | null;

  /**
   * Makes a region with the tool in hand whose outline is still to be drawn;
   * returns `null` when it may not be.
   */
  begin(drawn: PlacedShape): OpenOutline | null;

  /** Gives regions new boxes. */
  reshape(boxes: ReadonlyMap<string, Box>, options: EditOptions): void;

  /** Selects a region, alone or in addition to (or out of) the others. */
  select(id: string, isExtending: boolean): void;

  /** Makes exactly these regions the selection. */
  selectOnly(ids: readonly string[]): void;

  /** Selects nothing. */
  unselect(): void;

  /** Deletes regions. */
  remove(ids: readonly string[]): void;
}
