/** A point; whoever hands it out names its frame. */
export interface Point {
  /** From the left, growing to the right. */
  readonly x: number;
  /** From the top, growing downwards. */
  readonly y: number;
}

/** Width and height; whoever hands it out names the unit. */
export interface Size {
  /** Extent from left to right. */
  readonly width: number;
  /** Extent from top to bottom. */
  readonly height: number;
}

/** An upright rectangle by its sides, the shape that `rbush` takes. */
export interface Bounds {
  /** Left side. */
  readonly minX: number;
  /** Top side. */
  readonly minY: number;
  /** Right side. */
  readonly maxX: number;
  /** Bottom side. */
  readonly maxY: number;
}

/** Returns `value`, or the nearer end of `[low, high]` when it lies outside. */
export function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), Math.max(low, high));
}

/** Returns `point`, or the nearest point inside of a picture of `size`. */
export function clampPoint(point: Point, size: Size): Point {
  return {
    x: clamp(point.x, 0, size.width),
    y: clamp(point.y, 0, size.height),
  };
}

/** Returns the straight distance between two points of one frame. */
export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** Returns the point halfway between two points of one frame. */
export function midpoint(a: Point, b: Point): Point {
  return {x: (a.x + b.x) / 2, y: (a.y + b.y) / 2};
}

/** Returns the smallest bounds that hold every point; at least one is given. */
export function boundsOfPoints(points: readonly Point[]): Bounds {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (const {x, y} of points) {
    if (x < minX) minX = x;
    if (y < minY) minY = y;
    if (x > maxX) maxX = x;
    if (y > maxY) maxY = y;
  }
  return {minX, minY, maxX, maxY};
}

/** Returns the smallest bounds that hold all of `list`, or `null` for none. */
export function uniteBounds(list: Iterable<Bounds>): Bounds | null {
  let union: Bounds | null = null;
  for (const bounds of list) {
    union = union === null ? bounds : uniteTwo(union, bounds);
  }
  return union;
}

/** Returns bounds grown by `margin` on every side. */
export function growBounds(bounds: Bounds, margin: number): Bounds {
  return {
    minX: bounds.minX - margin,
    minY: bounds.minY - margin,
    maxX: bounds.maxX + margin,
    maxY: bounds.maxY + margin,
  };
}

/** Tells whether two bounds share at least a point. */
export function boundsMeet(a: Bounds, b: Bounds): boolean {
  return (
    a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY
  );
}

/** Returns the bounds that two opposite corners span, in any order. */
export function boundsBetween(a: Point, b: Point): Bounds {
  return {
    minX: Math.min(a.x, b.x),
    minY: Math.min(a.y, b.y),
    maxX: Math.max(a.x, b.x),
    maxY: Math.max(a.y, b.y),
  };
}

function uniteTwo(a: Bounds, b: Bounds): Bounds {
  return {
    minX: Math.min(a.minX, b.minX),
    minY: Math.min(a.minY, b.minY),
    maxX: Math.max(a.maxX, b.maxX),
    maxY: Math.max(a.maxY, b.maxY),
  };
}
