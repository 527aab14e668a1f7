import {traceHatching} from '../dom/hatching.js';
import {proposedText} from '../proposed-region.js';

import type {Bounds} from './geometry.js';
import {
  fillShape,
  lineWidth,
  paintLabel,
  strokeShape,
  traceShape,
} from './paint-regions.js';
import type {Brush} from './paint-regions.js';
import type {RegionEntry} from './region-index.js';
import {isSamePlace} from './shape.js';
import {mapBounds} from './viewport.js';

/** What the surface shows of one region that would change; image pixels. */
export interface ProposedEntry {
  /** The region as it is; `null` for one that would be added. */
  readonly before: RegionEntry | null;
  /** The region as it would be; `null` for one that would be removed. */
  readonly after: RegionEntry | null;
}

/** At most so many have their labels written. */
const MAX_LABELS = 300;
/** From one line of a hatching to the next, CSS pixels. */
const HATCH_PX = 14;

/**
 * Paints what would change: dashes where a region would be, a hatching where
 * one would not be any more.
 */
export function paintProposed(
  brush: Brush,
  proposals: readonly ProposedEntry[],
): void {
  for (const {before, after} of proposals) {
    if (before && !(after && isSamePlace(before, after))) {
      paintLeaving(brush, before);
    }
    if (after) paintGhost(brush, after);
  }
  for (const {before, after} of proposals.slice(-MAX_LABELS)) {
    const entry = after ?? before;
    if (!entry) continue;
    const text = proposedText(before?.label ?? null, after?.label ?? null);
    paintLabel(brush, entry.box, text, entry.style);
  }
}

function paintGhost(brush: Brush, entry: RegionEntry): void {
  const {context, ratio, theme} = brush;
  const {style} = entry;
  const width = lineWidth(style.strokeWidth + 1, ratio);
  context.save();
  if (!theme.isForced) {
    context.globalAlpha = style.fillOpacity / 2;
    context.fillStyle = style.fill;
    fillShape(brush, entry);
    context.globalAlpha = 1;
  }
  context.strokeStyle = theme.halo;
  strokeShape(brush, entry, width);
  context.setLineDash([6 * ratio, 4 * ratio]);
  context.strokeStyle = theme.isForced ? theme.highlight : style.stroke;
  strokeShape(brush, entry, width);
  context.restore();
}

function paintLeaving(brush: Brush, entry: RegionEntry): void {
  const {context, ratio, theme} = brush;
  const width = lineWidth(1, ratio);
  context.save();
  traceShape(brush, entry);
  context.clip();
  traceHatching(context, seenBounds(brush, entry), HATCH_PX * ratio);
  context.lineWidth = 3 * width;
  context.strokeStyle = theme.halo;
  context.stroke();
  context.lineWidth = width;
  context.strokeStyle = theme.isForced ? theme.outline : entry.style.stroke;
  context.stroke();
  context.restore();
  context.save();
  context.setLineDash([2 * ratio, 4 * ratio]);
  context.strokeStyle = theme.halo;
  strokeShape(brush, entry, lineWidth(entry.style.strokeWidth, ratio));
  context.restore();
}

/** The part of an entry's bounds that is on the canvas, device pixels. */
function seenBounds(
  {context, matrix, ratio}: Brush,
  entry: RegionEntry,
): Bounds {
  const {width, height} = context.canvas;
  const {minX, minY, maxX, maxY} = mapBounds(matrix, entry);
  const beyond = HATCH_PX * ratio;
  return {
    minX: Math.max(0, minX - beyond),
    minY: Math.max(0, minY - beyond),
    maxX: Math.min(width, maxX + beyond),
    maxY: Math.min(height, maxY + beyond),
  };
}
