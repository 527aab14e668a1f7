import {attributeText} from '@ls-annotation/core';
import type {Disposer} from '@ls-annotation/core';
import type {ObjectView, RegionView} from '@ls-annotation/lsi';

import {columnPlace} from './series-table.js';
import type {SeriesTime} from './series-time.js';
import type {Series} from './series.js';

/** What plugins reach of a series on display. */
export interface SeriesSource {
  /** The tag's live view. */
  readonly view: ObjectView;
  /** How times are written. */
  readonly time: SeriesTime;
  /** Returns what is shown, `null` until it is there. */
  series(): Series | null;
  /** Returns which part is seen, `null` until it is there. */
  range(): readonly [from: number, to: number] | null;
  /** Shows a part. */
  show(from: number, to: number): void;
  /** Returns where one is. */
  cursor(): number;
  /** Goes somewhere, and has the group follow. */
  seek(value: number): void;
  /** Tells the group of a place without going there. */
  tell(value: number): void;
  /** Returns whether it plays along with its group. */
  isPlaying(): boolean;
  /** Returns how fast it plays. */
  rate(): number;
  /** Returns the width of a plot, CSS pixels. */
  width(): number;
  /** Shows other data. */
  setData(data: unknown): void;
  /** Paints it anew. */
  repaint(): void;
}

/** Name of the column of times where the data has none. */
const NO_COLUMN = '#@$';
/** What Label Studio leaves free around a plot, pixels. */
const MARGIN = {top: 20, right: 20, bottom: 30, left: 50, min: 10, max: 10};

/**
 * Puts on the live view of a `TimeSeries` what Label Studio's has beside its
 * attributes, for as long as it is on display.
 *
 * Times are numbers of the axis. `brushRange` and its kin are new arrays with
 * each reading.
 */
export function defineSeriesMembers(source: SeriesSource): Disposer {
  const descriptors = {
    ...Object.getOwnPropertyDescriptors(dataMembers(source)),
    ...Object.getOwnPropertyDescriptors(rangeMembers(source)),
    ...Object.getOwnPropertyDescriptors(cursorMembers(source)),
    ...Object.getOwnPropertyDescriptors(regionMembers(source)),
  };
  Object.defineProperties(source.view, descriptors);
  return () => {
    for (const name of Object.keys(descriptors)) {
      Reflect.deleteProperty(source.view, name);
    }
  };
}

function dataMembers({view, time, series, setData, width}: SeriesSource) {
  const column = attributeText(view.config, 'timeColumn');
  const keyColumn = (column === '' ? NO_COLUMN : column).toLowerCase();
  const dataObj = (): Record<string, unknown> | null => {
    const shown = series();
    if (!shown) return null;
    const {names, columns} = shown.table;
    const lists = names.map((name, place) => [
      name.toLowerCase(),
      columns[place],
    ]);
    const times = [...shown.times];
    return {...Object.fromEntries(lists), [keyColumn]: times} as Record<
      string,
      unknown
    >;
  };
  return {
    margin: MARGIN,
    keyColumn,
    get isDate() {
      return time.isDate;
    },
    get canvasWidth() {
      return width();
    },
    get valueLoaded() {
      return series() !== null;
    },
    get isNotReady() {
      return series() === null || width() === 0;
    },
    get headers() {
      return series()?.table.names.map((name) => name.toLowerCase()) ?? [];
    },
    get dataObj() {
      return dataObj();
    },
    get data() {
      return dataObj();
    },
    get dataHash() {
      const lists = dataObj() as Record<string, readonly unknown[]> | null;
      if (!lists) return null;
      const names = Object.keys(lists);
      return (lists[keyColumn] ?? []).map((_, row) =>
        Object.fromEntries(names.map((name) => [name, lists[name]?.[row]])),
      );
    },
    setData,
    parseTime: (value: unknown) => time.parse(value),
    formatTime: (value: number) => time.show(value),
    formatDuration: (duration: number) => time.showDuration(duration),
  };
}

function rangeMembers(source: SeriesSource) {
  const {series, range, tell} = source;
  let scale = 1;
  const keysRange = (): number[] => {
    const shown = series();
    return shown ? [shown.min, shown.max] : [];
  };
  const center = (): number | null => {
    const [from, to] = range() ?? [];
    return from === undefined || to === undefined ? null : (from + to) / 2;
  };
  const updateTR = (
    next: readonly [number, number] | null,
    nextScale = 1,
  ): void => {
    if (next === null) return;
    scale = nextScale;
    source.show(...next);
    const middle = center();
    if (middle !== null && !source.isPlaying()) tell(middle);
  };
  return {
    get brushRange() {
      return [...(range() ?? [])];
    },
    get initialRange() {
      return [...(range() ?? [])];
    },
    get zoomedRange() {
      const [from = 0, to = 0] = range() ?? [];
      return to - from;
    },
    get keysRange() {
      return keysRange();
    },
    get centerTime() {
      return center();
    },
    get scale() {
      return scale;
    },
    setScale: (next: number) => {
      scale = next;
    },
    updateTR,
    throttledRangeUpdate: () => updateTR,
    updateView: () => {
      source.repaint();
    },
    panView: (fraction: number) => {
      const [from, to] = range() ?? [];
      if (from === undefined || to === undefined) return;
      const by = (to - from) * fraction;
      updateTR([from + by, to + by], scale);
    },
    scrollToRegion: ({start, end}: RegionView) => {
      const [from, to] = range() ?? [];
      const [first, last] = [Number(start), Number(end)];
      if (from === undefined || to === undefined) return;
      if (first >= from && last <= to) return;
      const length = Math.max(to - from, (last - first) * 1.5);
      const middle = (first + last) / 2;
      updateTR([middle - length / 2, middle + length / 2], scale);
    },
  };
}

function cursorMembers(source: SeriesSource) {
  const {cursor, seek} = source;
  return {
    get cursorTime() {
      return cursor();
    },
    get seekTo() {
      return cursor();
    },
    get isPlaying() {
      return source.isPlaying();
    },
    get playbackSpeed() {
      return source.rate();
    },
    setCursor: seek,
    setCursorAndSeek: seek,
    plotClickHandler: seek,
    emitSeekSync: () => {
      source.tell(cursor());
    },
  };
}

function regionMembers({view, series}: SeriesSource) {
  const addRegion = (start: number, end: number): RegionView | undefined => {
    const [control, ...rest] = view.getAvailableStates();
    if (!control) return undefined;
    const {annotation} = view;
    const labels = {[control.valueType]: control.selectedValues()};
    const span = {start, end, instant: start === end};
    return annotation.createResult(span, labels, control, view, false, rest);
  };
  return {
    get regionsTimeRanges() {
      return view.regs.map(({start, end}) => [start, end]);
    },
    get channels() {
      return channelsOf(view);
    },
    get channelsMap() {
      const named = channelsOf(view).map((channel) => {
        const column = attributeText(channel.config, 'column');
        const shown = series();
        const place = shown ? columnPlace(shown.table, column) : -1;
        const name = shown?.table.names[place] ?? column;
        return [name.toLowerCase(), channel];
      });
      return Object.fromEntries(named) as Record<string, unknown>;
    },
    addRegion,
    regionChanged: ({start, end}: {start: number; end: number}, at: number) => {
      const region = view.regs[at];
      if (region && 'updateRegion' in region) {
        (region as RegionView & UpdatableRegion).updateRegion(start, end);
      } else addRegion(start, end)?.notifyDrawingFinished();
    },
  };
}

interface UpdatableRegion {
  updateRegion(start: number, end: number): void;
}

type Tag = NonNullable<ObjectView['children']>[number];

function channelsOf(tag: Tag): readonly Tag[] {
  return (tag.children ?? []).flatMap((child) =>
    child.type === 'channel' ? [child] : channelsOf(child),
  );
}
