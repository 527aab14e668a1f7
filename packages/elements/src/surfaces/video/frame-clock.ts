import {clamp} from '../image/geometry.js';

/** How a video's time is divided into frames, 1-based. */
export interface FrameClock {
  /** Frames a second. */
  readonly framerate: number;
  /** Number of frames, at least 1. */
  readonly length: number;
}

/** Times are exact to a microsecond only; a share of a frame. */
const SLACK = 0.01;
/** Containers round times to milliseconds; this is past any rounding. */
const PAST_EDGE_SECONDS = 0.001;

/** Returns the clock of a video that lasts so many seconds. */
export function frameClock(framerate: number, duration: number): FrameClock {
  const length = Math.max(1, Math.ceil(duration * framerate - SLACK));
  return {framerate, length};
}

/**
 * Returns the frame at a time.
 *
 * Frame n begins at n divided by the frame rate, as in Label Studio's JSON;
 * what is before the first one counts as it.
 *
 * @param time - Seconds.
 */
export function frameAt(clock: FrameClock, time: number): number {
  const frame = Math.floor(time * clock.framerate + SLACK);
  return clampFrame(clock, frame);
}

/** Returns when a frame is surely seen, seconds. */
export function timeOfFrame(clock: FrameClock, frame: number): number {
  return clampFrame(clock, frame) / clock.framerate + PAST_EDGE_SECONDS;
}

/** Returns a frame that there is: the nearest one, whole. */
export function clampFrame({length}: FrameClock, frame: number): number {
  return clamp(Math.round(frame), 1, length);
}
