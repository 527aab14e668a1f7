import {boundsBetween} from './geometry.js';
import type {Point} from './geometry.js';
import type {Gesture, GestureContext} from './gesture.js';
import {toImage} from './viewport.js';

/** Selects every region that a frame meets. */
export class BandGesture implements Gesture {
  readonly cursor = 'crosshair';
  readonly #context: GestureContext;
  readonly #from: Point;
  readonly #kept: readonly string[];

  /**
   * @param context - What to work on.
   * @param from - First corner, CSS pixels of the stage.
   * @param isExtending - Whether what is selected stays so.
   */
  constructor(context: GestureContext, from: Point, isExtending: boolean) {
    this.#context = context;
    this.#from = toImage(context.scene.view, from);
    this.#kept = isExtending ? context.edits.selection : [];
  }

  move(point: Point): void {
    const {scene} = this.#context;
    scene.band = boundsBetween(this.#from, toImage(scene.view, point));
  }

  finish(): void {
    const {scene, edits} = this.#context;
    const met = scene.band ? scene.index.search(scene.band) : [];
    scene.band = null;
    edits.selectOnly([...this.#kept, ...met.map(({id}) => id)]);
  }

  cancel(): void {
    this.#context.scene.band = null;
  }
}
