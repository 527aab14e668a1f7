import {
  attributeText,
  readFramerate,
  resolveValue,
  type Geometry,
} from '@ls-annotation/core';

import type {ControlView} from './control-view.js';
import {ObjectView} from './object-view.js';
import type {RegionView} from './region-view.js';
import type {TagViewOptions} from './tag-view.js';

/** What the player of a video answers and does. */
export interface VideoPlayer {
  /** The frame that is seen, 1-based. */
  readonly frame: number;
  /** Number of frames, at least 1. */
  readonly length: number;
  /** Seconds; 0 while it is not known. */
  readonly duration: number;
  /** How fast it plays, 1 for as it was recorded. */
  readonly rate: number;
  /** Sets how fast it plays. */
  setRate(rate: number): void;
  /** Goes to a frame, 1-based. */
  goToFrame(frame: number): void;
}

/** Label Studio takes nothing slower for a speed. */
const LEAST_SPEED = 0.05;
const LEAST_SPEED_OFFERED = 0.25;

/** A `<Video>` as plugins see it. */
export class VideoTagView extends ObjectView {
  #player: VideoPlayer | null = null;
  #speed: number;

  /** Frames a second, as text; plugins parse it. */
  framerate: string;

  /** Slowest speed that is offered. */
  readonly minplaybackspeed: number;

  /** Speed that it starts with. */
  readonly defaultplaybackspeed: number;

  /** True: labels go out inside the result of the box. */
  readonly mergeLabelsAndResults = true;

  constructor(options: TagViewOptions) {
    super(options);
    this.ref = {current: null};
    this.syncHandlers = new Map();
    this.framerate = String(readFramerate(this.#setting('framerate')));
    const least = this.#speedSetting('minplaybackspeed', LEAST_SPEED_OFFERED);
    this.minplaybackspeed = least;
    const initial = this.#speedSetting('defaultplaybackspeed', 1);
    this.defaultplaybackspeed = Math.max(initial, least);
    this.#speed = this.defaultplaybackspeed;
  }

  /**
   * The player, `null` while there is none.
   *
   * @internal
   */
  get player(): VideoPlayer | null {
    return this.#player;
  }

  set player(player: VideoPlayer | null) {
    this.#speed = this.speed;
    this.#player = player;
  }

  /** How fast it plays, 1 for as it was recorded. */
  get speed(): number {
    return this.#player?.rate ?? this.#speed;
  }

  set speed(rate: number) {
    if (!Number.isFinite(rate) || rate <= 0) return;
    this.#speed = rate;
    this.#player?.setRate(rate);
  }

  /** The frame that is seen, 1-based. */
  get frame(): number {
    return this.#player?.frame ?? 1;
  }

  /** Same as {@link VideoTagView.frame}. */
  get currentFrame(): number {
    return this.frame;
  }

  /** Number of frames; 1 while it is not known. */
  get length(): number {
    return this.#player?.length ?? 1;
  }

  /** The control that draws boxes, if there is one. */
  get videoControl(): ControlView | undefined {
    return this.states().find(({type}) => type === 'videorectangle');
  }

  /** The control that labels frames, if there is one. */
  get timelineControl(): ControlView | undefined {
    return this.states().find(({type}) => type === 'timelinelabels');
  }

  /** Goes to a frame, 1-based. */
  setFrame(frame: number): void {
    this.#player?.goToFrame(frame);
  }

  /**
   * Draws a box on the frame that is seen, with the labels that are chosen.
   *
   * @param data - Percent of the video's sides; other keys of a key frame too.
   * @returns `undefined` where the config has no control for boxes.
   */
  addVideoRegion(
    data: Readonly<Record<string, unknown>>,
  ): RegionView | undefined {
    const control = this.videoControl;
    if (!control) return undefined;
    const {frame, timelineControl} = this;
    const labels = this.activeStates().filter(
      (state) => state !== timelineControl,
    );
    return this.annotation.createResult(
      {sequence: [{frame, enabled: true, rotation: 0, ...data}]},
      {},
      control,
      this,
      false,
      labels,
    );
  }

  /**
   * Labels one frame with what is chosen; the region's `setRange` has it span
   * more.
   *
   * @returns `undefined` where the config has no control for frames.
   */
  addTimelineRegion(
    data: {readonly frame?: number} = {},
  ): RegionView | undefined {
    const control = this.timelineControl;
    if (!control) return undefined;
    const {frame = this.frame} = data;
    return this.annotation.createResult(
      {ranges: [{start: frame, end: frame}]},
      {[control.valueType]: control.selectedValues()},
      control,
      this,
    );
  }

  /** Returns the region with an id in JSON, or whose properties match. */
  override findRegion(
    match: string | Readonly<Record<string, unknown>>,
  ): RegionView | undefined {
    const wanted = typeof match === 'string' ? {cleanId: match} : match;
    return super.findRegion(wanted);
  }

  /** Deletes the region with an id in JSON, if there is one. */
  deleteRegion(id: string): void {
    this.findRegion(id)?.deleteRegion();
  }

  /**
   * Returns the shape of a new box with all that its JSON has: how many frames
   * there are, how long they last, and when each key frame is.
   *
   * @internal
   */
  complete(geometry: Geometry): Geometry {
    const {sequence} = geometry;
    if (!Array.isArray(sequence)) return geometry;
    const framerate = Number(this.framerate);
    return {
      framesCount: this.length,
      duration: this.#player?.duration ?? 0,
      ...geometry,
      sequence: (sequence as Readonly<Record<string, unknown>>[]).map(
        (key) => ({...key, time: Number(key.frame) / framerate}),
      ),
    };
  }

  #setting(name: string): unknown {
    const text = attributeText(this.config, name);
    return resolveValue(text, this.context.data);
  }

  #speedSetting(name: string, fallback: number): number {
    const speed = Number(this.#setting(name));
    return speed >= LEAST_SPEED ? speed : fallback;
  }
}
