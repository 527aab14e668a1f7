import {limitShift, moveBox, snapToPixels} from './box-edits.js';
import {boundsOf} from './box.js';
import type {Box} from './box.js';
import {uniteBounds} from './geometry.js';
import type {Bounds, Point, Size} from './geometry.js';
import type {Gesture, GestureContext} from './gesture.js';
import {shiftToImage} from './viewport.js';

/** Moves the selected regions together, inside of the picture. */
export class MoveGesture implements Gesture {
  readonly cursor = 'grabbing';
  readonly #context: GestureContext;
  readonly #from: Point;
  readonly #boxes: ReadonlyMap<string, Box>;
  readonly #bounds: Bounds | null;

  /**
   * @param context - What to work on; its selection is what moves.
   * @param from - Where the pointer was pressed, CSS pixels of the stage.
   */
  constructor(context: GestureContext, from: Point) {
    this.#context = context;
    this.#from = from;
    this.#boxes = movableBoxes(context);
    this.#bounds = uniteBounds([...this.#boxes.values()].map(boundsOf));
  }

  move(point: Point): void {
    const {scene, edits} = this.#context;
    if (!this.#bounds) return;
    const shift = shiftToImage(scene.view, {
      x: point.x - this.#from.x,
      y: point.y - this.#from.y,
    });
    const moved = shiftBoxes(
      this.#boxes,
      this.#bounds,
      shift,
      scene.view.image,
    );
    scene.preview = new Map(
      [...moved].map(([id, box]) => [
        id,
        edits.snapsToPixels(id) ? keepSize(box) : box,
      ]),
    );
  }

  finish(): void {
    const {scene, edits} = this.#context;
    const boxes = scene.preview;
    if (boxes.size > 0) edits.reshape(boxes, {label: 'move region'});
    scene.preview = null;
  }

  cancel(): void {
    this.#context.scene.preview = null;
  }
}

/** Returns the boxes of the selected regions that may be changed, by id. */
export function movableBoxes({
  scene,
  edits,
}: GestureContext): ReadonlyMap<string, Box> {
  const boxes = new Map<string, Box>();
  for (const id of edits.selection) {
    const box = scene.index.get(id)?.box;
    if (box && edits.canEdit(id)) boxes.set(id, box);
  }
  return boxes;
}

/** Returns boxes shifted together, no further than the picture reaches. */
export function shiftBoxes(
  boxes: ReadonlyMap<string, Box>,
  bounds: Bounds,
  shift: Point,
  image: Size,
): ReadonlyMap<string, Box> {
  const {x, y} = limitShift(bounds, shift, image);
  return new Map([...boxes].map(([id, box]) => [id, moveBox(box, x, y)]));
}

function keepSize(box: Box): Box {
  const {x, y} = snapToPixels(box);
  return {...box, x, y};
}
