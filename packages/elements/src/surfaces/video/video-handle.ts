import type {Point} from '../image/geometry.js';
import type {Scene} from '../image/scene.js';
import type {MediaPlayer} from '../media/media-player.js';

import type {VideoFrames} from './video-frames.js';
import type {VideoView} from './video-view.js';

/** What a video's handle works on. */
export interface VideoHandleOptions {
  /** The player. */
  readonly player: MediaPlayer;
  /** Frames. */
  readonly frames: VideoFrames;
  /** What is seen. */
  readonly scene: Scene;
  /** Zoom. */
  readonly view: VideoView;
  /** The element that plays. */
  readonly media: HTMLVideoElement;
}

/** Size of a video's picture. */
export interface VideoDimensions {
  /** Pixels of the picture. */
  readonly width: number;
  /** Pixels of the picture. */
  readonly height: number;
  /** Zoom at which it fits its frame. */
  readonly ratio: number;
}

/** What plugins know the player of a video by, as `ref.current`. */
export interface VideoHandle {
  /** 1-based. */
  readonly currentFrame: number;
  /** Number of frames. */
  readonly length: number;
  /** Whether it plays. */
  readonly playing: boolean;
  /** Seconds. */
  readonly duration: number;
  /** Seconds from the beginning; may be set. */
  currentTime: number;
  /** 0 to 1; may be set. */
  volume: number;
  /** Of the frame that the picture is shown in, CSS pixels. */
  readonly width: number;
  /** Of the frame that the picture is shown in, CSS pixels. */
  readonly height: number;
  /** The picture itself, and at which zoom it fits its frame. */
  readonly videoDimensions: VideoDimensions;
  /** CSS pixels a pixel of the picture. */
  readonly zoom: number;
  /** How far the picture is from the middle of its frame, CSS pixels. */
  readonly pan: Point;
  /** Starts it. */
  play(): void;
  /** Stops it. */
  pause(): void;
  /** Goes to a time, seconds. */
  seek(time: number): void;
  /** Goes to a frame, 1-based. */
  goToFrame(frame: number): void;
  /** Returns a time, the present one when it is left out, at whole frames. */
  frameSteppedTime(time?: number): number;
  /** Shows it at a zoom, as near to it as can be. */
  setZoom(zoom: number): void;
  /** Shifts the picture from the middle, as far as can be, CSS pixels. */
  setPan(x: number, y: number): void;
  /** Returns how far `setPan` would shift it, CSS pixels. */
  adjustPan(x: number, y: number): Point;
  /** 1 for as it is. */
  setContrast(value: number): void;
  /** 1 for as it is. */
  setBrightness(value: number): void;
  /** 1 for as it is. */
  setSaturation(value: number): void;
}

/** Makes the handle of a video. */
export function createVideoHandle(options: VideoHandleOptions): VideoHandle {
  const {player, frames, scene, view, media} = options;
  const filters = new Map<string, number>();
  const filter = (name: string, value: number): void => {
    filters.set(name, value);
    media.style.filter = [...filters]
      .map(([key, amount]) => `${key}(${String(amount)})`)
      .join(' ');
  };
  return {
    get currentFrame() {
      return frames.frame;
    },
    get length() {
      return frames.length;
    },
    get playing() {
      return player.isPlaying;
    },
    get duration() {
      return player.duration;
    },
    get currentTime() {
      return player.currentTime;
    },
    set currentTime(time) {
      player.seek(time);
    },
    get volume() {
      return player.volume;
    },
    set volume(volume) {
      player.volume = volume;
    },
    get width() {
      return scene.view.stage.width;
    },
    get height() {
      return scene.view.stage.height;
    },
    get videoDimensions() {
      const {width, height} = scene.view.image;
      return {width, height, ratio: view.fit};
    },
    get zoom() {
      return scene.view.scale;
    },
    get pan() {
      return view.pan;
    },
    play: () => {
      player.play();
    },
    pause: () => {
      player.pause();
    },
    seek: (time) => {
      player.seek(time);
    },
    goToFrame: (frame) => {
      frames.goToFrame(frame);
    },
    frameSteppedTime: (time = player.currentTime) => {
      const {framerate} = frames.clock;
      return Math.round(time * framerate) / framerate;
    },
    setZoom: (zoom) => {
      view.zoomTo(zoom);
    },
    setPan: (x, y) => {
      view.panTo({x, y});
    },
    adjustPan: (x, y) => view.nearestPan({x, y}),
    setContrast: (value) => {
      filter('contrast', value);
    },
    setBrightness: (value) => {
      filter('brightness', value);
    },
    setSaturation: (value) => {
      filter('saturate', value);
    },
  };
}
