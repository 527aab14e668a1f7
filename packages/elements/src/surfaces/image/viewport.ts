import {boundsOfPoints, clamp} from './geometry.js';
import type {Bounds, Point, Size} from './geometry.js';

/** Quarter turns by which the picture is shown, degrees clockwise. */
export type QuarterTurn = 0 | 90 | 180 | 270;

/** How the picture lies in the stage before anybody zooms. */
export type DefaultZoom = 'fit' | 'auto' | 'original';

/** Where the picture goes when the stage has room to spare, per axis. */
export interface Alignment {
  /** Share of the spare width left of the picture, 0 to 1. */
  readonly horizontal: number;
  /** Share of the spare height above the picture, 0 to 1. */
  readonly vertical: number;
}

/**
 * Which part of the picture the stage shows; a value, replaced as a whole.
 *
 * `x` and `y` say where the top-left corner of the picture as it is seen (so
 * after its quarter turns) lies, CSS pixels from the stage's own corner.
 */
export interface Viewport {
  /** Natural size, image pixels. */
  readonly image: Size;
  /** CSS pixels. */
  readonly stage: Size;
  /** Quarter turns of the picture. */
  readonly turn: QuarterTurn;
  /** CSS pixels an image pixel. */
  readonly scale: number;
  /** CSS pixels. */
  readonly x: number;
  /** CSS pixels. */
  readonly y: number;
  /** Where spare room goes. */
  readonly alignment: Alignment;
}

/** The view of a picture of one pixel, for where there is none. */
export const BLANK_VIEW: Viewport = {
  image: {width: 1, height: 1},
  stage: {width: 1, height: 1},
  turn: 0,
  scale: 1,
  x: 0,
  y: 0,
  alignment: {horizontal: 0, vertical: 0},
};

/** `x' = a*x + c*y + e`, `y' = b*x + d*y + f`, as canvases and CSS have it. */
export interface Matrix {
  /** See {@link Matrix}. */
  readonly a: number;
  /** See {@link Matrix}. */
  readonly b: number;
  /** See {@link Matrix}. */
  readonly c: number;
  /** See {@link Matrix}. */
  readonly d: number;
  /** See {@link Matrix}. */
  readonly e: number;
  /** See {@link Matrix}. */
  readonly f: number;
}

/** Furthest that one can zoom in, CSS pixels an image pixel. */
export const MAX_SCALE = 40;

const SHRINK_LIMIT = 0.1;

/** Returns the size of the picture as it is seen, image pixels. */
export function turnedSize(image: Size, turn: QuarterTurn): Size {
  return turn % 180 === 0 ? image : {width: image.height, height: image.width};
}

/** Returns the scale at which the whole picture is seen. */
export function fitScale(view: Viewport): number {
  const seen = turnedSize(view.image, view.turn);
  return Math.min(
    view.stage.width / seen.width,
    view.stage.height / seen.height,
  );
}

/** Returns the scale that `zoom` starts with. */
export function startScale(view: Viewport, zoom: DefaultZoom): number {
  if (zoom === 'original') return 1;
  if (zoom === 'fit') return fitScale(view);
  return view.stage.width / turnedSize(view.image, view.turn).width;
}

/** Returns the view with the scale of `zoom`, from the picture's corner. */
export function resetZoom(view: Viewport, zoom: DefaultZoom): Viewport {
  return constrain({...view, scale: startScale(view, zoom), x: 0, y: 0});
}

/**
 * Returns the view zoomed so that what lies at `point` stays there.
 *
 * @param view - What is seen.
 * @param point - CSS pixels in the stage.
 * @param factor - Above 1 is nearer.
 * @param canShrink - Whether the picture may get smaller than it fits.
 */
export function zoomAt(
  view: Viewport,
  point: Point,
  factor: number,
  canShrink = false,
): Viewport {
  const fit = fitScale(view);
  const lowest = canShrink ? fit * SHRINK_LIMIT : Math.min(fit, view.scale);
  const scale = clamp(view.scale * factor, lowest, Math.max(MAX_SCALE, fit));
  const ratio = scale / view.scale;
  return constrain({
    ...view,
    scale,
    x: point.x - (point.x - view.x) * ratio,
    y: point.y - (point.y - view.y) * ratio,
  });
}

/** Returns the view with the picture shifted, as far as there is more of it. */
export function panBy(view: Viewport, dx: number, dy: number): Viewport {
  return constrain({...view, x: view.x + dx, y: view.y + dy});
}

/** Returns the view with the picture shown in another quarter turn. */
export function withTurn(view: Viewport, turn: QuarterTurn): Viewport {
  return resetZoom({...view, turn}, 'fit');
}

/**
 * Returns the view in a stage of another size: a picture that fitted fits
 * again, any other keeps its scale and what lies in the middle.
 */
export function withStage(view: Viewport, stage: Size): Viewport {
  const fitted = Math.abs(view.scale - fitScale(view)) < 1e-9;
  const resized = {...view, stage};
  if (fitted) return resetZoom(resized, 'fit');
  return constrain({
    ...resized,
    x: view.x + (stage.width - view.stage.width) / 2,
    y: view.y + (stage.height - view.stage.height) / 2,
  });
}

/** Returns how image pixels become CSS pixels of the stage. */
export function matrixOf(view: Viewport): Matrix {
  const {image, scale: s, x, y} = view;
  switch (view.turn) {
    case 0:
      return {a: s, b: 0, c: 0, d: s, e: x, f: y};
    case 90:
      return {a: 0, b: s, c: -s, d: 0, e: x + s * image.height, f: y};
    case 180:
      return {
        a: -s,
        b: 0,
        c: 0,
        d: -s,
        e: x + s * image.width,
        f: y + s * image.height,
      };
    case 270:
      return {a: 0, b: -s, c: s, d: 0, e: x, f: y + s * image.width};
  }
}

/** Returns how image pixels become device pixels, `ratio` a CSS pixel. */
export function scaledMatrixOf(view: Viewport, ratio: number): Matrix {
  const matrix = matrixOf(view);
  return {
    a: matrix.a * ratio,
    b: matrix.b * ratio,
    c: matrix.c * ratio,
    d: matrix.d * ratio,
    e: matrix.e * ratio,
    f: matrix.f * ratio,
  };
}

/** Returns a point mapped by a matrix. */
export function mapPoint(matrix: Matrix, point: Point): Point {
  return {
    x: matrix.a * point.x + matrix.c * point.y + matrix.e,
    y: matrix.b * point.x + matrix.d * point.y + matrix.f,
  };
}

/** Returns the matrix that undoes `matrix`, which must not flatten. */
export function invert(matrix: Matrix): Matrix {
  const {a, b, c, d, e, f} = matrix;
  const determinant = a * d - b * c;
  return {
    a: d / determinant,
    b: -b / determinant,
    c: -c / determinant,
    d: a / determinant,
    e: (c * f - d * e) / determinant,
    f: (b * e - a * f) / determinant,
  };
}

/** Returns a point of the picture, image pixels, in CSS pixels of the stage. */
export function toStage(view: Viewport, point: Point): Point {
  return mapPoint(matrixOf(view), point);
}

/** Returns a point of the stage, CSS pixels, in image pixels. */
export function toImage(view: Viewport, point: Point): Point {
  return mapPoint(invert(matrixOf(view)), point);
}

/** Returns a shift in CSS pixels of the stage as one in image pixels. */
export function shiftToImage(view: Viewport, shift: Point): Point {
  const {a, b, c, d} = matrixOf(view);
  return mapPoint(invert({a, b, c, d, e: 0, f: 0}), shift);
}

/** Returns upright bounds mapped by a view's matrix; they stay upright. */
export function mapBounds(matrix: Matrix, bounds: Bounds): Bounds {
  return boundsOfPoints([
    mapPoint(matrix, {x: bounds.minX, y: bounds.minY}),
    mapPoint(matrix, {x: bounds.maxX, y: bounds.maxY}),
  ]);
}

/** Returns the part of the plane that the stage shows, image pixels. */
export function visibleBounds(view: Viewport): Bounds {
  return mapBounds(invert(matrixOf(view)), {
    minX: 0,
    minY: 0,
    maxX: view.stage.width,
    maxY: view.stage.height,
  });
}

/** Tells per axis whether the picture is larger than the stage. */
export function overflows(view: Viewport): {x: boolean; y: boolean} {
  const seen = turnedSize(view.image, view.turn);
  return {
    x: seen.width * view.scale > view.stage.width + 0.5,
    y: seen.height * view.scale > view.stage.height + 0.5,
  };
}

function constrain(view: Viewport): Viewport {
  const seen = turnedSize(view.image, view.turn);
  const {stage, scale, alignment} = view;
  return {
    ...view,
    x: place(view.x, seen.width * scale, stage.width, alignment.horizontal),
    y: place(view.y, seen.height * scale, stage.height, alignment.vertical),
  };
}

function place(
  wanted: number,
  extent: number,
  room: number,
  share: number,
): number {
  if (extent <= room) return (room - extent) * share;
  return clamp(wanted, room - extent, 0);
}
