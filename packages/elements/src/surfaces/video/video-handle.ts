import type {Point} from '../image/geometry.js';
import type {Scene} from '../image/scene.js';
import type {MediaPlayer} from '../media/media-player.js';

import type {VideoControl} from './video-facts.js';
import type {VideoView} from './video-view.js';

/** What a video's handle works on. */
export interface VideoHandleOptions {
  /** The player. */
  readonly player: MediaPlayer;
  /** Frames. */
  readonly control: VideoControl;
  /** What is seen. */
  readonly scene: Scene;
  /** Zoom. */
  readonly view: VideoView;
  /** The element that plays. */
  readonly media: HTMLVideoElement;
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
  /** Of the picture as it is seen, CSS pixels. */
  readonly width: number;
  /** Of the picture as it is seen, CSS pixels. */
  readonly height: number;
  /** 1 for the whole picture. */
  readonly zoom: number;
  /** How far the picture is shifted, CSS pixels. */
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
  /** Shows it so many times as large as it fits. */
  setZoom(zoom: number): void;
  /** Shifts the picture, CSS pixels. */
  setPan(x: number, y: number): void;
  /** 1 for as it is. */
  setContrast(value: number): void;
  /** 1 for as it is. */
  setBrightness(value: number): void;
  /** 1 for as it is. */
  setSaturation(value: number): void;
}

/** Makes the handle of a video. */
export function createVideoHandle(options: VideoHandleOptions): VideoHandle {
  const {player, control, scene, view, media} = options;
  const filters = new Map<string, number>();
  const filter = (name: string, value: number): void => {
    filters.set(name, value);
    media.style.filter = [...filters]
      .map(([key, amount]) => `${key}(${String(amount)})`)
      .join(' ');
  };
  return {
    get currentFrame() {
      return control.frame;
    },
    get length() {
      return control.clock.length;
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
      return scene.view.image.width * scene.view.scale;
    },
    get height() {
      return scene.view.image.height * scene.view.scale;
    },
    get zoom() {
      const {image, stage, scale} = scene.view;
      const fit = Math.min(
        stage.width / image.width,
        stage.height / image.height,
      );
      return scale / fit;
    },
    get pan() {
      return {x: scene.view.x, y: scene.view.y};
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
      control.goToFrame(frame);
    },
    frameSteppedTime: (time = player.currentTime) => {
      const {framerate} = control.clock;
      return Math.round(time * framerate) / framerate;
    },
    setZoom: (zoom) => {
      view.zoomTo(zoom);
    },
    setPan: (x, y) => {
      view.panTo({x, y});
    },
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
