import {snapToPixels} from './box-edits.js';
import {boxBetween} from './box.js';
import {clampPoint} from './geometry.js';
import type {Point} from './geometry.js';
import type {Gesture, GestureContext} from './gesture.js';
import type {DrawingTool} from './region-edits.js';
import {PLAIN_SHAPES} from './shape.js';
import {toImage} from './viewport.js';

/** A box with a shorter side than this is a slip of the hand, CSS pixels. */
export const MIN_DRAW_PX = 3;

/** Draws a rectangle or an ellipse from corner to corner of its box. */
export class DrawGesture implements Gesture {
  readonly cursor = 'crosshair';
  readonly #context: GestureContext;
  readonly #tool: DrawingTool;
  readonly #from: Point;

  /**
   * @param context - What to work on.
   * @param tool - What draws.
   * @param from - First corner, CSS pixels of the stage.
   */
  constructor(context: GestureContext, tool: DrawingTool, from: Point) {
    const {view} = context.scene;
    this.#context = context;
    this.#tool = tool;
    this.#from = clampPoint(toImage(view, from), view.image);
  }

  /** True when what is drawn is large enough to be meant. */
  get isMeant(): boolean {
    const {draft, view} = this.#context.scene;
    if (!draft) return false;
    const {width, height} = draft.box;
    return Math.min(width, height) * view.scale >= MIN_DRAW_PX;
  }

  move(point: Point): void {
    const {scene} = this.#context;
    const to = clampPoint(toImage(scene.view, point), scene.view.image);
    const drawn = boxBetween(this.#from, to);
    const box = this.#tool.snapsToPixels ? snapToPixels(drawn) : drawn;
    const {kind, style} = this.#tool;
    const shape =
      kind === 'ellipse' ? PLAIN_SHAPES.ellipse : PLAIN_SHAPES.rectangle;
    scene.draft = {box, shape, style};
  }

  finish(): void {
    const {scene, edits} = this.#context;
    const {draft} = scene;
    const isMeant = this.isMeant;
    scene.draft = null;
    if (draft && isMeant) edits.create(draft);
  }

  cancel(): void {
    this.#context.scene.draft = null;
  }
}
