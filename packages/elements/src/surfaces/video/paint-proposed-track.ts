import {isDeepEqual} from '@ls-annotation/core';

import {traceHatching} from '../dom/hatching.js';
import {endOf, toPx} from '../intervals/axis-view.js';
import type {AxisView} from '../intervals/axis-view.js';

import type {TimelineBrush} from './paint-timeline.js';
import type {ProposedTrack} from './proposed-tracks.js';
import {barOf, traceKey} from './timeline-bars.js';
import {ROW_PX} from './timeline-layout.js';
import type {VideoTrack} from './video-tracks.js';

/** From one line of a hatching to the next, CSS pixels. */
const HATCH_PX = 7;
const LINE_PX = 1.5;

/**
 * Paints in a row what would change: dashes where a region would be, a
 * hatching where one would not be any more.
 */
export function paintProposedTrack(
  brush: TimelineBrush,
  view: AxisView,
  {before, after}: ProposedTrack,
  top: number,
): void {
  if (before && !isDeepEqual(before.spans, after?.spans)) {
    paintLeaving(brush, view, before, top);
  }
  if (after) paintComing(brush, view, after, top);
}

function paintLeaving(
  {context, theme, colors}: TimelineBrush,
  view: AxisView,
  {kind, spans}: VideoTrack,
  rowTop: number,
): void {
  for (const span of spans) {
    const {left, top, width, height} = barOf(view, kind, span, rowTop);
    const minX = Math.max(0, left);
    const maxX = Math.min(view.width, left + width);
    context.save();
    context.beginPath();
    context.roundRect(left, top, width, height, 3);
    context.clip();
    traceHatching(
      context,
      {minX, minY: top, maxX, maxY: top + height},
      HATCH_PX,
    );
    context.lineWidth = LINE_PX;
    context.strokeStyle = theme.isForced ? theme.outline : colors.text;
    context.stroke();
    context.restore();
  }
}

function paintComing(
  {context, theme, colors}: TimelineBrush,
  view: AxisView,
  {kind, spans, keys, style}: VideoTrack,
  rowTop: number,
): void {
  const color = theme.isForced ? theme.highlight : style.stroke;
  context.lineWidth = LINE_PX;
  context.save();
  context.strokeStyle = color;
  context.setLineDash([4, 3]);
  for (const span of spans) {
    const {left, top, width, height} = barOf(view, kind, span, rowTop);
    // Inside of the bar, so that its edges are sharp.
    context.beginPath();
    context.roundRect(
      left + LINE_PX / 2,
      top + LINE_PX / 2,
      Math.max(0, width - LINE_PX),
      height - LINE_PX,
      3,
    );
    context.stroke();
  }
  context.restore();
  const from = view.start - 1;
  const to = endOf(view) + 1;
  for (const {frame} of keys) {
    if (frame < from || frame > to) continue;
    traceKey(context, toPx(view, frame), rowTop + ROW_PX / 2);
    context.fillStyle = theme.isForced ? theme.halo : colors.surface;
    context.fill();
    context.strokeStyle = color;
    context.stroke();
  }
}
