import type {PaintTheme} from '../image/region-style.js';
import type {RegionStyle} from '../labels/region-looks.js';

import {toPx} from './axis-view.js';
import type {AxisView} from './axis-view.js';
import type {IntervalEntry, Span} from './interval.js';

/** A horizontal band that spans lie in, CSS pixels from the top. */
export interface LaneBox {
  /** Upper edge. */
  readonly top: number;
  /** Extent downwards. */
  readonly height: number;
}

/** What spans are painted with, in CSS pixels. */
export interface IntervalBrush {
  /** Where to draw, scaled to CSS pixels. */
  readonly context: CanvasRenderingContext2D;
  /** Where values lie. */
  readonly view: AxisView;
  /** Colors. */
  readonly theme: PaintTheme;
  /** Color of what is no region. */
  readonly accent: string;
  /** Returns where a lane is, `null` for all lanes together. */
  readonly laneBox: (lane: number | null) => LaneBox;
}

/** Narrower spans than this have no edges of their own, CSS pixels. */
const MIN_EDGED_PX = 4;
/** More spans than this at a time are painted without edges. */
const MAX_EDGED = 1500;
const GRIP_PX = {width: 4, height: 18};
/** Height of a label, CSS pixels. */
export const LABEL_PX = 18;
const LABEL_FONT = '12px system-ui, sans-serif';

/** Paints regions in the order given. */
export function paintEntries(
  brush: IntervalBrush,
  entries: readonly IntervalEntry[],
): void {
  const hasEdges = entries.length <= MAX_EDGED;
  for (const entry of entries) {
    paintSpan(brush, entry, entry.style, {extraOpacity: 0, hasEdges});
  }
}

/** Paints a region that is selected or pointed at. */
export function paintRaisedSpan(
  brush: IntervalBrush,
  span: Span,
  style: RegionStyle,
  isSelected: boolean,
): void {
  paintSpan(brush, span, style, {extraOpacity: 0.2, hasEdges: true});
  if (!isSelected) return;
  const {context, theme} = brush;
  const {left, top, width, height} = placeOf(brush, span);
  context.lineWidth = 2;
  context.strokeStyle = theme.isForced ? theme.highlight : style.stroke;
  context.strokeRect(left + 1, top + 1, Math.max(1, width - 2), height - 2);
}

/** Paints what the ends of a selected region are pulled by. */
export function paintGrips(
  brush: IntervalBrush,
  span: Span,
  style: RegionStyle,
): void {
  const {context, theme} = brush;
  const {left, top, width, height} = placeOf(brush, span);
  const edges = width < 1 ? [left] : [left, left + width];
  for (const x of edges) {
    const box = [
      x - GRIP_PX.width / 2,
      top + height / 2 - GRIP_PX.height / 2,
      GRIP_PX.width,
      GRIP_PX.height,
    ] as const;
    context.beginPath();
    context.roundRect(...box, 2);
    context.fillStyle = theme.isForced ? theme.highlight : style.stroke;
    context.fill();
    context.lineWidth = 1.5;
    context.strokeStyle = theme.halo;
    context.stroke();
  }
}

/** Paints a span that is chosen or drawn and is no region yet. */
export function paintDraft(
  brush: IntervalBrush,
  span: Span,
  style: RegionStyle | null,
): void {
  const {context, theme, accent} = brush;
  const {left, top, width, height} = placeOf(brush, span);
  const color = theme.isForced ? theme.highlight : (style?.stroke ?? accent);
  context.save();
  context.fillStyle = color;
  context.globalAlpha = theme.isForced ? 0 : 0.22;
  context.fillRect(left, top, width, height);
  context.globalAlpha = 1;
  context.strokeStyle = color;
  context.lineWidth = 1.5;
  context.setLineDash([4, 3]);
  context.strokeRect(left, top + 1, width, height - 2);
  context.restore();
}

/** Paints the line that says where one is. */
export function paintCursor(
  {context, view, theme, accent}: IntervalBrush,
  value: number,
  height: number,
  width = 2,
  color = accent,
): void {
  const x = toPx(view, value);
  if (x < -width || x > view.width + width) return;
  context.fillStyle = theme.halo;
  context.globalAlpha = 0.6;
  context.fillRect(x - width / 2 - 1, 0, width + 2, height);
  context.globalAlpha = 1;
  context.fillStyle = theme.isForced ? theme.highlight : color;
  context.fillRect(x - width / 2, 0, width, height);
}

/** Paints a region's labels at the top of it. */
export function paintSpanLabel(
  brush: IntervalBrush,
  span: Span,
  text: string,
  style: RegionStyle,
): void {
  const label = labelOf(brush, span, text, style);
  if (label) paintLabel(brush, label, placeOf(brush, span).top);
}

/** A label, and where it goes from left to right, CSS pixels. */
export interface SpanLabel {
  /** Left edge. */
  readonly x: number;
  /** Extent to the right. */
  readonly width: number;
  /** What it says. */
  readonly text: string;
  /** How its region looks. */
  readonly style: RegionStyle;
}

/** Returns the label of a span, `null` when the span is not in sight. */
export function labelOf(
  brush: IntervalBrush,
  span: Span,
  text: string,
  style: RegionStyle,
): SpanLabel | null {
  const {context, view} = brush;
  const {left, width: spanWidth} = placeOf(brush, span);
  if (left + spanWidth < 0 || left > view.width) return null;
  context.font = LABEL_FONT;
  const width = context.measureText(text).width + 10;
  const x = Math.max(0, Math.min(left, view.width - width));
  return {x, width, text, style};
}

/** Paints a label at a height, CSS pixels from the top. */
export function paintLabel(
  {context, theme}: IntervalBrush,
  {x, width, text, style}: SpanLabel,
  top: number,
): void {
  context.font = LABEL_FONT;
  context.textBaseline = 'middle';
  context.fillStyle = theme.isForced ? theme.halo : 'rgb(20 24 32 / 88%)';
  context.fillRect(x, top, width, LABEL_PX);
  context.fillStyle = theme.isForced ? theme.highlight : style.stroke;
  context.fillRect(x, top, 3, LABEL_PX);
  context.fillStyle = theme.isForced ? theme.outline : 'white';
  context.fillText(text, x + 6, top + LABEL_PX / 2);
}

interface SpanPaint {
  readonly extraOpacity: number;
  readonly hasEdges: boolean;
}

function paintSpan(
  brush: IntervalBrush,
  span: Span,
  style: RegionStyle,
  {extraOpacity, hasEdges}: SpanPaint,
): void {
  const {context, theme} = brush;
  const {left, top, width, height} = placeOf(brush, span);
  const stroke = theme.isForced ? theme.outline : style.stroke;
  if (width < MIN_EDGED_PX) {
    context.fillStyle = stroke;
    context.fillRect(left, top, Math.max(1.5, width), height);
    return;
  }
  if (!theme.isForced) {
    context.globalAlpha = Math.min(1, style.fillOpacity + extraOpacity);
    context.fillStyle = style.fill;
    context.fillRect(left, top, width, height);
    context.globalAlpha = 1;
  }
  if (!hasEdges) return;
  context.fillStyle = stroke;
  const edge = Math.max(1, style.strokeWidth);
  context.fillRect(left, top, edge, height);
  context.fillRect(left + width - edge, top, edge, height);
}

/**
 * Returns where a span lies, CSS pixels. Far ends outside of the strip are
 * cut, for canvases are exact only so far.
 */
export function placeOf(
  {view, laneBox}: IntervalBrush,
  {start, end, lane}: Span,
): {left: number; width: number} & LaneBox {
  const beyond = 4;
  const left = Math.max(-beyond, toPx(view, start));
  const right = Math.min(view.width + beyond, toPx(view, end));
  return {left, width: Math.max(0, right - left), ...laneBox(lane)};
}
