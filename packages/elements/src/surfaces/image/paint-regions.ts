import {centerOf, cornersOf, isUpright} from './box.js';
import type {Box} from './box.js';
import type {Bounds, Point} from './geometry.js';
import type {RegionEntry} from './region-index.js';
import type {PaintTheme, RegionStyle} from './region-style.js';
import {MIN_KEY_POINT_PX, outlineOf} from './shape.js';
import type {PlacedShape} from './shape.js';
import {mapBounds, mapPoint} from './viewport.js';
import type {Matrix} from './viewport.js';

/** Canvas and how image pixels become its device pixels. */
export interface Brush {
  /** Where to draw, device pixels. */
  readonly context: CanvasRenderingContext2D;
  /** From image pixels to device pixels. */
  readonly matrix: Matrix;
  /** Device pixels a CSS pixel. */
  readonly ratio: number;
  /** Colors. */
  readonly theme: PaintTheme;
}

/** Paints regions in the order given. */
export function paintEntries(
  brush: Brush,
  entries: readonly RegionEntry[],
  isLeftOut: (id: string) => boolean,
): void {
  for (const entry of entries) {
    if (!isLeftOut(entry.id)) paintShape(brush, entry, entry.style);
  }
}

/** Paints one shape as regions look that nobody points at. */
export function paintShape(
  brush: Brush,
  placed: PlacedShape,
  style: RegionStyle,
): void {
  const {context, ratio, theme} = brush;
  const width = lineWidth(style.strokeWidth, ratio);
  if (!theme.isForced && style.fillOpacity > 0) {
    context.globalAlpha = style.fillOpacity;
    context.fillStyle = style.fill;
    fillShape(brush, placed);
    context.globalAlpha = 1;
  }
  if (theme.isForced) {
    context.strokeStyle = theme.halo;
    strokeShape(brush, placed, width + 2 * Math.round(ratio));
  }
  context.strokeStyle = theme.isForced ? theme.outline : style.stroke;
  strokeShape(brush, placed, width);
}

/** Paints one shape as regions look that are selected or pointed at. */
export function paintRaised(
  brush: Brush,
  placed: PlacedShape,
  style: RegionStyle,
  isSelected: boolean,
): void {
  const {context, ratio, theme} = brush;
  const width = lineWidth(style.strokeWidth + 1, ratio);
  if (!theme.isForced) {
    context.globalAlpha = Math.min(1, style.fillOpacity + 0.15);
    context.fillStyle = style.fill;
    fillShape(brush, placed);
    context.globalAlpha = 1;
  }
  if (isSelected) {
    context.strokeStyle = theme.halo;
    strokeShape(brush, placed, width + 2 * Math.round(ratio));
  }
  context.strokeStyle = theme.isForced ? theme.highlight : style.stroke;
  strokeShape(brush, placed, width);
}

/** Paints the frame that selects what it meets. */
export function paintBand(brush: Brush, bounds: Bounds, color: string): void {
  const {context, ratio} = brush;
  const {minX, minY, maxX, maxY} = mapBounds(brush.matrix, bounds);
  context.save();
  context.strokeStyle = color;
  context.fillStyle = color;
  context.lineWidth = Math.max(1, Math.round(ratio));
  context.globalAlpha = 0.12;
  context.fillRect(minX, minY, maxX - minX, maxY - minY);
  context.globalAlpha = 1;
  context.setLineDash([4 * ratio, 3 * ratio]);
  context.strokeRect(minX, minY, maxX - minX, maxY - minY);
  context.restore();
}

/** Paints a cross through a point, from side to side of the stage. */
export function paintCrosshair(
  brush: Brush,
  point: Point,
  color: string,
): void {
  const {context, ratio, theme} = brush;
  const {x, y} = mapPoint(brush.matrix, point);
  const {width, height} = context.canvas;
  const line = Math.max(1, Math.round(ratio));
  context.globalAlpha = theme.isForced ? 1 : 0.5;
  context.fillStyle = theme.halo;
  context.fillRect(Math.round(x) - line, 0, 3 * line, height);
  context.fillRect(0, Math.round(y) - line, width, 3 * line);
  context.globalAlpha = 1;
  context.fillStyle = theme.isForced ? theme.highlight : color;
  context.fillRect(Math.round(x), 0, line, height);
  context.fillRect(0, Math.round(y), width, line);
}

/** Paints a region's labels above its topmost corner, inside of the stage. */
export function paintLabel(
  brush: Brush,
  box: Box,
  text: string,
  style: RegionStyle,
): void {
  const {context, ratio, theme} = brush;
  const corner = topmost(
    cornersOf(box).map((at) => mapPoint(brush.matrix, at)),
  );
  context.font = `${String(12 * ratio)}px system-ui, sans-serif`;
  context.textBaseline = 'middle';
  const height = 18 * ratio;
  const width = context.measureText(text).width + 10 * ratio;
  const {canvas} = context;
  const x = Math.max(0, Math.min(corner.x, canvas.width - width));
  const y = Math.max(0, corner.y - height - 3 * ratio);
  context.fillStyle = theme.isForced ? theme.halo : 'rgb(20 24 32 / 88%)';
  context.fillRect(x, y, width, height);
  context.fillStyle = theme.isForced ? theme.highlight : style.stroke;
  context.fillRect(x, y, 3 * ratio, height);
  context.fillStyle = theme.isForced ? theme.outline : 'white';
  context.fillText(text, x + 6 * ratio, y + height / 2);
}

/** Returns how wide a line is that lies on whole device pixels. */
export function lineWidth(cssPixels: number, ratio: number): number {
  return Math.max(1, Math.round(cssPixels * ratio));
}

/** Fills a shape with the style in hand. */
export function fillShape(brush: Brush, placed: PlacedShape): void {
  const {context, matrix} = brush;
  const {box, shape} = placed;
  if (shape.kind !== 'rectangle' || !isUpright(box)) {
    traceShape(brush, placed);
    context.fill();
    return;
  }
  const x = box.x * matrix.a + box.y * matrix.c + matrix.e;
  const y = box.x * matrix.b + box.y * matrix.d + matrix.f;
  const width = box.width * matrix.a + box.height * matrix.c;
  const height = box.width * matrix.b + box.height * matrix.d;
  context.fillRect(x, y, width, height);
}

/**
 * Draws the outline of a shape. Upright ones lie on whole device pixels, so
 * that they are sharp.
 */
export function strokeShape(
  brush: Brush,
  placed: PlacedShape,
  width: number,
): void {
  const {context, matrix} = brush;
  const {box, shape} = placed;
  context.lineWidth = width;
  if (shape.kind !== 'rectangle' || !isUpright(box)) {
    traceShape(brush, placed);
    context.stroke();
    return;
  }
  const left = box.x * matrix.a + box.y * matrix.c + matrix.e;
  const top = box.x * matrix.b + box.y * matrix.d + matrix.f;
  const right = left + box.width * matrix.a + box.height * matrix.c;
  const bottom = top + box.width * matrix.b + box.height * matrix.d;
  const half = (width % 2) / 2;
  const x = Math.round(Math.min(left, right)) + half;
  const y = Math.round(Math.min(top, bottom)) + half;
  context.strokeRect(
    x,
    y,
    Math.round(Math.max(left, right)) + half - x,
    Math.round(Math.max(top, bottom)) + half - y,
  );
}

/** Makes the outline of a shape the path in hand. */
export function traceShape(brush: Brush, placed: PlacedShape): void {
  const {box, shape} = placed;
  brush.context.beginPath();
  switch (shape.kind) {
    case 'rectangle':
      traceCorners(brush, cornersOf(box), true);
      break;
    case 'polygon':
      traceCorners(brush, outlineOf(placed), shape.isClosed);
      break;
    case 'ellipse':
      traceEllipse(brush, box);
      break;
    case 'keypoint':
      traceKeyPoint(brush, box);
  }
}

function traceCorners(
  {context, matrix}: Brush,
  corners: readonly Point[],
  isClosed: boolean,
): void {
  for (const corner of corners) {
    const {x, y} = mapPoint(matrix, corner);
    context.lineTo(x, y);
  }
  if (isClosed) context.closePath();
}

function traceEllipse({context, matrix}: Brush, box: Box): void {
  const {x, y} = mapPoint(matrix, centerOf(box));
  const scale = Math.hypot(matrix.a, matrix.b);
  const turn = Math.atan2(matrix.b, matrix.a) + (box.rotation * Math.PI) / 180;
  const radiusX = (box.width / 2) * scale;
  const radiusY = (box.height / 2) * scale;
  context.ellipse(x, y, radiusX, radiusY, turn, 0, 2 * Math.PI);
}

/** However small the point is, people must be able to see it. */
function traceKeyPoint({context, matrix, ratio}: Brush, box: Box): void {
  const {x, y} = mapPoint(matrix, centerOf(box));
  const radius = (box.width / 2) * Math.hypot(matrix.a, matrix.b);
  const seen = Math.max(MIN_KEY_POINT_PX * ratio, radius);
  context.arc(x, y, seen, 0, 2 * Math.PI);
}

function topmost(points: readonly Point[]): Point {
  return points.reduce((best, point) => (point.y < best.y ? point : best));
}
