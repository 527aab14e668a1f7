import {format} from 'd3-format';

import {
  attributeFlag,
  attributeNumber,
  attributeText,
  hasAttribute,
} from '@ls-annotation/core';
import type {ConfigTag} from '@ls-annotation/core';

import {badFormat} from './series-time.js';

/** How a column is drawn. */
export interface ChannelOptions {
  /** Name or number of the column. */
  readonly column: string;
  /** What it is called. */
  readonly legend: string;
  /** Unit of its values, `''` for none. */
  readonly units: string;
  /** Returns a value as people read it. */
  readonly show: (value: number) => string;
  /** Whether the config says how values are shown. */
  readonly hasFormat: boolean;
  /** CSS color of the line. */
  readonly stroke: string;
  /** CSS pixels. */
  readonly strokeWidth: number;
  /** Name of a curve, as the documentation writes it. */
  readonly interpolation: string;
  /** CSS pixels; 0 for no marks at the values. */
  readonly markerSize: number;
  /** CSS color of the marks. */
  readonly markerColor: string;
  /** Name of what marks look like. */
  readonly markerSymbol: string;
  /** Whether the scale is that of all values rather than of those seen. */
  readonly hasFixedScale: boolean;
  /** Ends of the scale that the config sets. */
  readonly dataRange: readonly [
    min: number | undefined,
    max: number | undefined,
  ];
  /** Part of the axis to show first, as written; `null` for none. */
  readonly timeRange: readonly [from: string, to: string] | null;
  /** Whether its scale is shown. */
  readonly hasYAxis: boolean;
  /** What is wrong with its attributes. */
  readonly problems: readonly string[];
}

/** Columns that are drawn over each other. */
export interface PlotOptions {
  /** CSS pixels. */
  readonly height: number;
  /** Whether lines are drawn behind the values at the marks of the axis. */
  readonly hasAxis: boolean;
  /** Its columns, the first one lowest. */
  readonly channels: readonly ChannelOptions[];
}

/** Told apart from each other and from both backgrounds. */
const PALETTE = [
  '#3b82d6',
  '#dd6b20',
  '#2f9e44',
  '#d6336c',
  '#7950f2',
  '#0c8599',
  '#a8761f',
  '#6f7785',
];
const MIN_HEIGHT_PX = 40;

/** Returns the plots of a `TimeSeries`, one below the other. */
export function readPlots(tag: ConfigTag): readonly PlotOptions[] {
  let count = 0;
  const channel = (item: ConfigTag, plot: ConfigTag | null): ChannelOptions =>
    readChannel(item, [plot, tag], PALETTE[count++ % PALETTE.length] ?? '');
  const read = (item: ConfigTag): readonly PlotOptions[] => {
    if (item.type === 'channel') {
      const hasAxis = attributeFlag(item, 'showAxis');
      return [
        {height: heightOf(item), hasAxis, channels: [channel(item, null)]},
      ];
    }
    if (item.type !== 'multichannel') return item.children.flatMap(read);
    const channels = item.children
      .filter(({type}) => type === 'channel')
      .map((child) => channel(child, item));
    const hasAxis = attributeFlag(item, 'showAxis');
    return channels.length === 0
      ? []
      : [{height: heightOf(item), hasAxis, channels}];
  };
  return tag.children.flatMap(read);
}

function readChannel(
  tag: ConfigTag,
  around: readonly (ConfigTag | null)[],
  fallbackColor: string,
): ChannelOptions {
  const column = attributeText(tag, 'column');
  const stroke = colorOf(tag, 'strokeColor', fallbackColor);
  const holders = [tag, ...around].filter((holder) => holder !== null);
  const fixed = holders.find((holder) => hasAttribute(holder, 'fixedScale'));
  const [from, to] = attributeText(tag, 'timeRange').split(',');
  const [min = '', max = ''] = attributeText(tag, 'dataRange').split(',');
  const legend = attributeText(tag, 'legend');
  return {
    ...readFormat(tag),
    column,
    legend: legend === '' ? column : legend,
    units: attributeText(tag, 'units'),
    stroke,
    strokeWidth: Math.max(0.5, attributeNumber(tag, 'strokeWidth', 1)),
    interpolation: attributeText(tag, 'interpolation'),
    markerSize: Math.max(0, attributeNumber(tag, 'markerSize', 0)),
    markerColor: colorOf(tag, 'markerColor', stroke),
    markerSymbol: attributeText(tag, 'markerSymbol').toLowerCase(),
    hasFixedScale: fixed !== undefined && attributeFlag(fixed, 'fixedScale'),
    dataRange: [boundOf(min), boundOf(max)],
    timeRange: from && to ? [from.trim(), to.trim()] : null,
    hasYAxis: around
      .slice(0, 1)
      .concat(tag)
      .every(
        (holder) =>
          !holder ||
          (attributeFlag(holder, 'showAxis') &&
            attributeFlag(holder, 'showYAxis')),
      ),
  };
}

function readFormat(
  tag: ConfigTag,
): Pick<ChannelOptions, 'show' | 'hasFormat' | 'problems'> {
  const spec = attributeText(tag, 'displayFormat');
  const hasFormat = hasAttribute(tag, 'displayFormat');
  try {
    return {show: format(spec), hasFormat, problems: []};
  } catch {
    const problems = [badFormat('displayFormat', spec)];
    return {show: String, hasFormat: false, problems};
  }
}

function heightOf(tag: ConfigTag): number {
  return Math.max(MIN_HEIGHT_PX, attributeNumber(tag, 'height', 200));
}

function colorOf(tag: ConfigTag, name: string, fallback: string): string {
  const color = attributeText(tag, name, '');
  return CSS.supports('color', color) ? color : fallback;
}

function boundOf(text: string): number | undefined {
  const bound = text.trim() === '' ? NaN : Number(text);
  return Number.isFinite(bound) ? bound : undefined;
}
