import {boundsOfPoints} from './geometry.js';
import type {Bounds, Point, Size} from './geometry.js';

/**
 * A rectangle turned around its top-left corner.
 *
 * In the store its lengths are percent (0–100 of the natural image side); on
 * the way to the screen they are image pixels. The turn is one of the picture
 * as it is seen: it is made in image pixels, never in percent.
 */
export interface Box {
  /** Left of the corner it is turned around. */
  readonly x: number;
  /** Top of the corner it is turned around. */
  readonly y: number;
  /** Length of the side that points right when it is not turned. */
  readonly width: number;
  /** Length of the side that points down when it is not turned. */
  readonly height: number;
  /** Degrees clockwise. */
  readonly rotation: number;
}

/** Directions of a box's sides: cosine and sine of its rotation. */
export interface Turn {
  /** Cosine of the rotation. */
  readonly cos: number;
  /** Sine of the rotation. */
  readonly sin: number;
}

/** Returns cosine and sine of degrees, exact at quarter turns. */
export function turnOf(degrees: number): Turn {
  switch (normalDegrees(degrees)) {
    case 0:
      return {cos: 1, sin: 0};
    case 90:
      return {cos: 0, sin: 1};
    case 180:
      return {cos: -1, sin: 0};
    case 270:
      return {cos: 0, sin: -1};
    default: {
      const radians = (degrees * Math.PI) / 180;
      return {cos: Math.cos(radians), sin: Math.sin(radians)};
    }
  }
}

/** Returns the same direction as degrees in `[0, 360)`. */
export function normalDegrees(degrees: number): number {
  const rest = degrees % 360;
  return rest < 0 ? rest + 360 : rest + 0;
}

/** Returns where a point of the box's own frame lies in the frame around it. */
export function fromLocal(
  box: Box,
  local: Point,
  turn = turnOf(box.rotation),
): Point {
  return {
    x: box.x + local.x * turn.cos - local.y * turn.sin,
    y: box.y + local.x * turn.sin + local.y * turn.cos,
  };
}

/**
 * Returns a point in the box's own frame: origin at its top-left corner, `x`
 * along its width, `y` along its height.
 */
export function toLocal(
  box: Box,
  point: Point,
  turn = turnOf(box.rotation),
): Point {
  const dx = point.x - box.x;
  const dy = point.y - box.y;
  return {
    x: dx * turn.cos + dy * turn.sin,
    y: dy * turn.cos - dx * turn.sin,
  };
}

/** Returns the corners clockwise from the top-left one. */
export function cornersOf(box: Box): readonly [Point, Point, Point, Point] {
  const turn = turnOf(box.rotation);
  const {width, height} = box;
  return [
    {x: box.x, y: box.y},
    fromLocal(box, {x: width, y: 0}, turn),
    fromLocal(box, {x: width, y: height}, turn),
    fromLocal(box, {x: 0, y: height}, turn),
  ];
}

/** Returns the middle of the box. */
export function centerOf(box: Box): Point {
  return fromLocal(box, {x: box.width / 2, y: box.height / 2});
}

/** Returns the smallest upright bounds that hold the box. */
export function boundsOf(box: Box): Bounds {
  if (isUpright(box)) {
    return {
      minX: box.x,
      minY: box.y,
      maxX: box.x + box.width,
      maxY: box.y + box.height,
    };
  }
  return boundsOfPoints(cornersOf(box));
}

/** Tells whether the box is not turned. */
export function isUpright(box: Box): boolean {
  return box.rotation % 360 === 0;
}

/** Tells whether a point lies in the box or within `tolerance` of its sides. */
export function boxContains(box: Box, point: Point, tolerance = 0): boolean {
  const local = toLocal(box, point);
  return (
    local.x >= -tolerance &&
    local.y >= -tolerance &&
    local.x <= box.width + tolerance &&
    local.y <= box.height + tolerance
  );
}

/** Returns the area in squares of the box's unit. */
export function areaOf(box: Box): number {
  return Math.abs(box.width * box.height);
}

/** Returns the upright box that two opposite corners span, in any order. */
export function boxBetween(a: Point, b: Point): Box {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
    rotation: 0,
  };
}

/** Returns a box in percent as one in image pixels. */
export function boxToPixels(percent: Box, image: Size): Box {
  return {
    x: (percent.x * image.width) / 100,
    y: (percent.y * image.height) / 100,
    width: (percent.width * image.width) / 100,
    height: (percent.height * image.height) / 100,
    rotation: percent.rotation,
  };
}

/** Returns a box in image pixels as one in percent. */
export function boxToPercent(pixels: Box, image: Size): Box {
  return {
    x: (pixels.x / image.width) * 100,
    y: (pixels.y / image.height) * 100,
    width: (pixels.width / image.width) * 100,
    height: (pixels.height / image.height) * 100,
    rotation: pixels.rotation,
  };
}

/**
 * Reads a region's geometry as a box in percent.
 *
 * @returns the box, or `null` when the geometry is not that of a rectangle.
 *   An absent rotation is none.
 */
export function readBox(
  geometry: Readonly<Record<string, unknown>>,
): Box | null {
  const {x, y, width, height, rotation} = geometry;
  if (!isFinite(x) || !isFinite(y)) return null;
  if (!isFinite(width) || !isFinite(height)) return null;
  return {x, y, width, height, rotation: isFinite(rotation) ? rotation : 0};
}

function isFinite(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
