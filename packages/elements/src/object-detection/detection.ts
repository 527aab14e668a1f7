/** A rectangle, pixels; which ones is said where it is used. */
export interface Box {
  /** Left edge. */
  readonly x: number;
  /** Top edge. */
  readonly y: number;
  /** Width. */
  readonly width: number;
  /** Height. */
  readonly height: number;
}

/** Something that a model found. */
export interface Detection extends Box {
  /** 0-based class of the model. */
  readonly classIndex: number;
  /** How sure the model is, 0 to 1. */
  readonly score: number;
}

/** Returns the part of two boxes' area that both share, 0 to 1. */
export function overlap(left: Box, right: Box): number {
  const width =
    Math.min(left.x + left.width, right.x + right.width) -
    Math.max(left.x, right.x);
  const height =
    Math.min(left.y + left.height, right.y + right.height) -
    Math.max(left.y, right.y);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  const all = left.width * left.height + right.width * right.height - shared;
  return shared / all;
}
