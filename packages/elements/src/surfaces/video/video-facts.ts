import type {ObjectView} from '@ls-annotation/lsi';

import type {FrameClock} from './frame-clock.js';
import {readFramerate} from './frame-clock.js';

/** What a video's player answers and does. */
export interface VideoControl {
  /** How time is divided. */
  readonly clock: FrameClock;
  /** The frame that is seen, 1-based. */
  readonly frame: number;
  /** How fast it plays, 1 for as it was recorded. */
  readonly rate: number;
  /** Sets how fast it plays. */
  setRate(rate: number): void;
  /** Goes to a frame. */
  goToFrame(frame: number): void;
}

/** What a config says of a video. */
export interface VideoSettings {
  /** Frames a second, or seconds a frame below 1; not trusted. */
  readonly framerate: unknown;
  /** How fast it plays, 1 for as it was recorded. */
  readonly speed: number;
}

/**
 * What a video tag's live view says about its player: `framerate` as text,
 * `speed`, `frame`, `currentFrame`, `length`, `setFrame`, and `ref.current`
 * once there is a player.
 */
export class VideoFacts {
  readonly #view: ObjectView;
  #control: VideoControl | null = null;
  #speed: number;

  /** Frames a second. */
  readonly framerate: number;

  constructor(view: ObjectView, {framerate, speed}: VideoSettings) {
    this.#view = view;
    this.#speed = speed > 0 ? speed : 1;
    this.framerate = readFramerate(framerate);
    const getFrame = (): number => this.#control?.frame ?? 1;
    define(view, 'framerate', {value: String(this.framerate), writable: true});
    define(view, 'speed', {
      get: () => this.speed,
      set: (rate: unknown) => {
        this.#setSpeed(Number(rate));
      },
    });
    define(view, 'frame', {get: getFrame});
    define(view, 'currentFrame', {get: getFrame});
    define(view, 'length', {get: () => this.#control?.clock.length ?? 1});
    define(view, 'setFrame', {
      value: (frame: number) => this.#control?.goToFrame(frame),
      writable: true,
    });
    define(view, 'mergeLabelsAndResults', {value: true, writable: true});
    view.ref ??= {current: null};
    view.ref.current = null;
  }

  /** How fast it plays or will play. */
  get speed(): number {
    return this.#control?.rate ?? this.#speed;
  }

  /** Has the view answer for a player. */
  connect(control: VideoControl, handle: object): void {
    this.#control = control;
    if (this.#view.ref) this.#view.ref.current = handle;
  }

  /** Has the view answer as if there were no player. */
  release(): void {
    this.#speed = this.speed;
    this.#control = null;
    if (this.#view.ref) this.#view.ref.current = null;
  }

  #setSpeed(rate: number): void {
    if (!Number.isFinite(rate) || rate <= 0) return;
    this.#speed = rate;
    this.#control?.setRate(rate);
  }
}

function define(
  target: object,
  name: string,
  descriptor: PropertyDescriptor,
): void {
  const own = {configurable: true, enumerable: true, ...descriptor};
  Object.defineProperty(target, name, own);
}
