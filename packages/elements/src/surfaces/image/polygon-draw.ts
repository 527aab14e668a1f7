import {clampPoint, distance} from './geometry.js';
import type {Point} from './geometry.js';
import type {GestureContext} from './gesture.js';
import type {DrawingTool, OpenOutline} from './region-edits.js';
import {polygonOf} from './shape.js';

/** A corner this close to another one is that one, CSS pixels. */
const SAME_CORNER_PX = 6;
/** Fewer corners make no polygon. */
const MIN_CORNERS = 3;

/**
 * Draws a polygon corner by corner, in image pixels.
 *
 * The region is there from the first corner on. The first corner once more, or
 * the last one twice, finishes it.
 */
export class PolygonDraw {
  readonly #context: GestureContext;
  readonly #tool: DrawingTool;
  #corners: readonly Point[] = [];
  #aim: Point | null = null;
  #outline: OpenOutline | null = null;

  constructor(context: GestureContext, tool: DrawingTool) {
    this.#context = context;
    this.#tool = tool;
  }

  /** Number of corners so far. */
  get size(): number {
    return this.#corners.length;
  }

  /** Shows where the next corner would go. */
  aim(point: Point): void {
    this.#aim = this.#clamped(point);
    this.#show();
  }

  /**
   * Sets a corner.
   *
   * @returns True when that finished the polygon.
   */
  add(point: Point): boolean {
    const corner = this.#clamped(point);
    const [first] = this.#corners;
    const last = this.#corners.at(-1);
    const isRepeated =
      this.#isNear(first, corner) || this.#isNear(last, corner);
    if (isRepeated) return this.close();
    this.#corners = [...this.#corners, corner];
    this.#draw();
    return false;
  }

  /** Takes the last corner back; false when there is none left. */
  back(): boolean {
    this.#corners = this.#corners.slice(0, -1);
    this.#draw();
    return this.#corners.length > 0;
  }

  /** Makes the region; false when it has too few corners. */
  close(): boolean {
    if (this.#corners.length < MIN_CORNERS) return false;
    this.#context.scene.draft = null;
    this.#outline?.finish(polygonOf(this.#corners, true));
    this.#outline = null;
    return true;
  }

  /** Gives it up. */
  cancel(): void {
    this.#context.scene.draft = null;
    this.#outline?.abandon();
    this.#outline = null;
  }

  /** Has the region follow; one that others ended is begun anew. */
  #draw(): void {
    const last = this.#corners.at(-1);
    if (!last) {
      this.cancel();
      this.#show();
      return;
    }
    if (this.#outline?.draw(polygonOf(this.#corners, false)) !== true) {
      this.#corners = [last];
      this.#outline = this.#context.edits.begin(polygonOf([last], false));
      if (!this.#outline) this.#corners = [];
    }
    this.#show();
  }

  /** Shows the line from the last corner to where the next one would go. */
  #show(): void {
    const {scene} = this.#context;
    const points = [this.#corners.at(-1), this.#aim].filter(isPoint);
    scene.draft =
      points.length === 0
        ? null
        : {...polygonOf(points, false), style: this.#tool.style};
  }

  #clamped(point: Point): Point {
    return clampPoint(point, this.#context.scene.view.image);
  }

  #isNear(corner: Point | undefined, point: Point): boolean {
    if (!corner) return false;
    const {scale} = this.#context.scene.view;
    return distance(corner, point) * scale <= SAME_CORNER_PX;
  }
}

function isPoint(point: Point | null | undefined): point is Point {
  return point !== null && point !== undefined;
}
