import {html, nothing, svg} from 'lit';
import type {SVGTemplateResult, TemplateResult} from 'lit';

import type {PlotOutput} from '@ls-annotation/operators';

import {plotNumber, plotShape} from './plot-shape.js';
import type {PlotPoint, PlotShape, ShapedSeries} from './plot-shape.js';
import {renderTable} from './render-table.js';

const WIDTH = 480;
const HEIGHT = 220;
const LEFT = 52;
const RIGHT = 12;
const TOP = 10;
const BOTTOM = 40;
const SERIES_COLORS = 6;
const MAX_NAMES = 12;
const DASHES = ['', '6 3', '2 3', '8 3 2 3', '4 4', '1 4'];

/**
 * Draws a plot as a picture with a table of the same numbers below, for those
 * who cannot see it or want to know exactly.
 */
export function renderPlot(plot: PlotOutput): TemplateResult {
  const shape = plotShape(plot);
  return html`
    <svg
      class="plot"
      part="plot"
      viewBox="0 0 ${WIDTH} ${HEIGHT}"
      role="img"
      aria-label=${plotLabel(plot, shape)}
    >
      ${renderAxes(plot, shape)}
      ${shape.series.map((one, index) =>
        renderSeries(plot, shape, {one, index}),
      )}
    </svg>
    ${shape.series.length > 1 ? renderLegend(shape.series) : nothing}
    <details>
      <summary>Numbers</summary>
      ${renderTable(plotTable(plot, shape), `Numbers of ${titleOf(plot)}`)}
    </details>
  `;
}

function titleOf({title, kind}: PlotOutput): string {
  return title ?? `the ${kind} plot`;
}

function plotLabel(plot: PlotOutput, {series, yDomain}: PlotShape): string {
  const count = series.reduce((sum, {points}) => sum + points.length, 0);
  const [low, high] = yDomain;
  return `${titleOf(plot)}: ${count} values between ${plotNumber(low)} and ${plotNumber(high)}. The numbers are in the table below.`;
}

function xOf({xDomain: [from, to]}: PlotShape, x: number): number {
  return LEFT + ((x - from) / (to - from)) * (WIDTH - LEFT - RIGHT);
}

function yOf({yDomain: [from, to]}: PlotShape, y: number): number {
  return HEIGHT - BOTTOM - ((y - from) / (to - from)) * (HEIGHT - TOP - BOTTOM);
}

function renderAxes(plot: PlotOutput, shape: PlotShape): SVGTemplateResult {
  const bottom = HEIGHT - BOTTOM;
  const every = Math.ceil((shape.categories?.length ?? 0) / MAX_NAMES);
  return svg`
    ${shape.yTicks.map(
      (tick) => svg`
        <line class="grid" x1=${LEFT} x2=${WIDTH - RIGHT}
          y1=${yOf(shape, tick)} y2=${yOf(shape, tick)}></line>
        <text x=${LEFT - 6} y=${yOf(shape, tick)} text-anchor="end"
          dominant-baseline="middle">${plotNumber(tick)}</text>`,
    )}
    ${shape.xTicks.map(
      (tick) => svg`<text x=${xOf(shape, tick)} y=${bottom + 14}
        text-anchor="middle">${plotNumber(tick)}</text>`,
    )}
    ${shape.categories?.map((name, index) =>
      index % every === 0
        ? svg`<text x=${xOf(shape, index)} y=${bottom + 14}
            text-anchor="middle">${shortened(name)}</text>`
        : nothing,
    )}
    <line class="axis" x1=${LEFT} x2=${WIDTH - RIGHT} y1=${bottom} y2=${bottom}></line>
    ${
      plot.xLabel
        ? svg`<text x=${(LEFT + WIDTH - RIGHT) / 2} y=${HEIGHT - 6}
            text-anchor="middle">${plot.xLabel}</text>`
        : nothing
    }
    ${
      plot.yLabel
        ? svg`<text x=${-(TOP + bottom) / 2} y="11" transform="rotate(-90)"
            text-anchor="middle">${plot.yLabel}</text>`
        : nothing
    }`;
}

const MAX_NAME_LENGTH = 10;

function shortened(name: string): string {
  return name.length > MAX_NAME_LENGTH
    ? `${name.slice(0, MAX_NAME_LENGTH - 1)}…`
    : name;
}

interface Placed {
  readonly one: ShapedSeries;
  readonly index: number;
}

function renderSeries(
  {kind}: PlotOutput,
  shape: PlotShape,
  {one, index}: Placed,
): SVGTemplateResult {
  const {points} = one;
  return svg`<g .style=${tone(index)}>
    ${
      kind === 'line'
        ? svg`<path class="line" stroke-dasharray=${dash(index)} d=${lineOf(shape, points)}></path>`
        : nothing
    }
    ${
      kind === 'bar' || kind === 'histogram'
        ? points.map((point) => renderBar(shape, point, index))
        : nothing
    }
    ${
      kind === 'scatter' || points.length === 1
        ? points.map(
            ({x, y}) =>
              svg`<circle class="dot" cx=${xOf(shape, x)} cy=${yOf(shape, y)} r="3"></circle>`,
          )
        : nothing
    }
  </g>`;
}

function renderBar(
  shape: PlotShape,
  {x, x1, y}: PlotPoint,
  index: number,
): SVGTemplateResult {
  const count = shape.series.length;
  const isRange = x1 > x;
  const from = xOf(shape, isRange ? x : x - 0.4);
  const to = xOf(shape, isRange ? x1 : x + 0.4);
  const width = (to - from) / count;
  const top = yOf(shape, Math.max(0, y));
  const height = Math.abs(yOf(shape, y) - yOf(shape, 0));
  return svg`<rect class="bar" x=${from + index * width + 0.5} y=${top}
    width=${Math.max(1, width - 1)} height=${height}></rect>`;
}

function lineOf(shape: PlotShape, points: readonly PlotPoint[]): string {
  return points
    .map(({x, y}, index) => {
      const command = index === 0 ? 'M' : 'L';
      return `${command}${xOf(shape, x).toFixed(1)} ${yOf(shape, y).toFixed(1)}`;
    })
    .join('');
}

function renderLegend(series: readonly ShapedSeries[]): TemplateResult {
  return html`<ul class="legend">
    ${series.map(
      ({name}, index) =>
        html`<li>
          <svg viewBox="0 0 20 8" aria-hidden="true" .style=${tone(index)}>
            <path class="line" stroke-dasharray=${dash(index)} d="M0 4H20" />
          </svg>
          ${name || `Series ${index + 1}`}
        </li>`,
    )}
  </ul>`;
}

/** As a property: a page's policy may forbid the attribute. */
function tone(index: number): string {
  return `--_tone: var(--_series-${index % SERIES_COLORS})`;
}

function dash(index: number): string | typeof nothing {
  return DASHES[index % DASHES.length] || nothing;
}

function plotTable(plot: PlotOutput, {series}: PlotShape) {
  const hasNames = series.length > 1;
  return {
    columns: [
      ...(hasNames ? [{name: 'series', title: 'Series'}] : []),
      {name: 'x', title: plot.xLabel ?? 'x'},
      {
        name: 'y',
        title: plot.yLabel ?? (plot.kind === 'histogram' ? 'Count' : 'y'),
      },
    ],
    rows: series.flatMap(({name, points}, index) =>
      points.map((point) => ({
        series: name || `Series ${index + 1}`,
        x: point.name,
        y: point.y,
      })),
    ),
  };
}
