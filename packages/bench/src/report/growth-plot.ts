import type {BenchRecord} from '../record.js';
import {median} from '../statistics.js';
import {labelOf} from '../subjects.js';

import {logAxis} from './log-axis.js';
import {OTHER_MARK, PLOT_STYLE, SUBJECT_MARKS} from './plot-style.js';

interface PanelWanted {
  readonly title: string;
  readonly measurement: string;
  readonly subtopic: string;
  readonly metric: string;
}

const scalePanel = (
  title: string,
  subtopic: string,
  metric: string,
): PanelWanted => ({title, measurement: 'scale', subtopic, metric});

const PANELS: readonly PanelWanted[] = [
  {
    title: 'State update (CPU µs)',
    measurement: 'state-update',
    subtopic: 'one region of many',
    metric: 'update, CPU',
  },
  scalePanel('Boxes: display (ms)', 'boxes', 'display: wall'),
  scalePanel('Text: display (ms)', 'text', 'display: wall'),
  scalePanel('Boxes: select (CPU ms)', 'boxes', 'select: CPU'),
  scalePanel('Text: select (CPU ms)', 'text', 'select: CPU'),
  scalePanel('Boxes: drag (CPU ms a move)', 'boxes', 'drag: CPU per move'),
  scalePanel('Boxes: elements', 'boxes', 'elements'),
  scalePanel('Text: elements', 'text', 'elements'),
  scalePanel('Boxes: heap (MB)', 'boxes', 'heap'),
];

const COLUMNS = 3;
const PANEL = {width: 320, height: 250};
const INSET = {left: 52, right: 16, top: 34, bottom: 34};
const LEGEND_HEIGHT = 40;
/** Room for the mark of a name in the legend, and for each of its letters. */
const LEGEND_ROOM = {mark: 56, letter: 6.6};

interface Curve {
  readonly subject: string;
  readonly points: readonly {readonly x: number; readonly y: number}[];
}

/**
 * Returns the growth curves as one SVG document that needs nothing else and
 * follows the reader's light or dark scheme. Both axes are logarithmic: a
 * straight line is a power of N, a level one does not grow.
 */
export function growthPlot(records: readonly BenchRecord[]): string {
  const panels = PANELS.map((panel) => ({
    title: panel.title,
    curves: curvesOf(records, panel),
  })).filter(({curves}) => curves.length > 0);
  const subjects = new Set(
    panels.flatMap(({curves}) => curves.map(({subject}) => subject)),
  );
  const rows = Math.ceil(panels.length / COLUMNS);
  const width = COLUMNS * PANEL.width;
  const height = LEGEND_HEIGHT + rows * PANEL.height;
  const drawn = panels.map(({title, curves}, index) => {
    const x = (index % COLUMNS) * PANEL.width;
    const y = LEGEND_HEIGHT + Math.floor(index / COLUMNS) * PANEL.height;
    return `<g transform="translate(${x} ${y})">${drawPanel(title, curves)}</g>`;
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" ` +
    `width="${width}" height="${height}" role="img" ` +
    'aria-label="Growth curves over the number of regions, both axes logarithmic">' +
    `<style>${PLOT_STYLE}</style>` +
    `<rect class="page" width="${width}" height="${height}"/>` +
    drawLegend([...subjects]) +
    drawn.join('') +
    '</svg>\n'
  );
}

function curvesOf(
  records: readonly BenchRecord[],
  {measurement, subtopic, metric}: PanelWanted,
): readonly Curve[] {
  const curves = new Map<string, {x: number; y: number}[]>();
  for (const record of records) {
    if (record.measurement !== measurement || record.size === null) continue;
    if (record.subtopic !== subtopic || record.metric !== metric) continue;
    const y = median(record.samples);
    if (!(y > 0)) continue;
    const points = curves.get(record.subject) ?? [];
    points.push({x: record.size, y});
    curves.set(record.subject, points);
  }
  return [...curves].map(([subject, points]) => ({subject, points}));
}

function drawPanel(title: string, curves: readonly Curve[]): string {
  const points = curves.flatMap((curve) => curve.points);
  const xAxis = logAxis(
    points.map(({x}) => x),
    [INSET.left, PANEL.width - INSET.right],
  );
  const yAxis = logAxis(
    points.map(({y}) => y),
    [PANEL.height - INSET.bottom, INSET.top],
  );
  const vertical = xAxis.ticks.map(
    (tick) =>
      `<path class="grid" d="M${xAxis.place(tick)} ${INSET.top}V${PANEL.height - INSET.bottom}"/>` +
      `<text class="tick" text-anchor="middle" x="${xAxis.place(tick)}" y="${PANEL.height - INSET.bottom + 16}">${tickText(tick)}</text>`,
  );
  const horizontal = yAxis.ticks.map(
    (tick) =>
      `<path class="grid" d="M${INSET.left} ${yAxis.place(tick)}H${PANEL.width - INSET.right}"/>` +
      `<text class="tick" text-anchor="end" x="${INSET.left - 6}" y="${yAxis.place(tick) + 4}">${tickText(tick)}</text>`,
  );
  const lines = curves.map(({subject, points: ofCurve}) => {
    const places = ofCurve.map(
      ({x, y}) => [xAxis.place(x), yAxis.place(y)] as const,
    );
    const path = places.map((place) => place.join(' ')).join('L');
    const marks = places.map((place) => drawMark(subject, place));
    return `<g class="${subject}"><path class="line" d="M${path}"/>${marks.join('')}</g>`;
  });
  return (
    `<text class="title" x="${INSET.left}" y="20">${title}</text>` +
    [...vertical, ...horizontal, ...lines].join('')
  );
}

function drawLegend(subjects: readonly string[]): string {
  let x = INSET.left;
  return subjects
    .map((subject) => {
      const label = labelOf(subject);
      const entry =
        `<g class="${subject}"><path class="line" d="M${x} 22h28"/>` +
        drawMark(subject, [x + 14, 22]) +
        `<text class="name" x="${x + 36}" y="26">${label}</text></g>`;
      x += Math.round(LEGEND_ROOM.mark + label.length * LEGEND_ROOM.letter);
      return entry;
    })
    .join('');
}

function drawMark(subject: string, [x, y]: readonly [number, number]): string {
  const path = SUBJECT_MARKS[subject] ?? OTHER_MARK;
  return `<path class="mark" transform="translate(${x} ${y})" d="${path}"/>`;
}

function tickText(value: number): string {
  if (value >= 1000) return `${value / 1000}k`;
  return String(value);
}
