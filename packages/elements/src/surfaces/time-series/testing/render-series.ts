import type {ResultJson} from '@ls-annotation/core';

import {nextFrame, renderSurface} from '../../testing/render-surface.js';
import type {
  RenderSurfaceOptions,
  RenderedSurface,
} from '../../testing/render-surface.js';

/** How many times the series of a test has, a second apart. */
export const LENGTH = 101;

/** Two labels on two columns, the whole of them in sight. */
export const SERIES_CONFIG = `
<View>
  <TimeSeriesLabels name="label" toName="ts">
    <Label value="Run" background="#ff0000"/>
    <Label value="Rest" background="#0000ff"/>
  </TimeSeriesLabels>
  <TimeSeries name="ts" value="$series" valueType="json" timeColumn="time" overviewWidth="100%">
    <Channel column="one" legend="First" units="Hz" displayFormat=".2f" height="120"/>
    <Channel column="two" legend="Second" height="120"/>
  </TimeSeries>
</View>`;

/** What a region is loaded with. */
export interface SeriesParts {
  /** Region id. */
  readonly id: string;
  /** Start and end as the data writes times. */
  readonly at: readonly [string | number, string | number];
  /** Label value. */
  readonly label?: string;
  /** True for a moment. */
  readonly instant?: boolean;
}

/** What a time series is tried with. */
export interface RenderSeriesOptions extends RenderSurfaceOptions {
  /** Labeling config. */
  readonly xml?: string;
  /** What the annotation holds already. */
  readonly regions?: readonly SeriesParts[];
  /** Data of the task; a series when left out. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A time series on the page. */
export interface RenderedSeries extends RenderedSurface {
  /** Root of the surface. */
  readonly root: HTMLElement;
  /** What takes pointers and keys. */
  readonly stage: HTMLElement;
  /** The whole of the series. */
  readonly overview: HTMLElement;
  /** Its live view, as plugins see it. */
  readonly view: SeriesView;
  /** Returns where a time is on the page, while all of it is in sight. */
  at(time: number, yPercent?: number): {x: number; y: number};
  /** Ids of the regions, oldest first. */
  ids(): readonly string[];
}

/** Members of the live view that tests use. */
export interface SeriesView {
  /** What is seen. */
  readonly brushRange: number[];
  /** First and last time. */
  readonly keysRange: number[];
  /** Where one is. */
  readonly cursorTime: number;
  /** Whether it plays along. */
  readonly isPlaying: boolean;
  /** Start and end of each region. */
  readonly regionsTimeRanges: unknown[][];
  /** Names of the columns. */
  readonly headers: string[];
  /** Columns by name. */
  readonly dataObj: Record<string, unknown[]> | null;
  /** The channels. */
  readonly channels: readonly {readonly type: string}[];
  /** The channels by column. */
  readonly channelsMap: Record<string, unknown>;
  /** Its regions. */
  readonly regs: readonly SeriesRegion[];
  /** Shows a part. */
  updateTR(range: [number, number] | null, scale?: number): void;
  /** Goes on by a share of what is seen. */
  panView(fraction: number): void;
  /** Brings a region into sight. */
  scrollToRegion(region: unknown): void;
  /** Goes to a time. */
  setCursor(time: number): void;
  /** Reads a time. */
  parseTime(time: unknown): number;
  /** Writes a time for people. */
  formatTime(time: number): string;
  /** Writes a duration for people. */
  formatDuration(duration: number): string;
  /** Makes a region with the chosen label. */
  addRegion(start: number, end: number): SeriesRegion | undefined;
  /** Changes the region at a place. */
  regionChanged(range: {start: number; end: number}, at: number): void;
  /** Shows other data. */
  setData(data: unknown): void;
}

/** Members of a region's live view that tests use. */
export interface SeriesRegion {
  /** Kind of region. */
  readonly type: string;
  /** Where it starts. */
  readonly start: unknown;
  /** Where it ends. */
  readonly end: unknown;
  /** Whether it is a moment. */
  readonly instant: boolean | undefined;
  /** Puts it elsewhere. */
  updateRegion(start: number, end: number): void;
  /** Has it end later. */
  growRight(size: number): void;
  /** Has it start earlier. */
  growLeft(size: number): void;
}

/** Returns two columns of values, a second apart. For tests. */
export function makeSeries(
  length = LENGTH,
  timeOf: (place: number) => unknown = (place) => place,
): Readonly<Record<string, readonly unknown[]>> {
  const places = Array.from({length}, (_, place) => place);
  return {
    time: places.map(timeOf),
    one: places.map((place) => Math.sin(place / 8)),
    two: places.map((place) => place % 20),
  };
}

/** Returns a result of the control `label`. */
export function seriesResult(parts: SeriesParts): ResultJson {
  const {id, at, label = 'Run', instant = false} = parts;
  return {
    id,
    from_name: 'label',
    to_name: 'ts',
    type: 'timeserieslabels',
    origin: 'manual',
    value: {start: at[0], end: at[1], instant, timeserieslabels: [label]},
  };
}

/** Returns a config with other attributes on its `TimeSeries`. */
export function withAttributes(attributes: string): string {
  return SERIES_CONFIG.replace(
    'valueType="json" timeColumn="time" overviewWidth="100%"',
    attributes,
  );
}

/** Puts a time series on the page. */
export async function renderSeries(
  options: RenderSeriesOptions = {},
): Promise<RenderedSeries> {
  const {xml = SERIES_CONFIG, regions, data, ...rest} = options;
  const result = regions?.map(seriesResult);
  const task = {
    id: 1,
    data: data ?? {series: makeSeries()},
    ...(result ? {annotations: [{id: 7, result}]} : {}),
  };
  const surface = await renderSurface(xml, {task, ...rest});
  await nextFrame();
  const stage = (): HTMLElement => surface.find('.lsf-time-series__stage');
  const members = {
    get root() {
      return surface.find('.lsf-time-series');
    },
    get stage() {
      return stage();
    },
    get overview() {
      return surface.find('.lsf-time-series__overview');
    },
    get view() {
      const {annotation} = surface.session;
      return annotation?.names.get('ts') as unknown as SeriesView;
    },
    at: (time: number, yPercent = 50) => {
      const {left, top, width, height} = stage().getBoundingClientRect();
      return {
        x: left + (time / (LENGTH - 1)) * width,
        y: top + (height * yPercent) / 100,
      };
    },
    ids: () =>
      surface.session.annotation?.regionStore.regions.map(
        ({cleanId}) => cleanId,
      ) ?? [],
  };
  const rendered = Object.create(surface) as RenderedSeries;
  Object.defineProperties(rendered, Object.getOwnPropertyDescriptors(members));
  return rendered;
}
