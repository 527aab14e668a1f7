import {snapToPixels} from './box-edits.js';
import {boxBetween} from './box.js';
import {clampPoint} from './geometry.js';
import type {Point} from './geometry.js';
import type {GestureContext} from './gesture.js';
import {imageStrings} from './image-strings.js';
import {PolygonDraw} from './polygon-draw.js';
import type {DrawingTool} from './region-edits.js';
import {PLAIN_SHAPES, keyPointOf} from './shape.js';
import type {PlacedShape} from './shape.js';
import {toImage} from './viewport.js';

/**
 * Draws with keys alone: a cross hair goes to where a pointer would click.
 */
export class KeyboardDraw {
  readonly #context: GestureContext;
  readonly #tool: DrawingTool;
  readonly #announce: (message: string) => void;
  readonly #polygon: PolygonDraw | null;
  #at: Point;
  #corner: Point | null = null;

  constructor(
    context: GestureContext,
    tool: DrawingTool,
    announce: (message: string) => void,
  ) {
    const {scene} = context;
    const {stage, image} = scene.view;
    const middle = {x: stage.width / 2, y: stage.height / 2};
    this.#context = context;
    this.#tool = tool;
    this.#announce = announce;
    this.#polygon =
      tool.kind === 'polygon' ? new PolygonDraw(context, tool) : null;
    this.#at = clampPoint(toImage(scene.view, middle), image);
    this.#show();
    announce(imageStrings.drawStart);
  }

  /** Moves the cross hair or the second corner, image pixels. */
  move(shift: Point): void {
    const {image} = this.#context.scene.view;
    const {x, y} = this.#at;
    this.#at = clampPoint({x: x + shift.x, y: y + shift.y}, image);
    this.#show();
  }

  /**
   * Sets a corner, or makes the region.
   *
   * @returns True when that was the end of it.
   */
  confirm(): boolean {
    if (this.#polygon) return this.#addCorner(this.#polygon);
    if (this.#tool.kind === 'keypoint') {
      return this.#make(keyPointOf(this.#at, this.#tool.radius));
    }
    if (!this.#corner) {
      this.#corner = this.#at;
      this.#announce(imageStrings.drawCorner);
      return false;
    }
    const placed = this.#placed(this.#corner);
    const {width, height} = placed.box;
    if (width >= 1e-6 && height >= 1e-6) return this.#make(placed);
    this.#announce(imageStrings.drawTooSmall);
    return false;
  }

  /** Takes the last corner of a polygon back; false for other shapes. */
  back(): boolean {
    this.#polygon?.back();
    return this.#polygon !== null;
  }

  /** Gives it up. */
  cancel(): void {
    this.#polygon?.cancel();
    this.#clear();
    this.#announce(imageStrings.drawCancel);
  }

  #addCorner(polygon: PolygonDraw): boolean {
    const before = polygon.size;
    if (polygon.add(this.#at)) {
      this.#clear();
      return true;
    }
    this.#announce(
      polygon.size > before
        ? imageStrings.drawPoint(polygon.size)
        : imageStrings.drawFewPoints,
    );
    return false;
  }

  #make(placed: PlacedShape): boolean {
    const {edits} = this.#context;
    this.#clear();
    const id = edits.create(placed);
    if (id !== null) edits.select(id, false);
    return true;
  }

  #clear(): void {
    const {scene} = this.#context;
    scene.draft = null;
    scene.cross = null;
  }

  #show(): void {
    const {scene} = this.#context;
    scene.cross = this.#at;
    this.#polygon?.aim(this.#at);
    if (!this.#corner) return;
    scene.draft = {...this.#placed(this.#corner), style: this.#tool.style};
  }

  #placed(corner: Point): PlacedShape {
    const {kind, snapsToPixels} = this.#tool;
    const box = boxBetween(corner, this.#at);
    return {
      box: snapsToPixels ? snapToPixels(box) : box,
      shape: kind === 'ellipse' ? PLAIN_SHAPES.ellipse : PLAIN_SHAPES.rectangle,
    };
  }
}
