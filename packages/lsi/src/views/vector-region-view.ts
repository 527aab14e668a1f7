import {makeId} from '@ls-annotation/core';

import {boundingBox, type BoxEdges} from './bounding-box.js';
import {ImageRegionView} from './image-region-view.js';
import type {PointView} from './region-geometry.js';

/** One corner of a vector shape; its other keys are kept as they are. */
export interface VertexView extends PointView {
  /** Unique in its shape. */
  readonly id?: string;
  /** The corner before it, `null` for the first. */
  readonly prevPointId?: string | null;
  /** True when the line bends there. */
  readonly isBezier?: boolean;
  /** Where the line before it bends to. */
  readonly controlPoint1?: PointView;
  /** Where the line after it bends to. */
  readonly controlPoint2?: PointView;
}

/**
 * A path of a picture as plugins see it.
 *
 * Its corners are in image pixels here, as Label Studio has them, and in
 * percent of the natural image sides in JSON; while the size of the picture is
 * not known, in percent here too.
 */
export class VectorRegionView extends ImageRegionView {
  #isBeingDrawn = false;

  /** True while it is moved as a whole, false while its corners are. */
  transformMode = false;

  /** True while a person is drawing it; an open path may be finished. */
  override get isDrawing(): boolean {
    return this.#isBeingDrawn;
  }

  /** Corners, image pixels. */
  override get vertices(): VertexView[] {
    const {width, height} = this.natural;
    return scaled(this.imageToRelativeCoords(), width / 100, height / 100);
  }

  /** Left of what lies around it, percent of the image width. */
  override get x(): number | undefined {
    return this.bboxCoords?.left;
  }

  /** Top of what lies around it, percent of the image height. */
  override get y(): number | undefined {
    return this.bboxCoords?.top;
  }

  /** Edges of what lies around it, image pixels. */
  get bbox(): BoxEdges | undefined {
    return boundsOf(this.vertices);
  }

  /** Edges of what lies around it, percent of the image sides. */
  override get bboxCoords(): BoxEdges | undefined {
    return boundsOf(this.imageToRelativeCoords());
  }

  /** True when it may be closed. */
  get closable(): boolean {
    return this.control?.attribute('closable') === true;
  }

  /** How few corners it may have, `undefined` for no limit. */
  get minPoints(): number | undefined {
    return this.#limit('minpoints');
  }

  /** How many corners it may have, `undefined` for no limit. */
  get maxPoints(): number | undefined {
    return this.#limit('maxpoints');
  }

  /** True while it lacks corners, or is open where it may be closed. */
  get incomplete(): boolean {
    const isOpen = this.closable && this.closed !== true;
    return isOpen || this.#count < (this.minPoints ?? 0);
  }

  /** True once it takes no more corners. */
  get finished(): boolean {
    return this.closable ? !this.incomplete : this.atMaxLength;
  }

  /** True when it has as many corners as it may have. */
  get atMaxLength(): boolean {
    return this.#count === this.maxPoints;
  }

  /** Says whether a person is drawing it. */
  override setDrawing(drawing: boolean): void {
    this.#isBeingDrawn = drawing;
  }

  /** Returns its corners in percent of the natural image sides. */
  imageToRelativeCoords(): VertexView[] {
    return [...((super.vertices ?? []) as readonly VertexView[])];
  }

  /** Replaces its corners, image pixels. */
  updatePointsFromKonvaVector(vertices: readonly VertexView[]): void {
    const {width, height} = this.natural;
    this.reshape({vertices: scaled(vertices, 100 / width, 100 / height)});
  }

  /**
   * Adds a corner after the last one, percent of the image sides; does nothing
   * when it is closed or has as many as it may have.
   *
   * @returns Whether it was added.
   */
  addPoint(x: number, y: number): boolean {
    if (this.closed === true || this.atMaxLength) return false;
    const before = this.imageToRelativeCoords();
    const prevPointId = before.at(-1)?.id ?? null;
    const added = {id: makeId(), x, y, prevPointId, isBezier: false};
    this.reshape({vertices: [...before, added]});
    return true;
  }

  /** Closes it, where its control has that. */
  closePoly(): void {
    if (this.closable) this.onPathClosedChange(true);
  }

  /** Closes it, or opens it. */
  onPathClosedChange(closed: boolean): void {
    this.reshape({closed});
  }

  /** Has it moved as a whole, or by its corners. */
  setTransformMode(transforming: boolean): void {
    this.transformMode = transforming;
  }

  /** Has it moved as a whole, or by its corners, the other one. */
  toggleTransformMode(): void {
    this.setTransformMode(!this.transformMode);
  }

  get #count(): number {
    return super.vertices?.length ?? 0;
  }

  #limit(name: string): number | undefined {
    const limit = Number(this.control?.attribute(name));
    return limit > 0 ? limit : undefined;
  }
}

function boundsOf(vertices: readonly VertexView[]): BoxEdges | undefined {
  return boundingBox({...NO_BOX, vertices}, 1);
}

const NO_BOX = {
  x: undefined,
  y: undefined,
  width: undefined,
  height: undefined,
  rotation: undefined,
  radiusX: undefined,
  radiusY: undefined,
  points: undefined,
};

function scaled(
  vertices: readonly VertexView[],
  across: number,
  down: number,
): VertexView[] {
  const place = ({x, y}: PointView): PointView => ({
    x: x * across,
    y: y * down,
  });
  return vertices.map((vertex) => ({
    ...vertex,
    ...place(vertex),
    ...(vertex.controlPoint1 && {controlPoint1: place(vertex.controlPoint1)}),
    ...(vertex.controlPoint2 && {controlPoint2: place(vertex.controlPoint2)}),
  }));
}
