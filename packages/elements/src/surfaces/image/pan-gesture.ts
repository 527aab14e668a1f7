import type {Point} from './geometry.js';
import type {Gesture} from './gesture.js';
import type {Scene} from './scene.js';
import {panBy} from './viewport.js';

/** Shifts the picture in the stage. */
export class PanGesture implements Gesture {
  readonly cursor = 'grabbing';
  readonly #scene: Scene;
  #last: Point;

  /**
   * @param scene - What is seen.
   * @param from - Where the pointer was pressed, CSS pixels of the stage.
   */
  constructor(scene: Scene, from: Point) {
    this.#scene = scene;
    this.#last = from;
  }

  move(point: Point): void {
    const dx = point.x - this.#last.x;
    const dy = point.y - this.#last.y;
    this.#last = point;
    this.#scene.view = panBy(this.#scene.view, dx, dy);
  }

  finish(): void {
    // The view is where it was left.
  }

  cancel(): void {
    // A picture that was shifted stays shifted.
  }
}
