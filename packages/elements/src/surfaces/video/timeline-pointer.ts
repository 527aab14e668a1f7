import {clampValue, toPx, toValue} from '../intervals/axis-view.js';
import type {IntervalEdits} from '../intervals/interval-edits.js';
import type {IntervalScene} from '../intervals/interval-scene.js';
import {moveEdge, shiftSpans, spanBetween} from '../intervals/interval.js';
import type {Extent, Span, SpanEdge} from '../intervals/interval.js';

import {clampFrame} from './frame-clock.js';
import {rowAt} from './timeline-layout.js';
import type {TimelineLayout} from './timeline-layout.js';
import type {VideoFrames} from './video-frames.js';
import type {VideoTrack, VideoTracks} from './video-tracks.js';

/** What pointers on a timeline work on. */
export interface TimelinePointerOptions {
  /** Element that pointers are pressed on. */
  readonly stage: HTMLElement;
  /** What is chosen and dragged. */
  readonly scene: IntervalScene;
  /** What people may do to frames. */
  readonly edits: IntervalEdits;
  /** Regions. */
  readonly tracks: VideoTracks;
  /** Says where one is, and goes elsewhere. */
  readonly frames: VideoFrames;
  /** Returns where things lie. */
  readonly layout: () => TimelineLayout;
}

interface Gesture {
  move(frame: number): void;
  finish(): void;
  cancel(): void;
}

/** What lies at a place of a timeline. */
interface Place {
  readonly frame: number;
  /** From the left of the frames, CSS pixels; below 0 on the names. */
  readonly x: number;
  /** 0-based, `null` on the ruler. */
  readonly row: number | null;
  readonly track: VideoTrack | undefined;
}

const EDGE_PX = {mouse: 6, touch: 14};
const KEY_PX = {mouse: 6, touch: 12};

/**
 * Makes gestures of what pointers do on a timeline.
 *
 * On the ruler, and wherever there is nothing else to do, one goes through the
 * frames. A row is selected by its name. With a label chosen, a drag where no
 * frames of the row are labelled makes a region; labelled frames are moved by
 * their middle, and by their ends once they are selected.
 */
export class TimelinePointer {
  readonly #options: TimelinePointerOptions;
  #gesture: Gesture | null = null;

  constructor(options: TimelinePointerOptions) {
    this.#options = options;
  }

  /** True while a pointer drags something. */
  get isBusy(): boolean {
    return this.#gesture !== null;
  }

  /** Handles `pointerdown`. */
  down(event: PointerEvent): void {
    const {stage, scene} = this.#options;
    if (!scene.isReady || event.button !== 0) return;
    // A press on the scroll bar is not one on the frames.
    if (event.offsetX > stage.clientWidth) return;
    stage.focus({preventScroll: true});
    if (event.isTrusted) stage.setPointerCapture(event.pointerId);
    const place = this.#placeOf(event);
    this.#gesture = this.#begin(place, event);
    this.#gesture?.move(place.frame);
  }

  /** Handles `pointermove`. */
  move(event: PointerEvent): void {
    if (!this.#options.scene.isReady) return;
    if (this.#gesture) this.#gesture.move(this.#placeOf(event).frame);
    else this.#showCursor(event);
  }

  /** Handles `pointerup`. */
  up(): void {
    this.#gesture?.finish();
    this.#gesture = null;
  }

  /** Handles `pointercancel`. */
  interrupt(): void {
    this.cancel();
  }

  /** Handles `pointerleave`: what is dragged goes on. */
  leave(): void {
    if (!this.isBusy) this.#options.stage.style.cursor = '';
  }

  /**
   * Gives up what is being dragged.
   *
   * @returns True when there was anything.
   */
  cancel(): boolean {
    const {isBusy} = this;
    this.#gesture?.cancel();
    this.#gesture = null;
    return isBusy;
  }

  /** Returns the region whose row is under a pointer. */
  regionsAt(event: MouseEvent): readonly string[] {
    const {track} = this.#placeOf(event);
    return track ? [track.id] : [];
  }

  /** Returns how far from the left of the frames an event is, CSS pixels. */
  xOf(event: MouseEvent): number {
    const {stage, layout} = this.#options;
    return event.clientX - stage.getBoundingClientRect().left - layout().gutter;
  }

  #begin(place: Place, event: PointerEvent): Gesture | null {
    const {edits, frames} = this.#options;
    const {track, x, row, frame} = place;
    if (x < 0) {
      if (track) this.#select(track.id, event);
      return null;
    }
    if (row === null) return this.#scrub();
    if (!track) return edits.canCreate ? this.#draw(frame) : this.#scrub();
    const edge = this.#edgeAt(track, x, event);
    if (edge) return this.#reshape(track, edge, frame);
    const isOn = covers(track, frame);
    if (edits.toolStyle !== null && !isOn) return this.#draw(frame);
    this.#select(track.id, event);
    const key = this.#keyAt(track, x, event);
    if (key !== null) {
      frames.goToFrame(key);
      return null;
    }
    const isMovable = track.kind === 'range' && isOn && edits.canEdit(track.id);
    return isMovable ? this.#reshape(track, null, frame) : this.#scrub();
  }

  #scrub(): Gesture {
    return {
      move: (frame) => {
        this.#options.frames.goToFrame(frame);
      },
      finish: () => undefined,
      cancel: () => undefined,
    };
  }

  #draw(anchor: number): Gesture {
    const {scene, edits, frames} = this.#options;
    const style = edits.toolStyle;
    let hasMoved = false;
    return {
      move: (frame) => {
        frames.goToFrame(frame);
        hasMoved ||= frame !== anchor;
        if (!hasMoved) return;
        scene.draft = {...spanBetween(anchor, frame, null), style};
      },
      finish: () => {
        const {draft} = scene;
        if (!draft || !hasMoved) return;
        if (!style) {
          edits.unselect();
          return;
        }
        scene.draft = null;
        edits.create(draft);
      },
      cancel: () => {
        scene.draft = null;
      },
    };
  }

  #reshape(
    {id, spans}: VideoTrack,
    edge: SpanEdge | null,
    anchor: number,
  ): Gesture {
    const {scene, edits, frames} = this.#options;
    const [range] = spans;
    const span: Span = {start: 1, end: 1, lane: null, ...range};
    const extent: Extent = {min: 1, max: frames.length};
    let hasMoved = false;
    return {
      move: (frame) => {
        hasMoved ||= frame !== anchor;
        if (!hasMoved) return;
        scene.preview = edge
          ? new Map([[id, moveEdge(span, edge, frame, extent)]])
          : shiftSpans(new Map([[id, span]]), frame - anchor, extent);
      },
      finish: () => {
        const label = edge ? 'resize region' : 'move region';
        if (hasMoved) edits.reshape(scene.preview, {label});
        else frames.goToFrame(anchor);
        scene.preview = null;
      },
      cancel: () => {
        scene.preview = null;
      },
    };
  }

  #select(id: string, event: PointerEvent): void {
    const {scene, edits} = this.#options;
    const isExtending = event.shiftKey || event.ctrlKey || event.metaKey;
    scene.draft = null;
    edits.select(id, isExtending);
  }

  #showCursor(event: PointerEvent): void {
    const {style} = this.#options.stage;
    const cursor = this.#cursorAt(this.#placeOf(event), event);
    if (style.cursor !== cursor) style.cursor = cursor;
  }

  #cursorAt({row, track, x}: Place, event: PointerEvent): string {
    const isOnFrames = x >= 0;
    if (row === null) return isOnFrames ? 'ew-resize' : '';
    if (track && this.#edgeAt(track, x, event)) return 'ew-resize';
    if (track) return 'pointer';
    return isOnFrames && this.#options.edits.toolStyle ? 'crosshair' : '';
  }

  #edgeAt(
    {id, kind, spans}: VideoTrack,
    x: number,
    event: PointerEvent,
  ): SpanEdge | null {
    const {scene, edits} = this.#options;
    const [range] = spans;
    if (kind !== 'range' || !range || !scene.lifted.has(id)) return null;
    if (!edits.canEdit(id)) return null;
    const toStart = Math.abs(x - toPx(scene.view, range.start - 0.5));
    const toEnd = Math.abs(x - toPx(scene.view, range.end + 0.5));
    if (Math.min(toStart, toEnd) > EDGE_PX[kindOf(event)]) return null;
    return toStart < toEnd ? 'start' : 'end';
  }

  #keyAt({keys}: VideoTrack, x: number, event: PointerEvent): number | null {
    const {view} = this.#options.scene;
    const reach = KEY_PX[kindOf(event)];
    const near = keys.find(
      ({frame}) => Math.abs(toPx(view, frame) - x) <= reach,
    );
    return near?.frame ?? null;
  }

  #placeOf(event: MouseEvent): Place {
    const {stage, scene, tracks, frames, layout} = this.#options;
    const x = this.xOf(event);
    const y = event.clientY - stage.getBoundingClientRect().top;
    const row = rowAt(layout(), y);
    const {view} = scene;
    return {
      x,
      row,
      frame: clampFrame(frames.clock, clampValue(view, toValue(view, x))),
      track: row === null ? undefined : tracks.at(row),
    };
  }
}

function covers({spans}: VideoTrack, frame: number): boolean {
  return spans.some(({start, end}) => frame >= start && frame <= end);
}

function kindOf(event: PointerEvent): 'mouse' | 'touch' {
  return event.pointerType === 'touch' ? 'touch' : 'mouse';
}
