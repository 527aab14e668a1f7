import {CanvasLayer} from '../image/canvas-layer.js';
import type {PaintTheme} from '../image/region-style.js';
import {endOf, fitAxis} from '../intervals/axis-view.js';
import type {AxisView} from '../intervals/axis-view.js';
import type {IntervalEntry} from '../intervals/interval.js';

import {placeOf} from './overview-brush.js';
import {paintLine} from './paint-line.js';
import type {LineContent} from './paint-line.js';
import {scaleOf} from './value-scale.js';

/** What an overview shows. */
export interface OverviewContent {
  /** Columns drawn over each other. */
  readonly lines: readonly LineContent[];
  /** Every region. */
  readonly entries: readonly IntervalEntry[];
  /** Colors. */
  readonly theme: PaintTheme;
}

/** Height of an overview, CSS pixels. */
export const OVERVIEW_HEIGHT_PX = 56;

const MARK_PX = 5;
const GRIP_PX = {width: 5, height: 22};

/**
 * The whole of a series in a thin strip: its columns, where its regions are,
 * and which part of it is seen.
 *
 * For pointers only; the keyboard does the same on the stage.
 */
export class SeriesOverview {
  readonly #base = new CanvasLayer('');
  readonly #layer = new CanvasLayer(
    'lsf-time-series__overview htx-timeseries-overview',
  );

  /** The canvas. */
  get element(): HTMLCanvasElement {
    return this.#layer.canvas;
  }

  /** Paints what does not depend on which part is seen. */
  paintContent(content: OverviewContent, view: AxisView): void {
    const {lines, entries, theme} = content;
    const size = {width: view.width, height: OVERVIEW_HEIGHT_PX};
    this.#base.resize(size, devicePixelRatio);
    this.#layer.resize(size, devicePixelRatio);
    const whole = fitAxis(view);
    const place = {top: 6, bottom: OVERVIEW_HEIGHT_PX - MARK_PX - 6};
    this.#base.repaint(null, (context) => {
      context.scale(this.#base.ratio, this.#base.ratio);
      for (const line of lines) {
        const {series, values, options} = line;
        const range = values.extremes.between(0, series.times.length);
        const scale = scaleOf(range, options.dataRange, place);
        const color = theme.isForced ? {color: theme.outline} : {};
        paintLine({context, view: whole, scale, ...color}, line);
      }
      paintMarks(context, whole, entries, theme);
    });
  }

  /** Paints which part is seen, and where one is. */
  paintView(view: AxisView, cursor: number, accent: string): void {
    this.#layer.repaint(null, (context) => {
      const {width, height} = this.#base.canvas;
      if (width > 0 && height > 0) context.drawImage(this.#base.canvas, 0, 0);
      context.scale(this.#layer.ratio, this.#layer.ratio);
      const left = placeOf(view, view.start);
      const right = placeOf(view, endOf(view));
      context.fillStyle = accent;
      context.strokeStyle = accent;
      context.fillRect(
        placeOf(view, cursor) - 0.75,
        0,
        1.5,
        OVERVIEW_HEIGHT_PX,
      );
      context.globalAlpha = 0.14;
      context.fillRect(left, 0, right - left, OVERVIEW_HEIGHT_PX);
      context.globalAlpha = 1;
      context.lineWidth = 1.5;
      context.strokeRect(
        left + 0.75,
        0.75,
        Math.max(2, right - left - 1.5),
        OVERVIEW_HEIGHT_PX - 1.5,
      );
      for (const x of [left, right]) paintGrip(context, x, view.width);
    });
  }
}

function paintMarks(
  context: CanvasRenderingContext2D,
  whole: AxisView,
  entries: readonly IntervalEntry[],
  theme: PaintTheme,
): void {
  for (const {start, end, style} of entries) {
    const left = placeOf(whole, start);
    const length = Math.max(2, placeOf(whole, end) - left);
    context.fillStyle = theme.isForced ? theme.outline : style.stroke;
    context.fillRect(left, OVERVIEW_HEIGHT_PX - MARK_PX, length, MARK_PX);
  }
}

function paintGrip(
  context: CanvasRenderingContext2D,
  x: number,
  width: number,
): void {
  const {width: size, height} = GRIP_PX;
  const left = Math.min(Math.max(0, x - size / 2), width - size);
  context.beginPath();
  context.roundRect(left, (OVERVIEW_HEIGHT_PX - height) / 2, size, height, 2);
  context.fill();
}
