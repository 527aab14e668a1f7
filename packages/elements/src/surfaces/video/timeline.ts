import type {ConfigTag} from '@ls-annotation/core';

import {element} from '../dom/element.js';
import {listenPointers} from '../dom/listen-pointers.js';
import {CanvasLayer} from '../image/canvas-layer.js';
import {FrameLoop} from '../image/frame-loop.js';
import {OWN_COLORS, SYSTEM_COLORS} from '../image/region-style.js';
import {hasForcedColors, watchScreen} from '../image/screen-watch.js';
import {
  axisOf,
  isZoomed,
  panAxis,
  revealValue,
  withWidth,
  zoomAxis,
} from '../intervals/axis-view.js';
import {IntervalEdits} from '../intervals/interval-edits.js';
import type {IntervalFormat} from '../intervals/interval-edits.js';
import {IntervalKeyboard} from '../intervals/interval-keyboard.js';
import {IntervalScene} from '../intervals/interval-scene.js';
import {intervalStrings} from '../intervals/interval-strings.js';
import {RULER_HEIGHT_PX} from '../intervals/ruler.js';
import type {RegionLooks} from '../labels/region-looks.js';
import type {SurfaceContext} from '../surface.js';

import {paintTimeline} from './paint-timeline.js';
import type {TimelineColors} from './paint-timeline.js';
import {
  ROW_PX,
  gutterOf,
  scrollToRow,
  timelineHeight,
} from './timeline-layout.js';
import type {TimelineLayout} from './timeline-layout.js';
import {ProposedTracks} from './proposed-tracks.js';
import {TimelinePointer} from './timeline-pointer.js';
import type {VideoFrames} from './video-frames.js';
import {videoStrings} from './video-strings.js';
import {readRanges} from './video-tracks.js';
import type {VideoTracks} from './video-tracks.js';

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
  /** Says where one is, and goes elsewhere. */
  readonly frames: VideoFrames;
  /** Starts the video, or stops it. */
  readonly toggle: () => void;
  /** Returns how a region is called. */
  readonly nameOf: (id: string) => string;
  /** Handles keys that work on the whole surface; true when it did. */
  readonly extraKeys: (event: KeyboardEvent) => boolean;
  /** Called after a region was made. */
  readonly onCreate: (id: string) => void;
}

const NEAREST_PX = 24;
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
  readonly #scene: IntervalScene;
  readonly #edits: IntervalEdits;
  readonly #options: TimelineOptions;
  readonly #loop = new FrameLoop(() => {
    this.#paint();
  });
  readonly #layer = new CanvasLayer('lsf-timeline__canvas');
  readonly #spacer = element('div', {class: 'lsf-timeline__spacer'});
  readonly #keyboard: IntervalKeyboard;
  readonly #pointer: TimelinePointer;
  #selected: ReadonlySet<string> = new Set();
  #proposed = ProposedTracks.none;

  constructor(options: TimelineOptions) {
    const {tag, context, looks, tracks, frames, onCreate} = options;
    this.#options = options;
    this.hint.id = `${context.displayId}-timeline-${tag.key}`;
    this.element = createSlider(tag.name, this.hint.id);
    const scene = new IntervalScene(() => {
      this.#loop.request();
    });
    this.#scene = scene;
    this.#edits = new IntervalEdits({
      tag,
      context,
      scene,
      looks,
      format: RANGE_FORMAT,
      shapes: ['timeline'],
      onCreate,
    });
    this.#pointer = new TimelinePointer({
      stage: this.element,
      scene,
      edits: this.#edits,
      tracks,
      frames,
      layout: () => this.#layout(),
    });
    this.#keyboard = this.#createKeyboard();
    this.element.append(this.#layer.canvas, this.#spacer);
    this.#connectPointer();
    this.#connectKeys();
    this.#watchScreen();
    context.watch(
      ({session}) => session.activeLabels,
      () => {
        this.#labelDraft();
      },
    );
  }

  /** Shows the frames of a video. */
  open(): void {
    const {length} = this.#options.frames;
    const extent = {min: 0.5, max: length + 0.5};
    this.element.setAttribute('aria-valuemax', String(length));
    this.#scene.isReady = true;
    this.#scene.view = axisOf(extent, this.#layout().track, NEAREST_PX);
    this.refresh();
    this.#resize();
  }

  /** Shows nothing any more. */
  close(): void {
    this.#scene.isReady = false;
    this.#scene.load([]);
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
    this.#scene.load(entries);
    this.#scene.lifted = new Set(entries.map(({id}) => id));
    const count = tracks.size + this.#proposed.added.length;
    const height = timelineHeight(count, leastHeight);
    this.element.style.blockSize = `${String(height)}px`;
    const rows = RULER_HEIGHT_PX + count * ROW_PX;
    this.#spacer.style.blockSize = `${String(Math.max(0, rows - height))}px`;
    this.#loop.request();
  }

  /** Shows what would change; what would come has rows after the others. */
  propose(proposed: ProposedTracks): void {
    this.#proposed = proposed;
    if (this.#scene.isReady) this.refresh();
  }

  /** Scrolls to the row of a region. */
  reveal(id: string): void {
    const row = this.#options.tracks.indexOf(id);
    if (row === -1) return;
    this.element.scrollTop = scrollToRow(this.#layout(), row);
  }

  /** Shows the present frame; cheap enough for every frame. */
  showFrame(isPlaying: boolean): void {
    const {frames} = this.#options;
    const {frame} = frames;
    const {view} = this.#scene;
    if (isPlaying && isZoomed(view))
      this.#scene.view = revealValue(view, frame);
    this.element.setAttribute('aria-valuenow', String(frame));
    if (!isPlaying) {
      this.element.setAttribute('aria-valuetext', frames.describe(frame));
    }
    this.#loop.request();
  }

  #createKeyboard(): IntervalKeyboard {
    const {context, frames, toggle, nameOf} = this.#options;
    return new IntervalKeyboard({
      scene: this.#scene,
      edits: this.#edits,
      playhead: {
        position: () => frames.frame,
        seek: (frame) => {
          frames.goToFrame(frame);
        },
        toggle,
      },
      step: () => 1,
      snap: Math.round,
      extent: () => ({min: 1, max: frames.length}),
      describe: (frame) => frames.describe(frame),
      describeSpan: ({start, end}) => videoStrings.range(start, end),
      nameOf,
      // The slider says by itself where it is.
      announce: (message) => {
        if (message !== frames.describe(frames.frame)) {
          context.announce(message);
        }
      },
      cancelPointer: () => this.#pointer.cancel(),
    });
  }

  #connectPointer(): void {
    const {context} = this.#options;
    const root = this.element;
    listenPointers(context, root, this.#pointer, (event) => this.#wheel(event));
    context.pickRegions(root, this.#pointer);
    context.listen(root, 'scroll', () => {
      this.#loop.request();
    });
  }

  #connectKeys(): void {
    const {context, extraKeys} = this.#options;
    const root = this.element;
    context.listen(root, 'keydown', (event) => {
      if (extraKeys(event)) event.preventDefault();
      else this.#keyboard.down(event);
    });
    context.listen(root, 'keyup', () => {
      this.#keyboard.up();
    });
    context.listen(root, 'blur', () => {
      this.#keyboard.blur();
    });
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

  /** Frames that were chosen before their label get it as soon as there is one. */
  #labelDraft(): void {
    const {draft} = this.#scene;
    const {toolStyle} = this.#edits;
    if (!draft || this.#pointer.isBusy) return;
    if (!toolStyle || draft.style || draft.end <= draft.start) {
      this.#scene.draft = {...draft, style: toolStyle};
      return;
    }
    const {start, end} = draft;
    this.#scene.draft = null;
    this.#keyboard.settled();
    this.#edits.create({start, end, lane: null});
  }

  #wheel(event: WheelEvent): boolean {
    const {view} = this.#scene;
    if (!this.#scene.isReady) return false;
    if (event.ctrlKey || event.metaKey) {
      const factor = Math.exp(-event.deltaY / WHEEL_PX);
      this.#scene.view = zoomAxis(view, this.#pointer.xOf(event), factor);
      return true;
    }
    const sideways = event.shiftKey ? event.deltaY : event.deltaX;
    if (sideways === 0) return false;
    const after = panAxis(view, sideways);
    if (after.start === view.start) return false;
    this.#scene.view = after;
    return true;
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

  #resize(): void {
    const {clientWidth: width, clientHeight: height} = this.element;
    if (!this.#scene.isReady || width <= 0 || height <= 0) return;
    this.#layer.resize({width, height}, devicePixelRatio);
    const {style} = this.#layer.canvas;
    style.inlineSize = `${String(width)}px`;
    style.blockSize = `${String(height)}px`;
    this.#scene.view = withWidth(this.#scene.view, this.#layout().track);
    this.#paint();
  }

  #paint(): void {
    const scene = this.#scene;
    scene.takeMarks();
    if (!scene.isReady) return;
    const {tracks, frames} = this.#options;
    const theme = hasForcedColors() ? SYSTEM_COLORS : OWN_COLORS;
    this.#layer.repaint(null, (context) => {
      context.scale(this.#layer.ratio, this.#layer.ratio);
      paintTimeline(
        {context, theme, colors: this.#colors()},
        {
          layout: this.#layout(),
          view: scene.view,
          tracks,
          proposed: this.#proposed,
          selected: this.#selected,
          preview: scene.preview,
          draft: scene.draft,
          frame: frames.frame,
          canLabel: this.#edits.canCreate,
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
      surface: style.backgroundColor,
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
