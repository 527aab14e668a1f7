import type {Lifespan} from '@ls-annotation/core';

import {toPx} from '../intervals/axis-view.js';
import type {AxisView} from '../intervals/axis-view.js';

import {ROW_PX} from './timeline-layout.js';
import type {VideoTrack} from './video-tracks.js';

/** Where the bar of a span lies, CSS pixels. */
export interface TimelineBar {
  /** Left edge, from that of the frames. */
  readonly left: number;
  /** Upper edge, from the top of the timeline. */
  readonly top: number;
  /** Extent to the right. */
  readonly width: number;
  /** Extent downwards. */
  readonly height: number;
}

/** From the middle of the mark of a key frame to its tips, CSS pixels. */
export const KEY_PX = 4.5;
const BAR_PX = 8;

/** Returns where the bar of a span lies in a row whose top is given. */
export function barOf(
  view: AxisView,
  kind: VideoTrack['kind'],
  {start, end}: Lifespan,
  rowTop: number,
): TimelineBar {
  const height = kind === 'range' ? ROW_PX - 10 : BAR_PX;
  const left = toPx(view, start - 0.5);
  const right = toPx(view, Math.min(end, view.max) + 0.5);
  const top = rowTop + (ROW_PX - height) / 2;
  return {left, top, width: Math.max(2, right - left), height};
}

/** Makes the mark of a key frame the path in hand. */
export function traceKey(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
): void {
  context.beginPath();
  context.moveTo(x, y - KEY_PX);
  context.lineTo(x + KEY_PX, y);
  context.lineTo(x, y + KEY_PX);
  context.lineTo(x - KEY_PX, y);
  context.closePath();
}
