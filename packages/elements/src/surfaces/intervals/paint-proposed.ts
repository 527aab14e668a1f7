import {traceHatching} from '../dom/hatching.js';
import {proposedText} from '../proposed-region.js';

import {isSameSpan} from './interval.js';
import type {IntervalEntry, ProposedInterval} from './interval.js';
import {LABEL_PX, labelOf, paintLabel, placeOf} from './paint-intervals.js';
import type {IntervalBrush, LaneBox, SpanLabel} from './paint-intervals.js';

/** At most so many have their labels written. */
const MAX_LABELS = 200;
/** From one line of a hatching to the next, CSS pixels. */
const HATCH_PX = 10;
const GAP_PX = 2;

/**
 * Paints what would change on a strip: dashes where a region would be, a
 * hatching where one would not be any more.
 */
export function paintProposed(
  brush: IntervalBrush,
  proposals: readonly ProposedInterval[],
): void {
  for (const {before, after} of proposals) {
    if (before && !(after && isSameSpan(before, after))) {
      paintLeaving(brush, before);
    }
    if (after) paintComing(brush, after);
  }
  paintLabels(brush, proposals.slice(-MAX_LABELS));
}

function paintComing(brush: IntervalBrush, entry: IntervalEntry): void {
  const {context, theme} = brush;
  const {style} = entry;
  const {left, top, width, height} = placeOf(brush, entry);
  context.save();
  if (!theme.isForced) {
    context.globalAlpha = style.fillOpacity / 2;
    context.fillStyle = style.fill;
    context.fillRect(left, top, width, height);
    context.globalAlpha = 1;
  }
  const line = Math.max(2, style.strokeWidth);
  const rect = [
    left + line / 2,
    top + line / 2,
    Math.max(0, width - line),
    height - line,
  ] as const;
  context.lineWidth = line;
  context.strokeStyle = theme.halo;
  context.strokeRect(...rect);
  context.setLineDash([6, 4]);
  context.strokeStyle = theme.isForced ? theme.highlight : style.stroke;
  context.strokeRect(...rect);
  context.restore();
}

function paintLeaving(brush: IntervalBrush, entry: IntervalEntry): void {
  const {context, theme} = brush;
  const {left, top, width, height} = placeOf(brush, entry);
  const right = left + Math.max(2, width);
  const area = {minX: left, minY: top, maxX: right, maxY: top + height};
  context.save();
  context.beginPath();
  context.rect(left, top, right - left, height);
  context.clip();
  traceHatching(context, area, HATCH_PX);
  context.lineWidth = 1;
  context.strokeStyle = theme.isForced ? theme.outline : entry.style.stroke;
  context.stroke();
  context.restore();
}

/**
 * At the foot of their spans, where the labels of regions are not; one that
 * has no room beside another stands above it.
 */
function paintLabels(
  brush: IntervalBrush,
  proposals: readonly ProposedInterval[],
): void {
  const labels = proposals
    .flatMap(({before, after}) => {
      const entry = after ?? before;
      if (!entry) return [];
      const text = proposedText(before?.label ?? null, after?.label ?? null);
      const label = labelOf(brush, entry, text, entry.style);
      return label ? [{label, box: brush.laneBox(entry.lane)}] : [];
    })
    .sort((a, b) => a.label.x - b.label.x);
  const ends = new Map<number, number[]>();
  for (const {label, box} of labels) {
    const top = takeRow(ends, label, box);
    if (top !== null) paintLabel(brush, label, top);
  }
}

/** Returns the top of the lowest row with room, `null` when none has any. */
function takeRow(
  ends: Map<number, number[]>,
  {x, width}: SpanLabel,
  {top, height}: LaneBox,
): number | null {
  const rows = ends.get(top) ?? [];
  ends.set(top, rows);
  const found = rows.findIndex((end) => end + GAP_PX <= x);
  const row = found === -1 ? rows.length : found;
  const rowTop = top + height - (row + 1) * (LABEL_PX + GAP_PX);
  if (row > 0 && rowTop < top) return null;
  rows[row] = x + width;
  return rowTop;
}
