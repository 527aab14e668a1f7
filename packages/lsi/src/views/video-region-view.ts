import {
  keyFrameBefore,
  readFramerate,
  readSequence,
  shapeAtFrame,
  withKeyFrame,
  withShapeAt,
  withoutKeyFrame,
  type VideoKeyFrame,
  type VideoShape,
} from '@ls-annotation/core';

import {RegionView} from './region-view.js';
import {VideoTagView} from './video-tag-view.js';

/** A box that moves through a video, as plugins see it. */
export class VideoRegionView extends RegionView {
  /**
   * Returns where it lies on a frame, gone or not: between key frames as far
   * along as the frame is; `null` before the first one.
   */
  getShape(frame: number): VideoShape | null {
    const always = this.#frames.map((key) => ({...key, enabled: true}));
    return shapeAtFrame(always, frame);
  }

  /**
   * Says where it lies on a frame, and makes that one a key frame.
   *
   * After the last key frame it is in sight from then on.
   */
  updateShape(data: Partial<VideoShape>, frame: number): void {
    const before = this.getShape(frame) ?? this.closestKeypoint(frame);
    const shape = {...NOWHERE, ...before, ...data};
    const {x, y, width, height, rotation} = shape;
    const wanted = {x, y, width, height, rotation};
    const keys = this.#frames;
    const after = withShapeAt(keys, frame, wanted, this.#framerate);
    const isLast = frame > (keys.at(-1)?.frame ?? 0);
    this.#set(
      isLast
        ? after.map((key) =>
            key.frame === frame ? {...key, enabled: true} : key,
          )
        : after,
    );
  }

  /** Makes a frame a key frame, where the box is. */
  addKeypoint(frame: number): void {
    this.#set(withKeyFrame(this.#frames, frame, this.#framerate));
  }

  /** Makes a frame none of the key frames; the last one stays. */
  removeKeypoint(frame: number): void {
    this.#set(withoutKeyFrame(this.#frames, frame));
  }

  /**
   * Takes it out of sight after the key frame at or before a frame, or brings
   * it back there; does nothing before the first one.
   */
  toggleLifespan(frame: number): void {
    const keys = this.#frames;
    const before = keyFrameBefore(keys, frame);
    if (!before) return;
    this.#set(
      keys.map((key) =>
        key === before ? {...key, enabled: !key.enabled} : key,
      ),
    );
  }

  /** Returns whether it is in sight on a frame. */
  isInLifespan(frame: number): boolean {
    const key = this.closestKeypoint(frame);
    return key ? key.frame === frame || key.enabled : false;
  }

  /** Returns the key frame at or before a frame, else the next one. */
  closestKeypoint(
    frame: number,
    onlyPrevious = false,
  ): VideoKeyFrame | undefined {
    const before = keyFrameBefore(this.#frames, frame);
    if (before || onlyPrevious) return before;
    return this.#frames.find((key) => key.frame >= frame);
  }

  get #frames(): readonly VideoKeyFrame[] {
    return readSequence(this.sequence);
  }

  get #framerate(): number {
    const {object} = this;
    const written = object instanceof VideoTagView ? object.framerate : null;
    return readFramerate(written);
  }

  #set(sequence: readonly VideoKeyFrame[]): void {
    this.reshape({sequence});
  }
}

const NOWHERE = {x: 0, y: 0, width: 0, height: 0, rotation: 0};

/** A span of a video's timeline, as plugins see it. */
export class TimelineRegionView extends RegionView {
  /** Key frames that its ranges stand for. */
  override get sequence(): unknown[] {
    const ranges = (this.ranges ?? []) as readonly FrameRange[];
    return ranges.flatMap(({start, end}) =>
      start === end
        ? [{frame: start, enabled: false}]
        : [
            {frame: start, enabled: true},
            {frame: end, enabled: false},
          ],
    );
  }

  /** Same as {@link TimelineRegionView.setRange}. */
  setRanges(range: readonly [number, number]): void {
    this.setRange(range);
  }

  /** Says which frames it spans, 1-based, the end included. */
  setRange([start, end]: readonly [number, number]): void {
    const range = {start: Math.min(start, end), end: Math.max(start, end)};
    this.reshape({ranges: [range]});
  }
}

interface FrameRange {
  readonly start: number;
  readonly end: number;
}
