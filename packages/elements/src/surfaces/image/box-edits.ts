import {
  boundsOf,
  centerOf,
  fromLocal,
  isUpright,
  normalDegrees,
  toLocal,
  turnOf,
} from './box.js';
import type {Box, Turn} from './box.js';
import {clamp} from './geometry.js';
import type {Bounds, Point, Size} from './geometry.js';

/** Corners and sides by which a box is resized, clockwise from top left. */
export const BOX_HANDLES = [
  'nw',
  'n',
  'ne',
  'e',
  'se',
  's',
  'sw',
  'w',
] as const;

/** One of the {@link BOX_HANDLES}, named by compass points of the box itself. */
export type BoxHandle = (typeof BOX_HANDLES)[number];

/** Sides of a box in its own frame. */
interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Slack for what adding and turning cost, image pixels. */
const EPSILON = 1e-6;

/** Returns where a handle lies in the box's own frame. */
export function handleLocal(box: Size, handle: BoxHandle): Point {
  const {width, height} = box;
  return {
    x: handle.includes('w') ? 0 : handle.includes('e') ? width : width / 2,
    y: handle.includes('n') ? 0 : handle.includes('s') ? height : height / 2,
  };
}

/** Returns where a handle lies in the frame around the box. */
export function handlePoint(box: Box, handle: BoxHandle): Point {
  return fromLocal(box, handleLocal(box, handle));
}

/** Returns the box shifted. */
export function moveBox(box: Box, dx: number, dy: number): Box {
  return {...box, x: box.x + dx, y: box.y + dy};
}

/**
 * Returns the part of a shift that keeps `bounds` inside of the picture. What
 * lies outside already may move freely towards it.
 */
export function limitShift(bounds: Bounds, shift: Point, image: Size): Point {
  return {
    x: limitAxis(shift.x, -bounds.minX, image.width - bounds.maxX),
    y: limitAxis(shift.y, -bounds.minY, image.height - bounds.maxY),
  };
}

/** Tells whether no corner of the box lies outside of the picture. */
export function isInside(box: Box, image: Size): boolean {
  const {minX, minY, maxX, maxY} = boundsOf(box);
  return (
    minX >= -EPSILON &&
    minY >= -EPSILON &&
    maxX <= image.width + EPSILON &&
    maxY <= image.height + EPSILON
  );
}

/**
 * Returns the box with one handle taken to a point.
 *
 * The opposite corner or side stays where it is, whatever the rotation. A
 * handle pulled over to the other side turns the box inside out, so width and
 * height never are negative. No side gets shorter than `minSize`, and no
 * corner that moves leaves the picture.
 *
 * @param box - Image pixels.
 * @param handle - What is pulled.
 * @param to - Where it is pulled to, image pixels.
 * @param limits - Natural size and shortest side, image pixels.
 */
export function resizeBox(
  box: Box,
  handle: BoxHandle,
  to: Point,
  limits: {readonly image: Size; readonly minSize: number},
): Box {
  const turn = turnOf(box.rotation);
  const local = toLocal(box, to, turn);
  const edges: Edges = {left: 0, top: 0, right: box.width, bottom: box.height};
  const {image, minSize} = limits;
  if (handle.includes('w') || handle.includes('e')) {
    const [pulled, fixed] = handle.includes('w')
      ? (['left', 'right'] as const)
      : (['right', 'left'] as const);
    const range = rangeOfX(box, turn, edges, image);
    edges[pulled] = pull(edges[pulled], edges[fixed], local.x, range, minSize);
  }
  if (handle.includes('n') || handle.includes('s')) {
    const [pulled, fixed] = handle.includes('n')
      ? (['top', 'bottom'] as const)
      : (['bottom', 'top'] as const);
    const range = rangeOfY(box, turn, edges, image);
    edges[pulled] = pull(edges[pulled], edges[fixed], local.y, range, minSize);
  }
  return fromEdges(box, edges, turn);
}

/**
 * Returns the box turned to `rotation` around its middle, shifted as far as
 * it takes to stay in the picture, or the box as it was when it cannot fit.
 *
 * @param box - Image pixels.
 * @param rotation - Degrees clockwise.
 * @param image - Natural size, image pixels.
 */
export function rotateBoxTo(box: Box, rotation: number, image: Size): Box {
  const turned = turnAroundCenter(box, normalDegrees(rotation));
  if (isInside(turned, image) || !isInside(box, image)) return turned;
  const bounds = boundsOf(turned);
  const shifted = moveBox(
    turned,
    shiftInto(bounds.minX, bounds.maxX, image.width),
    shiftInto(bounds.minY, bounds.maxY, image.height),
  );
  return isInside(shifted, image) ? shifted : box;
}

/** Returns the direction from the middle of the box to a point, degrees. */
export function angleTo(box: Box, point: Point): number {
  const center = centerOf(box);
  const radians = Math.atan2(point.y - center.y, point.x - center.x);
  return normalDegrees((radians * 180) / Math.PI);
}

/** Returns an upright box with its sides on whole image pixels. */
export function snapToPixels(box: Box): Box {
  if (!isUpright(box)) return box;
  const x = Math.round(box.x);
  const y = Math.round(box.y);
  return {
    x,
    y,
    width: Math.max(1, Math.round(box.x + box.width) - x),
    height: Math.max(1, Math.round(box.y + box.height) - y),
    rotation: box.rotation,
  };
}

function turnAroundCenter(box: Box, rotation: number): Box {
  const center = centerOf(box);
  const {width, height} = box;
  const origin = {x: center.x, y: center.y, width, height, rotation};
  const corner = fromLocal(origin, {x: -width / 2, y: -height / 2});
  return {...origin, x: corner.x, y: corner.y};
}

function shiftInto(min: number, max: number, extent: number): number {
  if (min < 0) return -min;
  return max > extent ? extent - max : 0;
}

function limitAxis(shift: number, low: number, high: number): number {
  return clamp(shift, Math.min(low, high, 0), Math.max(low, high, 0));
}

function fromEdges(box: Box, edges: Edges, turn: Turn): Box {
  const left = Math.min(edges.left, edges.right);
  const top = Math.min(edges.top, edges.bottom);
  const corner = fromLocal(box, {x: left, y: top}, turn);
  return {
    x: corner.x,
    y: corner.y,
    width: Math.abs(edges.right - edges.left),
    height: Math.abs(edges.bottom - edges.top),
    rotation: box.rotation,
  };
}

type Range = readonly [low: number, high: number];

function pull(
  from: number,
  fixed: number,
  wanted: number,
  [low, high]: Range,
  minSize: number,
): number {
  const start = Math.min(low, from);
  const end = Math.max(high, from);
  const to = clamp(wanted, start, end);
  if (Math.abs(to - fixed) >= minSize) return to;
  const away = to === fixed ? from - fixed : to - fixed;
  const step = away < 0 ? -minSize : minSize;
  const isWithin = fixed + step >= start && fixed + step <= end;
  return isWithin ? fixed + step : fixed - step;
}

/** Where a side that runs along the height may go, in the box's own frame. */
function rangeOfX(box: Box, turn: Turn, edges: Edges, image: Size): Range {
  const {cos, sin} = turn;
  return intersect(
    [edges.top, edges.bottom].flatMap((y) => [
      solve(cos, box.x - y * sin, image.width),
      solve(sin, box.y + y * cos, image.height),
    ]),
  );
}

/** Where a side that runs along the width may go, in the box's own frame. */
function rangeOfY(box: Box, turn: Turn, edges: Edges, image: Size): Range {
  const {cos, sin} = turn;
  return intersect(
    [edges.left, edges.right].flatMap((x) => [
      solve(-sin, box.x + x * cos, image.width),
      solve(cos, box.y + x * sin, image.height),
    ]),
  );
}

/** The `s` for which `0 <= offset + slope * s <= extent`. */
function solve(slope: number, offset: number, extent: number): Range {
  if (Math.abs(slope) < 1e-12) return [-Infinity, Infinity];
  const a = -offset / slope;
  const b = (extent - offset) / slope;
  return a < b ? [a, b] : [b, a];
}

function intersect(ranges: readonly Range[]): Range {
  let low = -Infinity;
  let high = Infinity;
  for (const [from, to] of ranges) {
    low = Math.max(low, from);
    high = Math.min(high, to);
  }
  return [low, high];
}
