import {angleTo, rotateBoxTo} from './box-edits.js';
import type {Box} from './box.js';
import type {Point} from './geometry.js';
import type {Gesture, GestureContext, GestureKeys} from './gesture.js';
import {toImage} from './viewport.js';

/** Steps while shift is held, degrees. */
const STEP_DEGREES = 15;

/** Turns one region around its middle; with shift in steps of 15 degrees. */
export class RotateGesture implements Gesture {
  readonly cursor = 'grabbing';
  readonly #context: GestureContext;
  readonly #id: string;
  readonly #box: Box;
  readonly #fromDegrees: number;

  /**
   * @param context - What to work on.
   * @param target - Region and its box in image pixels.
   * @param from - Where the pointer was pressed, CSS pixels of the stage.
   */
  constructor(
    context: GestureContext,
    target: {readonly id: string; readonly box: Box},
    from: Point,
  ) {
    this.#context = context;
    this.#id = target.id;
    this.#box = target.box;
    this.#fromDegrees = angleTo(target.box, toImage(context.scene.view, from));
  }

  move(point: Point, keys: GestureKeys): void {
    const {scene} = this.#context;
    const now = angleTo(this.#box, toImage(scene.view, point));
    const wanted = this.#box.rotation + now - this.#fromDegrees;
    const degrees = keys.shift
      ? Math.round(wanted / STEP_DEGREES) * STEP_DEGREES
      : wanted;
    const box = rotateBoxTo(this.#box, degrees, scene.view.image);
    scene.preview = new Map([[this.#id, box]]);
  }

  finish(): void {
    const {scene, edits} = this.#context;
    const boxes = scene.preview;
    if (boxes.size > 0) edits.reshape(boxes, {label: 'rotate region'});
    scene.preview = null;
  }

  cancel(): void {
    this.#context.scene.preview = null;
  }
}
