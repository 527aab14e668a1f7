import {attributeText} from '@ls-annotation/core';
import type {ConfigTag} from '@ls-annotation/core';

import type {PlotOptions} from './plot-options.js';
import type {SeriesTime} from './series-time.js';
import type {Series} from './series.js';

const DEFAULT_WIDTH = 0.25;
const MIN_POINTS = 10;
/** Nearest that two times can be zoomed apart, CSS pixels. */
const MAX_GAP_PX = 64;

/**
 * Returns which part of a series is seen at first: what a channel's
 * `timeRange` says, else the first part of it, as wide as `overviewWidth`.
 */
export function rangeAtFirst(
  tag: ConfigTag,
  plots: readonly PlotOptions[],
  series: Series,
  time: SeriesTime,
): readonly [from: number, to: number] {
  for (const {timeRange} of plots.flatMap(({channels}) => channels)) {
    const [from = NaN, to = NaN] = (timeRange ?? []).map((end) =>
      endOfRange(end, time),
    );
    if (to > from) return [from, to];
  }
  const [, percent] = /(\d+(?:\.\d+)?)%$/.exec(widthOf(tag)) ?? [];
  const share = percent === undefined ? DEFAULT_WIDTH : Number(percent) / 100;
  const last = series.times.length - 1;
  const place = Math.max(Math.round(last * share), MIN_POINTS - 1);
  return [series.min, series.timeAt(Math.min(last, place))];
}

/** Returns the nearest that one can zoom, CSS pixels a unit. */
export function maxScaleOf({times}: Series): number {
  let gap = Infinity;
  for (let place = 1; place < times.length; place += 1) {
    const next = (times[place] ?? 0) - (times[place - 1] ?? 0);
    if (next > 0 && next < gap) gap = next;
  }
  return Number.isFinite(gap) ? MAX_GAP_PX / gap : 1;
}

function widthOf(tag: ConfigTag): string {
  return attributeText(tag, 'overviewWidth');
}

/** A number of the axis, or a time as the data writes it. */
function endOfRange(text: string, time: SeriesTime): number {
  const written = time.read(text);
  return Number.isNaN(written) ? Number(text) : written;
}
