import {handlePoint, resizeBox, snapToPixels} from './box-edits.js';
import type {BoxHandle} from './box-edits.js';
import type {Box} from './box.js';
import type {Point} from './geometry.js';
import type {Gesture, GestureContext} from './gesture.js';
import {toImage} from './viewport.js';

/** Resizes one region by a handle. */
export class ResizeGesture implements Gesture {
  readonly cursor: string;
  readonly #context: GestureContext;
  readonly #id: string;
  readonly #handle: BoxHandle;
  readonly #box: Box;
  /** From the pointer to the handle when it was pressed, image pixels. */
  readonly #grip: Point;

  /**
   * @param context - What to work on.
   * @param target - Region, its box in image pixels, and what is pulled.
   * @param from - Where the pointer was pressed, CSS pixels of the stage.
   * @param cursor - CSS cursor of the handle.
   */
  constructor(
    context: GestureContext,
    target: {
      readonly id: string;
      readonly box: Box;
      readonly handle: BoxHandle;
    },
    from: Point,
    cursor: string,
  ) {
    this.cursor = cursor;
    this.#context = context;
    this.#id = target.id;
    this.#handle = target.handle;
    this.#box = target.box;
    const corner = handlePoint(target.box, target.handle);
    const pressed = toImage(context.scene.view, from);
    this.#grip = {x: corner.x - pressed.x, y: corner.y - pressed.y};
  }

  move(point: Point): void {
    const {scene, edits} = this.#context;
    const {view} = scene;
    const {x, y} = toImage(view, point);
    const to = {x: x + this.#grip.x, y: y + this.#grip.y};
    const resized = resizeBox(this.#box, this.#handle, to, {
      image: view.image,
      minSize: Math.min(1, 1 / view.scale),
    });
    const box = edits.snapsToPixels(this.#id) ? snapToPixels(resized) : resized;
    scene.preview = new Map([[this.#id, box]]);
  }

  finish(): void {
    const {scene, edits} = this.#context;
    const boxes = scene.preview;
    if (boxes.size > 0) edits.reshape(boxes, {label: 'resize region'});
    scene.preview = null;
  }

  cancel(): void {
    this.#context.scene.preview = null;
  }
}
