import {element} from '../dom/element.js';
import {CanvasLayer} from '../image/canvas-layer.js';
import type {PaintTheme} from '../image/region-style.js';
import {endOf, toPx} from '../intervals/axis-view.js';
import type {AxisView} from '../intervals/axis-view.js';
import type {LaneBox} from '../intervals/paint-intervals.js';

import {paintLine} from './paint-line.js';
import type {ChannelOptions, PlotOptions} from './plot-options.js';
import {noSuchColumn} from './series-table.js';
import type {Series, SeriesValues} from './series.js';
import {timeSeriesStrings} from './time-series-strings.js';
import {marksOf, scaleOf} from './value-scale.js';
import type {ValueScale} from './value-scale.js';

/** What is seen of a stack of plots. */
export interface PlotView {
  /** Which part of the axis. */
  readonly axis: AxisView;
  /** Marks along the axis. */
  readonly marks: readonly number[];
  /** Colors. */
  readonly theme: PaintTheme;
}

interface Channel {
  readonly options: ChannelOptions;
  readonly readout: HTMLElement;
  readonly note: HTMLElement;
  values: SeriesValues | null;
}

interface Plot {
  readonly options: PlotOptions;
  readonly top: number;
  readonly layer: CanvasLayer;
  readonly channels: readonly Channel[];
}

/** Width of what is beside the plots, CSS pixels. */
export const GUTTER_PX = 52;

const FONT = '11px system-ui, sans-serif';
const PADDING_PX = 12;
const DASHES: readonly (readonly number[])[] = [
  [],
  [6, 3],
  [2, 2],
  [8, 3, 2, 3],
];

/**
 * The plots of a series, one below the other, each on a canvas, with their
 * scales beside them and their legends above them.
 */
export class PlotStack {
  /** Canvases of the plots, for the stage. */
  readonly canvases: readonly HTMLCanvasElement[];
  /** Scales on the left; decoration for assistive technology. */
  readonly leftAxis = new CanvasLayer('lsf-time-series__axis');
  /** Scales on the right, of second channels; `null` when there are none. */
  readonly rightAxis: CanvasLayer | null;
  /** Legends and values. */
  readonly legends: HTMLElement;
  /** Extent downwards, CSS pixels. */
  readonly height: number;
  readonly #plots: readonly Plot[];
  #series: Series | null = null;
  #legendHeight = 0;

  constructor(options: readonly PlotOptions[]) {
    let top = 0;
    this.#plots = options.map((plot) => {
      const made = makePlot(plot, top);
      top += plot.height;
      return made;
    });
    this.height = top;
    this.canvases = this.#plots.map(({layer}) => layer.canvas);
    this.legends = element(
      'div',
      {class: 'lsf-time-series__legends'},
      ...this.#plots.map(legendOf),
    );
    const hasRight = this.#plots.some(
      ({channels}) => axisPlace(channels, 1) !== -1,
    );
    this.rightAxis = hasRight ? new CanvasLayer('lsf-time-series__axis') : null;
  }

  /** Where regions lie: below the first legend, over all plots. */
  get regionBox(): LaneBox {
    const top = this.#legendHeight;
    return {top, height: this.height - top};
  }

  /** Every channel that has values. */
  get shown(): readonly {
    readonly options: ChannelOptions;
    readonly values: SeriesValues;
  }[] {
    return this.#channels.flatMap(({options, values}) =>
      values ? [{options, values}] : [],
    );
  }

  /**
   * Shows another series.
   *
   * @returns Words about what cannot be shown of it.
   */
  open(series: Series): readonly string[] {
    this.#series = series;
    return this.#channels.flatMap((channel) => {
      const problem = openChannel(channel, series);
      return problem === null ? [] : [problem];
    });
  }

  /** Finds out how much room the first legend takes. */
  measure(): void {
    const [legend] = this.legends.children;
    this.#legendHeight = legend?.clientHeight ?? 0;
  }

  /** Draws what is seen. */
  paint(view: PlotView): void {
    const {width} = view.axis;
    const {canvas} = this.leftAxis;
    const axes = {left: this.leftAxis, right: this.rightAxis};
    for (const axis of [axes.left, axes.right]) {
      if (axis) fit(axis, GUTTER_PX, this.height);
    }
    const color = getComputedStyle(canvas).color;
    for (const plot of this.#plots) {
      fit(plot.layer, width, plot.options.height);
      this.#paintPlot(plot, view);
      this.#paintAxis(plot, view, axes.left, 0, color);
      if (axes.right) this.#paintAxis(plot, view, axes.right, 1, color);
    }
  }

  /** Shows the values at a place. */
  showValues(place: number): void {
    for (const channel of this.#channels) {
      const text = valueText(channel, place);
      if (channel.readout.textContent !== text) {
        channel.readout.textContent = text;
      }
    }
  }

  /** Returns the values at a place in words. */
  describe(place: number): string {
    return this.#channels
      .filter(({values}) => values)
      .map(
        (channel) => `${channel.options.legend} ${valueText(channel, place)}`,
      )
      .join(', ');
  }

  get #channels(): readonly Channel[] {
    return this.#plots.flatMap(({channels}) => channels);
  }

  #paintPlot(plot: Plot, view: PlotView): void {
    const series = this.#series;
    const {layer, options, channels} = plot;
    layer.repaint(null, (context) => {
      if (!series) return;
      context.scale(layer.ratio, layer.ratio);
      this.#paintGrid(context, plot, view);
      for (const [index, {options: looks, values}] of channels.entries()) {
        if (!values) continue;
        const {theme} = view;
        const brush = {
          context,
          view: view.axis,
          scale: this.#scaleOf(plot, index, view.axis),
          ...(theme.isForced
            ? {color: theme.outline, dash: DASHES[index % DASHES.length] ?? []}
            : {}),
        };
        paintLine(brush, {series, values, options: looks});
      }
      context.fillStyle = getComputedStyle(layer.canvas).color;
      context.fillRect(0, options.height - 1, view.axis.width, 1);
    });
  }

  #paintGrid(
    context: CanvasRenderingContext2D,
    plot: Plot,
    {axis, marks}: PlotView,
  ): void {
    const {layer, options, channels} = plot;
    if (!options.hasAxis) return;
    context.fillStyle = getComputedStyle(layer.canvas).color;
    for (const mark of marks) {
      const x = Math.round(toPx(axis, mark));
      context.fillRect(x, 0, 1, options.height);
    }
    const index = axisPlace(channels, 0);
    const channel = channels[index];
    if (!channel?.values) return;
    const scale = this.#scaleOf(plot, index, axis);
    for (const {y} of marksOf(scale, channel.options)) {
      context.fillRect(0, Math.round(y), axis.width, 1);
    }
  }

  #paintAxis(
    plot: Plot,
    {axis, theme}: PlotView,
    layer: CanvasLayer,
    side: 0 | 1,
    color: string,
  ): void {
    const index = axisPlace(plot.channels, side);
    const channel = plot.channels[index];
    const part = {
      minX: 0,
      minY: plot.top * layer.ratio,
      maxX: layer.canvas.width,
      maxY: (plot.top + plot.options.height) * layer.ratio,
    };
    layer.repaint(part, (context) => {
      if (!channel?.values) return;
      context.scale(layer.ratio, layer.ratio);
      context.translate(0, plot.top);
      context.font = FONT;
      context.textBaseline = 'middle';
      context.textAlign = side === 0 ? 'right' : 'left';
      const isAlone = plot.channels.length === 1 || theme.isForced;
      const scale = this.#scaleOf(plot, index, axis);
      for (const {y, text} of marksOf(scale, channel.options)) {
        context.fillStyle = isAlone ? color : channel.options.stroke;
        const tick = side === 0 ? GUTTER_PX - 4 : 0;
        context.fillRect(tick, Math.round(y), 4, 1);
        context.fillStyle = color;
        const x = side === 0 ? GUTTER_PX - 8 : 8;
        context.fillText(text, x, y, GUTTER_PX - 10);
      }
    });
  }

  #scaleOf(plot: Plot, index: number, axis: AxisView): ValueScale {
    const channel = plot.channels[index];
    const series = this.#series;
    const place = {
      top: PADDING_PX * 2,
      bottom: plot.options.height - PADDING_PX,
    };
    if (!channel?.values || !series) return scaleOf([0, 1], [0, 1], place);
    const {hasFixedScale, dataRange} = channel.options;
    const from = hasFixedScale ? 0 : series.placeFrom(axis.start);
    const to = hasFixedScale
      ? series.times.length
      : series.placeFrom(endOf(axis)) + 1;
    const {extremes} = channel.values;
    const last = Math.min(series.times.length, Math.max(to, from + 1));
    return scaleOf(extremes.between(from, last), dataRange, place);
  }
}

/** Gives a canvas a size; one that it has costs nothing. */
function fit(layer: CanvasLayer, width: number, height: number): void {
  const ratio = devicePixelRatio;
  const {canvas} = layer;
  const isThere =
    layer.ratio === ratio &&
    canvas.width === Math.max(1, Math.round(width * ratio)) &&
    canvas.height === Math.max(1, Math.round(height * ratio));
  if (!isThere) layer.resize({width, height}, ratio);
}

/**
 * Returns the place of the channel whose scale is on the left (0) or on the
 * right (1), -1 for none.
 */
function axisPlace(
  channels: readonly {readonly options: ChannelOptions}[],
  side: 0 | 1,
): number {
  const scaled = channels.filter(({options}) => options.hasYAxis)[side];
  return scaled ? channels.indexOf(scaled) : -1;
}

function makePlot(options: PlotOptions, top: number): Plot {
  const layer = new CanvasLayer('lsf-time-series__plot');
  layer.canvas.style.blockSize = `${String(options.height)}px`;
  const channels = options.channels.map((channel) => ({
    options: channel,
    readout: element('span', {class: 'lsf-time-series__value'}),
    note: element('span', {class: 'lsf-time-series__note'}),
    values: null,
  }));
  return {options, top, layer, channels};
}

function legendOf({top, channels}: Plot): HTMLElement {
  const legend = element('div', {class: 'lsf-time-series__legend'});
  legend.style.insetBlockStart = `${String(top)}px`;
  for (const {options, readout, note} of channels) {
    const swatch = element('span', {
      class: 'lsf-time-series__swatch',
      attributes: {'aria-hidden': 'true'},
    });
    swatch.style.backgroundColor = options.stroke;
    const name = element('span', {
      class: 'lsf-time-series__name',
      text: options.legend,
    });
    const channel = element('span', {class: 'lsf-time-series__channel'});
    channel.append(swatch, name, readout, note);
    legend.append(channel);
  }
  return legend;
}

function openChannel(channel: Channel, series: Series): string | null {
  const {options, note, readout} = channel;
  channel.values = series.valuesOf(options.column);
  readout.textContent = '';
  note.textContent = '';
  if (!channel.values) {
    note.textContent = timeSeriesStrings.noColumn(options.column);
    return `${noSuchColumn(series.table, options.column)} A <Channel> asks for it.`;
  }
  const [min, max] = channel.values.extremes.between(0, series.times.length);
  if (min <= max) return null;
  note.textContent = timeSeriesStrings.noNumbers;
  return `finds no numbers in the column "${options.column}" that a <Channel> shows.`;
}

/** How far back a value is looked for where a column has none. */
const MAX_LOOK_BACK = 1000;

function valueText({options, values}: Channel, place: number): string {
  if (!values) return '';
  const first = Math.max(0, place - MAX_LOOK_BACK);
  for (let at = place; at >= first; at -= 1) {
    const value = values.values[at] ?? NaN;
    if (!Number.isFinite(value)) continue;
    const shown = options.show(value);
    return options.units === '' ? shown : `${shown} ${options.units}`;
  }
  return '–';
}
