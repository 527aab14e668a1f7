import type {ConfigTag} from '@ls-annotation/core';

import {element} from '../dom/element.js';
import {CanvasLayer} from '../image/canvas-layer.js';
import {FrameLoop} from '../image/frame-loop.js';
import {OWN_COLORS, SYSTEM_COLORS} from '../image/region-style.js';
import {hasForcedColors, watchScreen} from '../image/screen-watch.js';
import {
  axisOf,
  clampValue,
  isZoomed,
  panAxis,
  revealValue,
  toPx,
  toValue,
  withWidth,
  zoomAxis,
} from '../intervals/axis-view.js';
import type {AxisView} from '../intervals/axis-view.js';
import {IntervalEdits} from '../intervals/interval-edits.js';
import type {IntervalFormat} from '../intervals/interval-edits.js';
import {IntervalKeyboard} from '../intervals/interval-keyboard.js';
import {IntervalScene} from '../intervals/interval-scene.js';
import {intervalStrings} from '../intervals/interval-strings.js';
import {moveEdge, shiftSpans, spanBetween} from '../intervals/interval.js';
import type {Span, SpanEdge} from '../intervals/interval.js';
import {RULER_HEIGHT_PX} from '../intervals/ruler.js';
import type {RegionLooks} from '../labels/region-looks.js';
import type {SurfaceContext} from '../surface.js';

import type {FrameClock} from './frame-clock.js';
import {paintTimeline} from './paint-timeline.js';
import type {TimelineColors} from './paint-timeline.js';
import {
  ROW_PX,
  gutterOf,
  rowAt,
  scrollToRow,
  timelineHeight,
} from './timeline-layout.js';
import type {TimelineLayout} from './timeline-layout.js';
import {videoStrings} from './video-strings.js';
import {readRanges} from './video-tracks.js';
import type {VideoTrack, VideoTracks} from './video-tracks.js';

/** What a timeline is made of. */
export interface TimelineOptions {
  /** The `Video` tag. */
  readonly tag: ConfigTag;
  /** The display. */
  readonly context: SurfaceContext;
  /** Regions. */
  readonly tracks: VideoTracks;
  /** How regions look. */
  readonly looks: RegionLooks;
  /** Least height, CSS pixels. */
  readonly leastHeight: number;
  /** Returns the present frame. */
  readonly frame: () => number;
  /** Goes to a frame. */
  readonly seek: (frame: number) => void;
  /** Starts the video, or stops it. */
  readonly toggle: () => void;
  /** Returns words for a frame. */
  readonly describe: (frame: number) => string;
  /** Returns how a region is called. */
  readonly nameOf: (id: string) => string;
  /** Handles keys that work on the whole surface; true when it did. */
  readonly extraKeys: (event: KeyboardEvent) => boolean;
  /** Called after a region was made. */
  readonly onCreate: (id: string) => void;
}

interface Gesture {
  move(frame: number, event: PointerEvent): void;
  finish(): void;
  cancel(): void;
}

const NEAREST_PX = 24;
const EDGE_PX = 6;
const KEY_PX = 6;
const WHEEL_PX = 240;

/**
 * The frames of a video from left to right, with a row for each region: when
 * its box is there, its key frames, or which frames it labels.
 *
 * Painted on one canvas; only the rows that are seen are looked at.
 */
export class Timeline {
  /** The timeline; a slider of frames for assistive technology. */
  readonly element: HTMLElement;
  /** Words about the keys. */
  readonly hint = element('div', {
    class: 'lsf-visually-hidden',
    text: `${videoStrings.timelineHint} ${intervalStrings.hint}`,
  });
  /** What is chosen and dragged. */
  readonly scene: IntervalScene;
  /** What people may do to frames. */
  readonly edits: IntervalEdits;
  readonly #options: TimelineOptions;
  readonly #loop = new FrameLoop(() => {
    this.#paint();
  });
  readonly #layer = new CanvasLayer('lsf-timeline__canvas');
  readonly #spacer = element('div', {class: 'lsf-timeline__spacer'});
  readonly #keyboard: IntervalKeyboard;
  #selected: ReadonlySet<string> = new Set();
  #clock: FrameClock = {framerate: 1, length: 1};
  #gesture: Gesture | null = null;

  constructor(options: TimelineOptions) {
    const {tag, context, looks, onCreate} = options;
    this.#options = options;
    this.hint.id = `${context.displayId}-timeline-${tag.key}`;
    this.element = createSlider(tag.name, this.hint.id);
    this.scene = new IntervalScene(() => {
      this.#loop.request();
    });
    this.edits = new IntervalEdits({
      tag,
      context,
      scene: this.scene,
      looks,
      format: RANGE_FORMAT,
      shapes: ['timeline'],
      onCreate,
    });
    this.#keyboard = this.#createKeyboard();
    this.element.append(this.#layer.canvas, this.#spacer);
    this.#connect();
  }

  /** Shows the frames of a video. */
  open(clock: FrameClock): void {
    this.#clock = clock;
    this.scene.isReady = true;
    const width = this.#trackWidth();
    const extent = {min: 0.5, max: clock.length + 0.5};
    this.element.setAttribute('aria-valuemax', String(clock.length));
    this.scene.view = axisOf(extent, width, NEAREST_PX);
    this.refresh();
    this.#resize();
  }

  /** Shows nothing any more. */
  close(): void {
    this.scene.isReady = false;
    this.scene.load([]);
  }

  /** Brings regions and what is selected of them up to date. */
  refresh(): void {
    const {tracks, context, leastHeight} = this.#options;
    this.#selected = new Set(context.state().selection);
    const entries = [...this.#selected].flatMap((id) => {
      const track = tracks.get(id);
      const [span] = track?.kind === 'range' ? track.spans : [];
      return track && span ? [{...track, ...span, lane: null}] : [];
    });
    this.scene.load(entries);
    this.scene.lifted = new Set(entries.map(({id}) => id));
    const height = timelineHeight(tracks.size, leastHeight);
    this.element.style.blockSize = `${String(height)}px`;
    const rows = RULER_HEIGHT_PX + tracks.size * ROW_PX;
    this.#spacer.style.blockSize = `${String(Math.max(0, rows - height))}px`;
    this.#loop.request();
  }

  /** Scrolls to the row of a region. */
  reveal(id: string): void {
    const row = this.#options.tracks.indexOf(id);
    if (row === -1) return;
    this.element.scrollTop = scrollToRow(this.#layout(), row);
  }

  /** Shows the present frame; cheap enough for every frame. */
  showFrame(isPlaying: boolean): void {
    const {frame, describe} = this.#options;
    const now = frame();
    const {view} = this.scene;
    if (isPlaying && isZoomed(view)) this.scene.view = revealValue(view, now);
    this.element.setAttribute('aria-valuenow', String(now));
    if (!isPlaying) this.element.setAttribute('aria-valuetext', describe(now));
    this.#loop.request();
  }

  #createKeyboard(): IntervalKeyboard {
    const {context, frame, seek, toggle, describe, nameOf} = this.#options;
    return new IntervalKeyboard({
      scene: this.scene,
      edits: this.edits,
      playhead: {position: frame, seek, toggle},
      step: () => 1,
      snap: Math.round,
      extent: () => ({min: 1, max: this.#clock.length}),
      describe,
      describeSpan: ({start, end}) => videoStrings.range(start, end),
      nameOf,
      // The slider says by itself where it is.
      announce: (message) => {
        if (message !== describe(frame())) context.announce(message);
      },
      cancelPointer: () => this.#cancel(),
    });
  }

  #connect(): void {
    const {context} = this.#options;
    const root = this.element;
    context.listen(root, 'pointerdown', (event) => {
      this.#down(event);
    });
    context.listen(root, 'pointermove', (event) => {
      this.#move(event);
    });
    context.listen(root, 'pointerup', () => {
      this.#gesture?.finish();
      this.#gesture = null;
    });
    context.listen(root, 'pointercancel', () => {
      this.#cancel();
    });
    context.listen(
      root,
      'wheel',
      (event) => {
        if (this.#wheel(event)) event.preventDefault();
      },
      {passive: false},
    );
    context.listen(root, 'scroll', () => {
      this.#loop.request();
    });
    context.listen(root, 'keydown', (event) => {
      if (this.#options.extraKeys(event)) event.preventDefault();
      else this.#keyboard.down(event);
    });
    context.listen(root, 'keyup', () => {
      this.#keyboard.up();
    });
    context.listen(root, 'blur', () => {
      this.#keyboard.blur();
    });
    context.watch(
      ({session}) => session.activeLabels,
      () => {
        this.#labelDraft();
      },
    );
    this.#watchScreen();
  }

  #watchScreen(): void {
    const {context} = this.#options;
    const resize = (): void => {
      this.#resize();
    };
    const observer = new ResizeObserver(resize);
    observer.observe(this.element);
    const themes = new MutationObserver(resize);
    themes.observe(context.host, {attributeFilter: ['theme']});
    const unwatch = watchScreen(resize);
    context.add(() => {
      observer.disconnect();
      themes.disconnect();
      unwatch();
      this.#loop.stop();
    });
  }

  #down(event: PointerEvent): void {
    if (!this.scene.isReady || event.button !== 0) return;
    // A press on the scroll bar is not one on the frames.
    if (event.offsetX > this.element.clientWidth) return;
    this.element.focus({preventScroll: true});
    if (event.isTrusted) this.element.setPointerCapture(event.pointerId);
    this.#gesture = this.#begin(event);
    this.#gesture?.move(this.#frameAt(event), event);
  }

  #begin(event: PointerEvent): Gesture | null {
    const {x, y} = this.#pointOf(event);
    const layout = this.#layout();
    const row = rowAt(layout, y);
    const track = row === null ? undefined : this.#options.tracks.at(row);
    if (x < layout.gutter) {
      if (track) this.#select(track.id, event);
      return null;
    }
    if (row === null) return this.#scrub();
    if (!track) return this.edits.canCreate ? this.#draw(event) : this.#scrub();
    if (track.kind === 'range') {
      const edge = this.#edgeAt(track, x - layout.gutter);
      if (edge) return this.#reshape(track.id, edge, event);
    }
    const isTool = this.edits.toolStyle !== null;
    if (isTool && !this.#isOn(track, this.#frameAt(event))) {
      return this.#draw(event);
    }
    this.#select(track.id, event);
    const isMovable =
      track.kind === 'range' &&
      this.#isOn(track, this.#frameAt(event)) &&
      this.edits.canEdit(track.id);
    const key = this.#keyAt(track, x - layout.gutter);
    if (key !== null) {
      this.#options.seek(key);
      return null;
    }
    return isMovable ? this.#reshape(track.id, null, event) : this.#scrub();
  }

  #move(event: PointerEvent): void {
    if (this.#gesture) this.#gesture.move(this.#frameAt(event), event);
    else this.#showCursor(event);
  }

  #cancel(): boolean {
    const isDoing = this.#gesture !== null;
    this.#gesture?.cancel();
    this.#gesture = null;
    return isDoing;
  }

  #scrub(): Gesture {
    return {
      move: (frame) => {
        this.#options.seek(frame);
      },
      finish: () => undefined,
      cancel: () => undefined,
    };
  }

  #draw(from: PointerEvent): Gesture {
    const anchor = this.#frameAt(from);
    const style = this.edits.toolStyle;
    let hasMoved = false;
    return {
      move: (frame) => {
        this.#options.seek(frame);
        hasMoved ||= frame !== anchor;
        if (!hasMoved) return;
        this.scene.draft = {...spanBetween(anchor, frame, null), style};
      },
      finish: () => {
        const {draft} = this.scene;
        if (!draft || !hasMoved) return;
        if (!style) {
          this.edits.unselect();
          return;
        }
        this.scene.draft = null;
        this.edits.create(draft);
      },
      cancel: () => {
        this.scene.draft = null;
      },
    };
  }

  #reshape(id: string, edge: SpanEdge | null, from: PointerEvent): Gesture {
    const anchor = this.#frameAt(from);
    const [range] = this.#options.tracks.get(id)?.spans ?? [];
    const span: Span = {start: 1, end: 1, lane: null, ...range};
    const extent = {min: 1, max: this.#clock.length};
    let hasMoved = false;
    return {
      move: (frame) => {
        hasMoved ||= frame !== anchor;
        if (!hasMoved) return;
        this.scene.preview = edge
          ? new Map([[id, moveEdge(span, edge, frame, extent)]])
          : shiftSpans(new Map([[id, span]]), frame - anchor, extent);
      },
      finish: () => {
        const spans = this.scene.preview;
        const label = edge ? 'resize region' : 'move region';
        if (hasMoved) this.edits.reshape(spans, {label});
        else this.#options.seek(anchor);
        this.scene.preview = null;
      },
      cancel: () => {
        this.scene.preview = null;
      },
    };
  }

  #select(id: string, event: PointerEvent): void {
    const isExtending = event.shiftKey || event.ctrlKey || event.metaKey;
    this.scene.draft = null;
    this.edits.select(id, isExtending);
  }

  /** Frames that were chosen before their label get it as soon as there is one. */
  #labelDraft(): void {
    const {draft} = this.scene;
    const {toolStyle} = this.edits;
    if (!draft || this.#gesture) return;
    if (!toolStyle || draft.style || draft.end <= draft.start) {
      this.scene.draft = {...draft, style: toolStyle};
      return;
    }
    const {start, end} = draft;
    this.scene.draft = null;
    this.#keyboard.settled();
    this.edits.create({start, end, lane: null});
  }

  #wheel(event: WheelEvent): boolean {
    const {view} = this.scene;
    if (!this.scene.isReady) return false;
    const {x} = this.#pointOf(event);
    if (event.ctrlKey || event.metaKey) {
      const factor = Math.exp(-event.deltaY / WHEEL_PX);
      this.scene.view = zoomAxis(view, x - this.#layout().gutter, factor);
      return true;
    }
    const sideways = event.shiftKey ? event.deltaY : event.deltaX;
    if (sideways === 0) return false;
    const after = panAxis(view, sideways);
    if (after.start === view.start) return false;
    this.scene.view = after;
    return true;
  }

  #showCursor(event: PointerEvent): void {
    const {x, y} = this.#pointOf(event);
    const layout = this.#layout();
    const row = rowAt(layout, y);
    const track = row === null ? undefined : this.#options.tracks.at(row);
    const place = x - layout.gutter;
    const isEdge =
      track?.kind === 'range' && this.#edgeAt(track, place) !== null;
    const cursor =
      isEdge || (row === null && place >= 0)
        ? 'ew-resize'
        : track
          ? 'pointer'
          : this.edits.toolStyle
            ? 'crosshair'
            : '';
    if (this.element.style.cursor !== cursor)
      this.element.style.cursor = cursor;
  }

  #edgeAt({id, spans}: VideoTrack, x: number): SpanEdge | null {
    const [range] = spans;
    if (!range || !this.#selected.has(id) || !this.edits.canEdit(id)) {
      return null;
    }
    const {view} = this.scene;
    const toStart = Math.abs(x - toPx(view, range.start - 0.5));
    const toEnd = Math.abs(x - toPx(view, range.end + 0.5));
    if (Math.min(toStart, toEnd) > EDGE_PX) return null;
    return toStart < toEnd ? 'start' : 'end';
  }

  #keyAt({keys}: VideoTrack, x: number): number | null {
    const {view} = this.scene;
    const near = keys.find(
      ({frame}) => Math.abs(toPx(view, frame) - x) <= KEY_PX,
    );
    return near?.frame ?? null;
  }

  #isOn({spans}: VideoTrack, frame: number): boolean {
    return spans.some(({start, end}) => frame >= start && frame <= end);
  }

  #frameAt(event: MouseEvent): number {
    const {view} = this.scene;
    const x = this.#pointOf(event).x - this.#layout().gutter;
    const frame = Math.round(clampValue(view, toValue(view, x)));
    return Math.min(this.#clock.length, Math.max(1, frame));
  }

  #pointOf(event: MouseEvent): {x: number; y: number} {
    const {left, top} = this.element.getBoundingClientRect();
    return {x: event.clientX - left, y: event.clientY - top};
  }

  #layout(): TimelineLayout {
    const {clientWidth, clientHeight, scrollTop} = this.element;
    const gutter = gutterOf(clientWidth);
    return {
      gutter,
      track: Math.max(1, clientWidth - gutter),
      rowsHeight: Math.max(0, clientHeight - RULER_HEIGHT_PX),
      scroll: scrollTop,
    };
  }

  #trackWidth(): number {
    return this.#layout().track;
  }

  #resize(): void {
    const {clientWidth: width, clientHeight: height} = this.element;
    if (!this.scene.isReady || width <= 0 || height <= 0) return;
    this.#layer.resize({width, height}, devicePixelRatio);
    const {style} = this.#layer.canvas;
    style.inlineSize = `${String(width)}px`;
    style.blockSize = `${String(height)}px`;
    this.scene.view = withWidth(this.scene.view, this.#trackWidth());
    this.#paint();
  }

  #paint(): void {
    this.scene.takeMarks();
    if (!this.scene.isReady) return;
    const {tracks, frame} = this.#options;
    const theme = hasForcedColors() ? SYSTEM_COLORS : OWN_COLORS;
    const {preview, draft} = this.scene;
    const view: AxisView = this.scene.view;
    this.#layer.repaint(null, (context) => {
      context.scale(this.#layer.ratio, this.#layer.ratio);
      paintTimeline(
        {context, theme, colors: this.#colors()},
        {
          layout: this.#layout(),
          view,
          tracks,
          selected: this.#selected,
          preview,
          draft,
          frame: frame(),
          canLabel: this.edits.canCreate,
        },
      );
    });
  }

  #colors(): TimelineColors {
    const style = getComputedStyle(this.#layer.canvas);
    return {
      text: style.color,
      muted: style.caretColor,
      accent: style.outlineColor,
      border: style.columnRuleColor,
      selected: style.textDecorationColor,
    };
  }
}

/** The first range is what is edited; Label Studio makes no others. */
const RANGE_FORMAT: IntervalFormat = {
  read: ({ranges}) => {
    const [range] = readRanges(ranges);
    return range ? {...range, lane: null} : null;
  },
  write: ({start, end}, before) => ({
    ranges: [{start, end}, ...readRanges(before?.ranges).slice(1)],
  }),
};

function createSlider(name: string, hintId: string): HTMLElement {
  return element('div', {
    class: 'lsf-timeline',
    attributes: {
      role: 'slider',
      tabindex: 0,
      'aria-label': videoStrings.timeline(name),
      'aria-describedby': hintId,
      'aria-valuemin': 1,
      'aria-valuenow': 1,
      'aria-valuemax': 1,
    },
  });
}
