import {distance, midpoint} from './geometry.js';
import type {Point} from './geometry.js';
import type {Scene} from './scene.js';
import {panBy, zoomAt} from './viewport.js';

/** Zooms and shifts the picture with two fingers. */
export class Pinch {
  readonly #scene: Scene;
  readonly #canShrink: boolean;
  #middle: Point;
  #spread: number;

  /**
   * @param scene - What is seen.
   * @param fingers - Where the fingers are, CSS pixels of the stage.
   * @param canShrink - Whether the picture may get smaller than it fits.
   */
  constructor(
    scene: Scene,
    fingers: readonly [Point, Point],
    canShrink: boolean,
  ) {
    this.#scene = scene;
    this.#canShrink = canShrink;
    this.#middle = midpoint(...fingers);
    this.#spread = Math.max(1, distance(...fingers));
  }

  /** Follows the fingers. */
  move(fingers: readonly [Point, Point]): void {
    const middle = midpoint(...fingers);
    const spread = Math.max(1, distance(...fingers));
    const {x, y} = this.#middle;
    const panned = panBy(this.#scene.view, middle.x - x, middle.y - y);
    const factor = spread / this.#spread;
    this.#scene.view = zoomAt(panned, middle, factor, this.#canShrink);
    this.#middle = middle;
    this.#spread = spread;
  }
}
