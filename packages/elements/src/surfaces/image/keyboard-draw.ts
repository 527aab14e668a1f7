import {snapToPixels} from './box-edits.js';
import {boxBetween} from './box.js';
import {clampPoint} from './geometry.js';
import type {Point} from './geometry.js';
import type {GestureContext} from './gesture.js';
import {imageStrings} from './image-strings.js';
import type {DrawingTool} from './region-edits.js';
import {toImage} from './viewport.js';

/**
 * Draws a box with keys alone: a cross hair to the first corner, then the box
 * to its size.
 */
export class KeyboardDraw {
  readonly #context: GestureContext;
  readonly #tool: DrawingTool;
  readonly #announce: (message: string) => void;
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
   * Sets the first corner, then makes the region.
   *
   * @returns True when that was the end of it.
   */
  confirm(): boolean {
    if (!this.#corner) {
      this.#corner = this.#at;
      this.#announce(imageStrings.drawCorner);
      return false;
    }
    const {scene, edits} = this.#context;
    const box = this.#box(this.#corner);
    if (box.width < 1e-6 || box.height < 1e-6) {
      this.#announce(imageStrings.drawTooSmall);
      return false;
    }
    scene.draft = null;
    scene.cross = null;
    const id = edits.create(box);
    if (id !== null) edits.select(id, false);
    return true;
  }

  /** Gives the box up. */
  cancel(): void {
    const {scene} = this.#context;
    scene.draft = null;
    scene.cross = null;
    this.#announce(imageStrings.drawCancel);
  }

  #show(): void {
    const {scene} = this.#context;
    scene.cross = this.#at;
    if (!this.#corner) return;
    scene.draft = {box: this.#box(this.#corner), style: this.#tool.style};
  }

  #box(corner: Point): ReturnType<typeof boxBetween> {
    const box = boxBetween(corner, this.#at);
    return this.#tool.snapsToPixels ? snapToPixels(box) : box;
  }
}
