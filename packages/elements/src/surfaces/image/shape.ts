import {
  boxContains,
  boxToPercent,
  boxToPixels,
  centerOf,
  fromLocal,
  readBox,
  toLocal,
  turnOf,
} from './box.js';
import type {Box} from './box.js';
import {boundsOfPoints, distance} from './geometry.js';
import type {Point, Size} from './geometry.js';

/** Outlines that a region may have. */
export const SHAPE_KINDS = [
  'rectangle',
  'ellipse',
  'polygon',
  'keypoint',
] as const;

/** One of the {@link SHAPE_KINDS}. */
export type ShapeKind = (typeof SHAPE_KINDS)[number];

/**
 * What is drawn in a region's box.
 *
 * Whatever the kind, a region is moved, resized and turned by its box; the
 * outline follows.
 */
export interface Shape {
  /** What kind of outline. */
  readonly kind: ShapeKind;
  /** Corners of a polygon as shares of its box, 0 to 1; else empty. */
  readonly corners: readonly Point[];
  /** False for a polygon whose last corner is not joined to its first. */
  readonly isClosed: boolean;
}

/** A shape with the box it is in, image pixels. */
export interface PlacedShape {
  /** Image pixels. */
  readonly box: Box;
  /** What is in it. */
  readonly shape: Shape;
}

/** Smallest radius that a key point is painted with, CSS pixels. */
export const MIN_KEY_POINT_PX = 4;

/** Shapes that are the same wherever they are. */
export const PLAIN_SHAPES: Readonly<
  Record<Exclude<ShapeKind, 'polygon'>, Shape>
> = {
  rectangle: {kind: 'rectangle', corners: [], isClosed: true},
  ellipse: {kind: 'ellipse', corners: [], isClosed: true},
  keypoint: {kind: 'keypoint', corners: [], isClosed: true},
};

/** Tells whether a word is one of the {@link SHAPE_KINDS}. */
export function isShapeKind(word: string): word is ShapeKind {
  return (SHAPE_KINDS as readonly string[]).includes(word);
}

/**
 * Reads a region's geometry.
 *
 * @param geometry - Percent, as results have it.
 * @param image - Natural size, image pixels.
 * @returns `null` when the geometry is of no kind that is known here.
 */
export function readShape(
  geometry: Readonly<Record<string, unknown>>,
  image: Size,
): PlacedShape | null {
  if (Array.isArray(geometry.points)) {
    const points = (geometry.points as unknown[]).map(readPoint);
    if (points.length === 0 || points.includes(null)) return null;
    const pixels = (points as Point[]).map((point) => toPixels(point, image));
    return polygonOf(pixels, geometry.closed !== false);
  }
  if ('radiusX' in geometry) return readEllipse(geometry, image);
  if (!('height' in geometry)) return readKeyPoint(geometry, image);
  const box = readBox(geometry);
  return box && {box: boxToPixels(box, image), shape: PLAIN_SHAPES.rectangle};
}

/** Returns the polygon with these corners, image pixels; at least one. */
export function polygonOf(
  points: readonly Point[],
  isClosed: boolean,
): PlacedShape {
  const {minX, minY, maxX, maxY} = boundsOfPoints(points);
  const width = maxX - minX;
  const height = maxY - minY;
  const corners = points.map(({x, y}) => ({
    x: width === 0 ? 0.5 : (x - minX) / width,
    y: height === 0 ? 0.5 : (y - minY) / height,
  }));
  return {
    box: {x: minX, y: minY, width, height, rotation: 0},
    shape: {kind: 'polygon', corners, isClosed},
  };
}

/** Returns the key point at a place, image pixels. */
export function keyPointOf({x, y}: Point, radius: number): PlacedShape {
  const side = 2 * radius;
  return {
    box: {x: x - radius, y: y - radius, width: side, height: side, rotation: 0},
    shape: PLAIN_SHAPES.keypoint,
  };
}

/** Returns the corners of a polygon in image pixels. */
export function outlineOf({box, shape}: PlacedShape): readonly Point[] {
  const turn = turnOf(box.rotation);
  return shape.corners.map(({x, y}) =>
    fromLocal(box, {x: x * box.width, y: y * box.height}, turn),
  );
}

/** Tells whether two shapes look the same in the same place. */
export function isSamePlace(a: PlacedShape, b: PlacedShape): boolean {
  return (
    isSameShape(a.shape, b.shape) &&
    a.box.x === b.box.x &&
    a.box.y === b.box.y &&
    a.box.width === b.box.width &&
    a.box.height === b.box.height &&
    a.box.rotation === b.box.rotation
  );
}

/** Returns a shape as the geometry of results, percent. */
export function writeShape(
  placed: PlacedShape,
  image: Size,
): Readonly<Record<string, unknown>> {
  const {box, shape} = placed;
  const percent = boxToPercent(box, image);
  const center = toPercent(centerOf(box), image);
  switch (shape.kind) {
    case 'rectangle':
      return {...percent};
    case 'ellipse':
      return {
        ...center,
        radiusX: percent.width / 2,
        radiusY: percent.height / 2,
        rotation: box.rotation,
      };
    case 'keypoint':
      return {...center, width: percent.width / 2};
    case 'polygon':
      return {
        points: outlineOf(placed).map((point) => {
          const {x, y} = toPercent(point, image);
          return [x, y];
        }),
        closed: shape.isClosed,
      };
  }
}

/**
 * Tells whether a point lies in the shape or within `tolerance` of it, image
 * pixels.
 */
export function shapeContains(
  {box, shape}: PlacedShape,
  point: Point,
  tolerance = 0,
): boolean {
  switch (shape.kind) {
    case 'rectangle':
    case 'keypoint':
      return boxContains(box, point, tolerance);
    case 'ellipse':
      return ellipseContains(box, point, tolerance);
    case 'polygon':
      return polygonContains(outlineOf({box, shape}), point, tolerance);
  }
}

function isSameShape(a: Shape, b: Shape): boolean {
  return (
    a === b ||
    (a.kind === b.kind &&
      a.isClosed === b.isClosed &&
      a.corners.length === b.corners.length &&
      a.corners.every(
        ({x, y}, index) =>
          x === b.corners[index]?.x && y === b.corners[index].y,
      ))
  );
}

function ellipseContains(box: Box, point: Point, tolerance: number): boolean {
  const local = toLocal(box, point);
  const radiusX = box.width / 2;
  const radiusY = box.height / 2;
  const x = (local.x - radiusX) / (radiusX + tolerance || 1);
  const y = (local.y - radiusY) / (radiusY + tolerance || 1);
  return x * x + y * y <= 1;
}

function polygonContains(
  corners: readonly Point[],
  point: Point,
  tolerance: number,
): boolean {
  let isInside = false;
  let last = corners.at(-1);
  for (const corner of corners) {
    if (last && crosses(last, corner, point)) isInside = !isInside;
    if (last && distanceToLine(point, last, corner) <= tolerance) return true;
    last = corner;
  }
  return isInside;
}

/** Whether a ray to the right of the point meets the line. */
function crosses(a: Point, b: Point, {x, y}: Point): boolean {
  if (a.y > y === b.y > y) return false;
  return x < a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x);
}

function distanceToLine(point: Point, a: Point, b: Point): number {
  const length = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
  if (length === 0) return distance(point, a);
  const along =
    ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / length;
  const share = Math.min(1, Math.max(0, along));
  return distance(point, {
    x: a.x + share * (b.x - a.x),
    y: a.y + share * (b.y - a.y),
  });
}

function readEllipse(
  geometry: Readonly<Record<string, unknown>>,
  image: Size,
): PlacedShape | null {
  const {x, y, radiusX, radiusY, rotation} = geometry;
  const percent = readBox({x, y, width: radiusX, height: radiusY, rotation});
  if (!percent) return null;
  const box = boxToPixels(percent, image);
  const size = {...box, width: 2 * box.width, height: 2 * box.height};
  const corner = fromLocal(size, {x: -box.width, y: -box.height});
  return {box: {...size, ...corner}, shape: PLAIN_SHAPES.ellipse};
}

function readKeyPoint(
  {x, y, width}: Readonly<Record<string, unknown>>,
  image: Size,
): PlacedShape | null {
  const percent = readBox({x, y, width, height: 0});
  if (!percent) return null;
  const at = toPixels(percent, image);
  return keyPointOf(at, (percent.width * image.width) / 100);
}

/** Results have pairs; `{x, y}` is what some tools write. */
function readPoint(point: unknown): Point | null {
  const {x, y} = Array.isArray(point)
    ? {x: (point as unknown[])[0], y: (point as unknown[])[1]}
    : ((point ?? {}) as {x?: unknown; y?: unknown});
  const isPoint = Number.isFinite(x) && Number.isFinite(y);
  return isPoint ? {x: x as number, y: y as number} : null;
}

function toPixels({x, y}: Point, image: Size): Point {
  return {x: (x * image.width) / 100, y: (y * image.height) / 100};
}

function toPercent({x, y}: Point, image: Size): Point {
  return {x: (x / image.width) * 100, y: (y / image.height) * 100};
}
