import {bin, extent, max, min, nice, ticks} from 'd3-array';

import type {PlotOutput} from '@ls-annotation/operators';

/** One value of a plot: where it stands, how high, and its words. */
export interface PlotPoint {
  /** Where it stands on the horizontal axis. */
  readonly x: number;
  /** Where it ends, for bars of a histogram; else `x`. */
  readonly x1: number;
  /** Its value. */
  readonly y: number;
  /** What stands in the table for `x`. */
  readonly name: string;
}

/** A set of values as it is drawn. */
export interface ShapedSeries {
  /** Words for the legend; may be empty. */
  readonly name: string;
  /** Its values. */
  readonly points: readonly PlotPoint[];
}

/** A plot in numbers: everything but where it is drawn. */
export interface PlotShape {
  /** The sets of values. */
  readonly series: readonly ShapedSeries[];
  /** Words under the horizontal axis where it has no numbers. */
  readonly categories: readonly string[] | null;
  /** From, to. */
  readonly xDomain: readonly [number, number];
  /** From, to. */
  readonly yDomain: readonly [number, number];
  /** Where lines and numbers are on the horizontal axis. */
  readonly xTicks: readonly number[];
  /** Where lines and numbers are on the vertical axis. */
  readonly yTicks: readonly number[];
}

const X_TICKS = 6;
const Y_TICKS = 5;
const number = new Intl.NumberFormat(undefined, {maximumSignificantDigits: 4});

/** Returns a number as it stands at an axis or in a table. */
export function plotNumber(value: number): string {
  return number.format(value);
}

/** Works out what a plot shows. */
export function plotShape(plot: PlotOutput): PlotShape {
  const categories = plot.kind === 'bar' ? categoriesOf(plot) : null;
  const series =
    plot.kind === 'histogram'
      ? histogram(plot)
      : plot.series.map((one) => ({
          name: one.name ?? '',
          points: one.y.map((y, index) => {
            const given = one.x?.[index] ?? index;
            const name = typeof given === 'number' ? plotNumber(given) : given;
            const x = categories ? categories.indexOf(name) : Number(given);
            return {x, x1: x, y, name};
          }),
        }));
  const points = series.flatMap((one) => one.points);
  const isBar = plot.kind === 'bar' || plot.kind === 'histogram';
  const yDomain = domainOf(
    points.map(({y}) => y),
    {count: Y_TICKS, hasZero: isBar},
  );
  const xDomain: readonly [number, number] = categories
    ? [-0.5, Math.max(categories.length, 1) - 0.5]
    : plot.kind === 'histogram'
      ? [min(points, ({x}) => x) ?? 0, max(points, ({x1}) => x1) ?? 1]
      : domainOf(
          points.map(({x}) => x),
          {count: X_TICKS, hasZero: false},
        );
  return {
    series,
    categories,
    xDomain,
    yDomain,
    xTicks: categories ? [] : ticks(xDomain[0], xDomain[1], X_TICKS),
    yTicks: ticks(yDomain[0], yDomain[1], Y_TICKS),
  };
}

function categoriesOf({series}: PlotOutput): readonly string[] {
  const names = series.flatMap(({x, y}) =>
    y.map((_, index) => {
      const given = x?.[index] ?? index;
      return typeof given === 'number' ? plotNumber(given) : given;
    }),
  );
  return [...new Set(names)];
}

/** All sets are counted in the same bins. */
function histogram({series, bins}: PlotOutput): readonly ShapedSeries[] {
  const all = series.flatMap(({y}) => y);
  const [from = 0, to = 1] = extent(all);
  const domain: [number, number] =
    from === to ? [from - 0.5, to + 0.5] : [from, to];
  const edges = bins
    ? Array.from(
        {length: bins - 1},
        (_, index) =>
          domain[0] + ((index + 1) * (domain[1] - domain[0])) / bins,
      )
    : undefined;
  const binner = bin().domain(domain);
  if (edges) binner.thresholds(edges);
  const shared = binner([...all]).map(({x0 = 0, x1 = 0}) => [x0, x1] as const);
  const inner = shared.slice(1).map(([x0]) => x0);
  return series.map(({name = '', y}) => ({
    name,
    points: bin()
      .domain(domain)
      .thresholds(inner)([...y])
      .map((one) => {
        const {x0 = 0, x1 = 0, length} = one;
        const words = `${plotNumber(x0)} – ${plotNumber(x1)}`;
        return {x: x0, x1, y: length, name: words};
      }),
  }));
}

function domainOf(
  values: readonly number[],
  {count, hasZero}: {readonly count: number; readonly hasZero: boolean},
): readonly [number, number] {
  const [low = 0, high = 1] = extent(hasZero ? [0, ...values] : values);
  return low === high ? [low - 0.5, high + 0.5] : nice(low, high, count);
}
