import {line, symbol} from 'd3-shape';

import {endOf, toPx} from '../intervals/axis-view.js';
import type {AxisView} from '../intervals/axis-view.js';

import {curveOf, symbolOf} from './curves.js';
import type {ChannelOptions} from './plot-options.js';
import type {Series, SeriesValues} from './series.js';
import {toHeight} from './value-scale.js';
import type {ValueScale} from './value-scale.js';

/** One column, ready to be drawn. */
export interface LineContent {
  /** Times. */
  readonly series: Series;
  /** Values at them. */
  readonly values: SeriesValues;
  /** What it looks like. */
  readonly options: ChannelOptions;
}

/** What a line is drawn with, in CSS pixels. */
export interface LineBrush {
  /** Where to draw, scaled to CSS pixels. */
  readonly context: CanvasRenderingContext2D;
  /** Where times lie. */
  readonly view: AxisView;
  /** Where values lie. */
  readonly scale: ValueScale;
  /** CSS color of the line, instead of the channel's. */
  readonly color?: string;
  /** Lengths of dashes and of what is between them. */
  readonly dash?: readonly number[];
}

/** More values than this for a pixel are drawn by their extremes. */
const MAX_DENSITY = 2;
/** Marks are drawn where they are this far apart at least, times their size. */
const MARKER_ROOM = 1.5;

/**
 * Draws the part of a column that is seen.
 *
 * Where there are many values to a pixel, each pixel gets a line from the
 * least to the largest of its values: what is drawn depends on the width of
 * the plot and not on how many values there are.
 */
export function paintLine(brush: LineBrush, content: LineContent): void {
  const {context, view, color, dash = []} = brush;
  const {series, options} = content;
  const from = Math.max(0, series.placeFrom(view.start) - 1);
  const to = Math.min(series.times.length, series.placeFrom(endOf(view)) + 2);
  context.save();
  context.lineWidth = options.strokeWidth;
  context.lineJoin = 'round';
  context.strokeStyle = color ?? options.stroke;
  context.setLineDash([...dash]);
  context.beginPath();
  if (to - from > view.width * MAX_DENSITY) traceDense(brush, content);
  else traceAll(brush, content, from, to);
  context.stroke();
  context.restore();
}

/** Returns the places of what has a value, from one to before another. */
function placesOf(
  {values}: SeriesValues,
  from: number,
  to: number,
): readonly number[] {
  const places: number[] = [];
  for (let place = from; place < to; place += 1) {
    if (Number.isFinite(values[place])) places.push(place);
  }
  return places;
}

function traceAll(
  brush: LineBrush,
  content: LineContent,
  from: number,
  to: number,
): void {
  const {context, view, scale} = brush;
  const {series, values, options} = content;
  const places = placesOf(values, from, to);
  const x = (place: number): number => toPx(view, series.timeAt(place));
  const y = (place: number): number =>
    toHeight(scale, values.values[place] ?? NaN);
  line<number>()
    .x(x)
    .y(y)
    .curve(curveOf(options.interpolation))
    .context(context)(places);
  if (places.length === 1) {
    const [only = 0] = places;
    context.moveTo(x(only) - 2, y(only));
    context.lineTo(x(only) + 2, y(only));
  }
  const room = options.markerSize * MARKER_ROOM;
  if (options.markerSize === 0 || places.length * room > view.width) return;
  context.stroke();
  context.setLineDash([]);
  context.fillStyle = brush.color ?? options.markerColor;
  const mark = symbol(symbolOf(options.markerSymbol), options.markerSize ** 2);
  for (const place of places) {
    context.save();
    context.translate(x(place), y(place));
    context.beginPath();
    mark.context(context)();
    context.fill();
    context.restore();
  }
  context.beginPath();
}

function traceDense(brush: LineBrush, content: LineContent): void {
  const {context, view, scale} = brush;
  const {series, values} = content;
  const columns = Math.ceil(view.width);
  let from = series.placeFrom(view.start);
  for (let column = 0; column < columns; column += 1) {
    const to = series.placeFrom(view.start + (column + 1) / view.scale);
    const [min, max] = values.extremes.between(from, to);
    if (min <= max) {
      const first = values.values[from] ?? NaN;
      const last = values.values[to - 1] ?? NaN;
      const x = column + 0.5;
      if (Number.isFinite(first)) context.lineTo(x, toHeight(scale, first));
      context.lineTo(x, toHeight(scale, min));
      context.lineTo(x, toHeight(scale, max));
      if (Number.isFinite(last)) context.lineTo(x, toHeight(scale, last));
    }
    from = to;
  }
}
