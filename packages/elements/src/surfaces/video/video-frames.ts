import type {VideoPlayer} from '@ls-annotation/lsi';

import {formatClock} from '../media/format-clock.js';
import type {MediaPlayer} from '../media/media-player.js';

import {clampFrame, frameAt, frameClock, timeOfFrame} from './frame-clock.js';
import type {FrameClock} from './frame-clock.js';
import {videoStrings} from './video-strings.js';

/** A player that counts in frames. */
export class VideoFrames implements VideoPlayer {
  readonly #player: MediaPlayer;
  #clock: FrameClock;
  #frame = 1;

  /** @param framerate - Frames a second. */
  constructor(player: MediaPlayer, framerate: number) {
    this.#player = player;
    this.#clock = {framerate, length: 1};
  }

  /** How time is divided. */
  get clock(): FrameClock {
    return this.#clock;
  }

  get frame(): number {
    return this.#frame;
  }

  get length(): number {
    return this.#clock.length;
  }

  get duration(): number {
    return this.#player.duration;
  }

  get rate(): number {
    return this.#player.rate;
  }

  setRate(rate: number): void {
    this.#player.setRate(rate);
  }

  /** Takes in how long the video is, seconds. */
  measure(duration: number): void {
    this.#clock = frameClock(this.#clock.framerate, duration);
    this.follow();
  }

  /**
   * Takes in where the player is.
   *
   * @returns True when that is another frame.
   */
  follow(): boolean {
    const frame = frameAt(this.#clock, this.#player.currentTime);
    const isOther = frame !== this.#frame;
    this.#frame = frame;
    return isOther;
  }

  goToFrame(frame: number): void {
    const to = clampFrame(this.#clock, frame);
    if (to === this.#frame && !this.#player.isPlaying) return;
    this.#player.seek(to === 1 ? 0 : timeOfFrame(this.#clock, to));
  }

  /** Returns a frame in words, with its time. */
  describe(frame: number): string {
    const {framerate, length} = this.#clock;
    const time = formatClock(frame / framerate);
    return videoStrings.frames(frame, length, time);
  }
}
