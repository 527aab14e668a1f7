import {attributeList, attributeText} from '@ls-annotation/core';
import type {ConfigTag, Geometry} from '@ls-annotation/core';

import {element} from '../dom/element.js';
import {showFailure, showStatus} from '../dom/status.js';
import {statusStyles} from '../dom/status.styles.js';
import {ObjectDataError} from '../errors.js';
import {shortAddress} from '../image/image-address.js';
import {OWN_COLORS, SYSTEM_COLORS} from '../image/region-style.js';
import type {PaintTheme} from '../image/region-style.js';
import {hasForcedColors} from '../image/screen-watch.js';
import {
  BLANK_AXIS,
  axisOf,
  centerValue,
  endOf,
  fitAxis,
  showSpan,
  toPx,
  toValue,
} from '../intervals/axis-view.js';
import type {AxisView} from '../intervals/axis-view.js';
import type {IntervalMarks} from '../intervals/interval-scene.js';
import {IntervalStrip} from '../intervals/interval-strip.js';
import {intervalStyles} from '../intervals/interval.styles.js';
import type {Span} from '../intervals/interval.js';
import {Ruler} from '../intervals/ruler.js';
import {MediaLoadError} from '../media/errors.js';
import {MediaTag} from '../media/media-tag.js';
import {mediaStyles} from '../media/media.styles.js';
import {adoptStyles} from '../surface-styles.js';
import type {SurfaceContext, SurfaceFactory} from '../surface.js';
import {loadText} from '../text/load-text.js';
import {toolsStyles} from '../tools/tools.styles.js';

import {OverviewBrush} from './overview-brush.js';
import {readPlots} from './plot-options.js';
import type {PlotOptions} from './plot-options.js';
import {PlotStack} from './plot-stack.js';
import {defineSeriesMembers} from './series-members.js';
import {memoryOf} from './series-memory.js';
import type {SeriesMemory} from './series-memory.js';
import {SeriesOverview} from './series-overview.js';
import {SeriesPlayer} from './series-player.js';
import {columnPlace, readSeriesTable} from './series-table.js';
import type {SeriesTable} from './series-table.js';
import {SeriesTime} from './series-time.js';
import {SeriesToolbar} from './series-toolbar.js';
import {readSeries} from './series.js';
import type {Series} from './series.js';
import {timeMarks} from './time-marks.js';
import {timeSeriesStrings} from './time-series-strings.js';
import {timeSeriesStyles} from './time-series.styles.js';
import {maxScaleOf, rangeAtFirst} from './view-at-first.js';
import {writeSpan} from './write-span.js';

/**
 * A `TimeSeries`: columns of values over time, and regions on them.
 *
 * Each plot is on one canvas; the regions of all plots are on two above them.
 * The number of elements depends on neither how many values nor how many
 * regions there are.
 */
export const timeSeriesSurface: SurfaceFactory = (tag, context) => {
  const styles = [
    statusStyles,
    toolsStyles,
    mediaStyles,
    intervalStyles,
    timeSeriesStyles,
  ];
  for (const css of styles) context.add(adoptStyles(context.host, css));
  return new TimeSeriesSurface(tag, context).root;
};

/** An arrow key goes about as far, CSS pixels. */
const STEP_PX = 12;
const ZOOM_BY = 2;

class TimeSeriesSurface {
  readonly root = element('div', {
    class: 'lsf-object lsf-time-series htx-timeseries',
  });
  readonly #tag: ConfigTag;
  readonly #context: SurfaceContext;
  readonly #time: SeriesTime;
  readonly #plotOptions: readonly PlotOptions[];
  readonly #plots: PlotStack;
  readonly #memory: SeriesMemory;
  readonly #link: MediaTag;
  readonly #player: SeriesPlayer;
  readonly #strip: IntervalStrip;
  readonly #toolbar: SeriesToolbar;
  readonly #status = element('div', {class: 'lsf-status'});
  readonly #view = element('div', {class: 'lsf-time-series__view'});
  readonly #tracker = element('div', {class: 'lsf-time-series__tracker'});
  readonly #ruler = new Ruler();
  readonly #overview = new SeriesOverview();
  #series: Series | null = null;
  #hover: number | null = null;
  #loads = 0;

  constructor(tag: ConfigTag, context: SurfaceContext) {
    this.#tag = tag;
    this.#context = context;
    this.#time = new SeriesTime(tag);
    this.#plotOptions = readPlots(tag);
    this.#plots = new PlotStack(this.#plotOptions);
    this.#memory = memoryOf(context.data);
    this.#link = new MediaTag(tag, context);
    this.#player = new SeriesPlayer({
      context,
      link: this.#link,
      duration: () => this.#duration,
      moved: () => {
        this.#follow();
      },
      changed: () => {
        this.#toolbar.update();
        this.#follow();
      },
    });
    this.#link.player = this.#player;
    this.#strip = this.#createStrip();
    this.#toolbar = new SeriesToolbar({
      name: tag.name,
      player: this.#isSynced ? this.#player : null,
      zoom: (direction) => {
        this.#zoom(direction);
      },
      moment: () => {
        this.#labelMoment(this.#at);
      },
    });
    this.#assemble();
    this.#connect();
  }

  get #isSynced(): boolean {
    return attributeText(this.#tag, 'sync') !== '';
  }

  get #duration(): number {
    const series = this.#series;
    return series ? this.#time.toSeconds(series.max, series.min) : 0;
  }

  /** Where one is, between two times while it plays. */
  get #cursor(): number {
    const from = this.#series?.min ?? 0;
    return this.#time.fromSeconds(this.#player.currentTime, from);
  }

  /** The time at which one is. */
  get #at(): number {
    return this.#snap(this.#cursor);
  }

  #createStrip(): IntervalStrip {
    const tag = this.#tag;
    const isSynced = this.#isSynced;
    return new IntervalStrip({
      tag,
      context: this.#context,
      label: timeSeriesStrings.stage(tag.name),
      listLabel: timeSeriesStrings.list,
      hint: [
        ...(isSynced ? [timeSeriesStrings.hintPlay] : []),
        timeSeriesStrings.hint,
      ].join(' '),
      format: {
        read: (geometry) => this.#readSpan(geometry),
        write: (span, before) => writeSpan(span, before, this.#time),
        hasEnds: ({instant}) => instant !== true,
      },
      playhead: {
        position: () => this.#at,
        seek: (value) => {
          this.#seek(value);
        },
        ...(isSynced
          ? {
              toggle: () => {
                this.#player.toggle();
              },
            }
          : {}),
      },
      step: () => STEP_PX / this.#strip.scene.view.scale,
      snap: (value) => this.#snap(value),
      travel: (value, by) => this.#series?.travel(value, by) ?? value,
      describe: (value) => this.#describe(value),
      describeSpan: (span) => this.#describeSpan(span),
      paint: (marks) => {
        this.#paint(marks);
      },
      doubleClick: (value) => {
        if (this.#strip.edits.toolStyle) this.#labelMoment(value);
      },
      laneBox: () => this.#plots.regionBox,
      resized: () => {
        this.#plots.measure();
      },
      showsLabels: false,
      cursorColor: ownColor(tag),
    });
  }

  #assemble(): void {
    const {stage, extras} = this.#strip;
    const plots = this.#plots;
    const right = plots.rightAxis?.canvas ?? null;
    stage.classList.add('lsf-time-series__stage', 'htx-timeseries-channel');
    stage.style.blockSize = `${String(plots.height)}px`;
    stage.prepend(...plots.canvases);
    this.#tracker.hidden = true;
    stage.append(this.#tracker);
    this.#view.classList.toggle(
      'lsf-time-series__view_two-axes',
      right !== null,
    );
    this.#view.append(
      plots.leftAxis.canvas,
      stage,
      ...(right ? [right] : []),
      plots.legends,
      this.#ruler.element,
      this.#overview.element,
    );
    this.root.append(
      this.#toolbar.element,
      this.#status,
      this.#view,
      ...extras,
    );
    this.#close();
  }

  #connect(): void {
    const context = this.#context;
    const {view} = this.#link;
    const time = this.#time;
    view.surface = {
      parseTime: (value) => time.parse(value),
      writeTime: time.write,
    };
    context.add(() => {
      view.surface = null;
    });
    context.add(this.#defineMembers());
    this.#connectStage();
    this.#connectRuler();
    new OverviewBrush({
      target: this.#overview.element,
      context,
      view: () => this.#strip.scene.view,
      show: (next) => {
        this.#strip.scene.view = next;
      },
    });
    for (const target of [this.#overview.element, this.#ruler.element]) {
      context.listen(
        target,
        'wheel',
        (event) => {
          if (this.#strip.wheel(event)) event.preventDefault();
        },
        {passive: false},
      );
    }
    context.watch(
      ({session}) => session.activeLabels,
      () => {
        this.#toolbar.canLabel = this.#strip.edits.toolStyle !== null;
      },
    );
    context.watch(
      ({session}) => session.remoteValues[this.#tag.name],
      () => {
        void this.#load();
      },
    );
    this.#reportOptions();
  }

  #connectStage(): void {
    const context = this.#context;
    const {stage, scene} = this.#strip;
    context.listen(stage, 'keydown', (event) => {
      const isMoment = event.key === 'Enter' && event.shiftKey;
      if (!isMoment || event.isComposing || event.defaultPrevented) return;
      event.preventDefault();
      this.#labelMoment(this.#at);
    });
    context.listen(stage, 'pointermove', (event) => {
      if (!this.#series || event.pointerType === 'touch') return;
      const {left, width} = stage.getBoundingClientRect();
      const x = ((event.clientX - left) / (width || 1)) * scene.view.width;
      this.#track(this.#snap(toValue(scene.view, x)));
    });
    context.listen(stage, 'pointerleave', () => {
      this.#track(null);
    });
  }

  #connectRuler(): void {
    const context = this.#context;
    const ruler = this.#ruler.element;
    const go = ({clientX}: PointerEvent): void => {
      const x = clientX - ruler.getBoundingClientRect().left;
      this.#seek(this.#snap(toValue(this.#strip.scene.view, x)));
    };
    context.listen(ruler, 'pointerdown', (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      if (event.isTrusted) ruler.setPointerCapture(event.pointerId);
      go(event);
    });
    context.listen(ruler, 'pointermove', (event) => {
      if (event.buttons % 2 === 1) go(event);
    });
  }

  #defineMembers(): () => void {
    return defineSeriesMembers({
      view: this.#link.view,
      time: this.#time,
      series: () => this.#series,
      range: () => {
        const {view} = this.#strip.scene;
        return this.#series ? [view.start, endOf(view)] : null;
      },
      show: (from, to) => {
        const {scene} = this.#strip;
        scene.view = showSpan(scene.view, from, to);
      },
      cursor: () => this.#cursor,
      seek: (value) => {
        this.#seek(value);
      },
      tell: (value) => {
        const playing = this.#player.isPlaying;
        const time = this.#time.toSeconds(value, this.#series?.min ?? 0);
        this.#link.send('seek', {playing, time, speed: this.#player.rate});
      },
      isPlaying: () => this.#player.isPlaying,
      rate: () => this.#player.rate,
      width: () => (this.#series ? this.#strip.stage.clientWidth : 0),
      setData: (data) => {
        this.#link.view.setRemoteValue(data);
      },
      repaint: () => {
        this.#strip.scene.markAll();
      },
    });
  }

  async #load(): Promise<void> {
    const load = (this.#loads += 1);
    const value = this.#value;
    this.#close();
    if (value === '' || value === null || value === undefined) {
      showStatus(this.#status, timeSeriesStrings.empty);
      return;
    }
    const isAddress =
      typeof value === 'string' &&
      attributeText(this.#tag, 'valueType') === 'url';
    if (!isAddress) {
      this.#read(value, '');
      return;
    }
    const table = this.#memory.tables.get(this.#tableKey(value));
    if (table) {
      this.#show(table, value);
      return;
    }
    showStatus(this.#status, timeSeriesStrings.loading);
    try {
      const text = await this.#fetch(value);
      if (load === this.#loads && !this.#context.scope.isClosed) {
        this.#read(text, value);
      }
    } catch (cause) {
      if (load !== this.#loads || this.#context.scope.isClosed) return;
      const error = new MediaLoadError(this.#tag.name, value, cause);
      this.#context.session.reportError(error);
      this.#showFailure(timeSeriesStrings.failed(cause), value);
    }
  }

  /** Without a `value`, the series is the task's data itself. */
  get #value(): unknown {
    const {session} = this.#context.state();
    const {name, value} = this.#tag;
    if (value === '' && !Object.hasOwn(session.remoteValues, name)) {
      return this.#context.data;
    }
    return this.#link.view._value;
  }

  async #fetch(address: string): Promise<string> {
    const {session, scope} = this.#context;
    const signed = await session.htx.presignUrlForProject(address);
    const url = typeof signed === 'string' ? signed : address;
    return loadText(url, scope.signal);
  }

  /** @param address - Where it came from, `''` for the task itself. */
  #read(value: unknown, address: string): void {
    const table = readSeriesTable(value, attributeText(this.#tag, 'sep'));
    if (!table.ok) {
      this.#refuse(table.problem, address);
      return;
    }
    if (address !== '') {
      this.#memory.tables.set(this.#tableKey(address), table.value);
    }
    this.#show(table.value, address);
  }

  #tableKey(address: string): string {
    return `${attributeText(this.#tag, 'sep')}\n${address}`;
  }

  #show(table: SeriesTable, address: string): void {
    const column = attributeText(this.#tag, 'timeColumn');
    const series = readSeries(table, column, this.#time);
    if (series.ok) this.#open(series.value);
    else this.#refuse(series.problem, address);
  }

  /** Says what is wrong with the data, here and to the session. */
  #refuse(problem: string, address: string): void {
    const {message} = this.#report(problem);
    this.#showFailure(message, address);
  }

  #report(problem: string): ObjectDataError {
    const {tagName, name} = this.#tag;
    const error = new ObjectDataError(tagName, name, problem);
    this.#context.session.reportError(error);
    return error;
  }

  #reportOptions(): void {
    const channels = this.#plotOptions.flatMap((plot) => plot.channels);
    const problems = [
      ...this.#time.problems,
      ...channels.flatMap((channel) => channel.problems),
      ...(channels.length === 0 ? [timeSeriesStrings.noChannels] : []),
    ];
    for (const problem of problems) this.#report(problem);
  }

  #showFailure(message: string, address: string): void {
    const retry = (): void => {
      this.#memory.tables.delete(this.#tableKey(address));
      void this.#load();
    };
    const shown = address === '' ? '' : shortAddress(address);
    showFailure(this.#status, message, address === '' ? null : retry, shown);
  }

  #close(): void {
    this.#series = null;
    this.#track(null);
    this.#strip.close();
    this.#view.hidden = true;
    this.#toolbar.element.hidden = true;
    this.#status.hidden = false;
  }

  #open(series: Series): void {
    this.#series = series;
    for (const problem of this.#plots.open(series)) this.#report(problem);
    this.#status.hidden = true;
    this.#status.replaceChildren();
    this.#view.hidden = false;
    this.#toolbar.element.hidden = false;
    const width = this.#strip.stage.clientWidth || BLANK_AXIS.width;
    const whole = axisOf(series, width, maxScaleOf(series));
    const [from, to] =
      this.#memory.ranges.get(this.#tag.name) ??
      rangeAtFirst(this.#tag, this.#plotOptions, series, this.#time);
    this.#strip.open(showSpan(whole, from, to));
    // Players of a group all begin at the beginning.
    const at = this.#isSynced ? series.min : this.#snap(from);
    this.#player.place(this.#time.toSeconds(at, series.min));
    this.#strip.scene.cursor = at;
    this.#toolbar.update();
  }

  #snap(value: number): number {
    const series = this.#series;
    return series ? series.timeAt(series.nearest(value)) : value;
  }

  #seek(value: number): void {
    const from = this.#series?.min ?? 0;
    this.#player.seek(this.#time.toSeconds(value, from));
    this.#strip.scene.cursor = value;
  }

  #follow(): void {
    const {scene} = this.#strip;
    if (!this.#series) return;
    const {isPlaying} = this.#player;
    const cursor = isPlaying ? this.#cursor : this.#at;
    scene.cursor = cursor;
    const isOut = cursor < scene.view.start || cursor > endOf(scene.view);
    if (isOut) scene.view = centerValue(scene.view, cursor);
  }

  #zoom(direction: -1 | 0 | 1): void {
    const {scene} = this.#strip;
    if (direction === 0) scene.view = fitAxis(scene.view);
    else this.#strip.zoom(ZOOM_BY ** direction);
  }

  #labelMoment(at: number): void {
    const {edits} = this.#strip;
    if (!this.#series || !edits.canCreate) return;
    if (!edits.toolStyle) {
      this.#context.announce(timeSeriesStrings.noLabel);
      return;
    }
    const id = edits.create({start: at, end: at, lane: null});
    if (id !== null) edits.select(id, false);
  }

  #track(value: number | null): void {
    if (value === this.#hover) return;
    this.#hover = value;
    this.#strip.requestFrame();
  }

  #paint(marks: IntervalMarks): void {
    const series = this.#series;
    if (!series) return;
    const {view, cursor} = this.#strip.scene;
    const theme = hasForcedColors() ? SYSTEM_COLORS : OWN_COLORS;
    if (marks.view) this.#paintView(view, theme);
    if (marks.regions) this.#paintOverview(series, theme);
    const {color} = getComputedStyle(this.#overview.element);
    this.#overview.paintView(view, cursor ?? series.min, color);
    this.#paintReadout(series, view);
  }

  #paintView(view: AxisView, theme: PaintTheme): void {
    const ruler = timeMarks(view, this.#time.isDate);
    this.#plots.paint({axis: view, marks: ruler.marks ?? [], theme});
    this.#ruler.paint(view, ruler);
    this.#memory.ranges.set(this.#tag.name, [view.start, endOf(view)]);
  }

  #paintOverview(series: Series, theme: PaintTheme): void {
    const {index, view} = this.#strip.scene;
    const {shown} = this.#plots;
    const wanted = attributeList(this.#tag, 'overviewChannels').map((column) =>
      columnPlace(series.table, column),
    );
    const chosen = shown.filter(({options}) =>
      wanted.includes(columnPlace(series.table, options.column)),
    );
    const lines = (chosen.length === 0 ? shown : chosen).map(
      ({options, values}) => ({series, options, values}),
    );
    this.#overview.paintContent({lines, entries: index.all(), theme}, view);
  }

  #paintReadout(series: Series, view: AxisView): void {
    const {draft, cursor} = this.#strip.scene;
    const at = this.#hover ?? cursor ?? series.min;
    const place = series.nearest(at);
    const time = this.#time.show(series.timeAt(place));
    const chosen = draft && draft.end > draft.start ? draft : null;
    this.#plots.showValues(place);
    this.#toolbar.time = chosen
      ? timeSeriesStrings.chosen(
          time,
          this.#time.showDuration(chosen.end - chosen.start),
        )
      : time;
    this.#tracker.hidden = this.#hover === null;
    if (this.#hover === null) return;
    const x = Math.round(toPx(view, this.#hover));
    this.#tracker.style.transform = `translateX(${String(x)}px)`;
  }

  #readSpan({start, end}: Geometry): Span | null {
    const from = this.#time.parse(start);
    const to = this.#time.parse(end);
    if (!Number.isFinite(from) || !Number.isFinite(to)) return null;
    return {start: Math.min(from, to), end: Math.max(from, to), lane: null};
  }

  #describe(value: number): string {
    const series = this.#series;
    if (!series) return '';
    const values = this.#plots.describe(series.nearest(value));
    return [this.#time.show(value), values].filter(Boolean).join(', ');
  }

  #describeSpan({start, end}: Span): string {
    const time = this.#time;
    if (start === end) return timeSeriesStrings.at(time.show(start));
    return timeSeriesStrings.span(
      time.show(start),
      time.show(end),
      time.showDuration(end - start),
    );
  }
}

/** The color that the config gives the cursor, `''` for ours. */
function ownColor(tag: ConfigTag): string {
  const color = attributeText(tag, 'cursorColor', '');
  return CSS.supports('color', color) ? color : '';
}
