import type {PaintTheme} from '../image/region-style.js';
import {endOf, toPx} from '../intervals/axis-view.js';
import type {AxisView} from '../intervals/axis-view.js';
import type {Span} from '../intervals/interval.js';
import {niceStep, stepsBetween} from '../intervals/nice-step.js';
import {RULER_HEIGHT_PX} from '../intervals/ruler.js';
import type {RegionStyle} from '../labels/region-looks.js';
import {proposedText} from '../proposed-region.js';

import {paintProposedTrack} from './paint-proposed-track.js';
import type {ProposedTrack, ProposedTracks} from './proposed-tracks.js';
import {KEY_PX, barOf, traceKey} from './timeline-bars.js';
import {ROW_PX, rowsInSight, topOfRow} from './timeline-layout.js';
import type {TimelineLayout} from './timeline-layout.js';
import {videoStrings} from './video-strings.js';
import type {VideoTrack, VideoTracks} from './video-tracks.js';

/** CSS colors of a timeline. */
export interface TimelineColors {
  /** Words and marks. */
  readonly text: string;
  /** What is less important. */
  readonly muted: string;
  /** The line of the present frame. */
  readonly accent: string;
  /** Lines between rows. */
  readonly border: string;
  /** Behind everything. */
  readonly surface: string;
  /** Behind a row that is selected. */
  readonly selected: string;
}

/** What is seen on a timeline. */
export interface TimelineContent {
  /** Where things lie. */
  readonly layout: TimelineLayout;
  /** Which frames are seen. */
  readonly view: AxisView;
  /** Regions. */
  readonly tracks: VideoTracks;
  /** What would change of them, and what would come. */
  readonly proposed: ProposedTracks;
  /** Ids of those that are selected. */
  readonly selected: ReadonlySet<string>;
  /** Frames of regions that are being dragged. */
  readonly preview: ReadonlyMap<string, Span>;
  /** Frames that are being chosen. */
  readonly draft: (Span & {readonly style: RegionStyle | null}) | null;
  /** The present frame. */
  readonly frame: number;
  /** Whether frames can be labelled. */
  readonly canLabel: boolean;
}

/** A canvas, scaled to CSS pixels, with colors. */
export interface TimelineBrush {
  /** Where to draw. */
  readonly context: CanvasRenderingContext2D;
  /** Colors. */
  readonly colors: TimelineColors;
  /** Colors that the user's system dictates, if it does. */
  readonly theme: PaintTheme;
}

const FONT = '12px system-ui, sans-serif';
const SMALL_FONT = '11px system-ui, sans-serif';
const MARK_PX = 64;

/** Paints a whole timeline: ruler, names, rows, and where one is. */
export function paintTimeline(
  brush: TimelineBrush,
  content: TimelineContent,
): void {
  const {context} = brush;
  const {layout, tracks, proposed} = content;
  const rows = tracks.size + proposed.added.length;
  const width = layout.gutter + layout.track;
  paintRuler(brush, content);
  context.save();
  context.beginPath();
  context.rect(0, RULER_HEIGHT_PX, width, layout.rowsHeight);
  context.clip();
  const [first, last] = rowsInSight(layout, rows);
  for (let row = first; row <= last; row += 1) {
    const track = tracks.at(row);
    const proposal = track
      ? proposed.get(track.id)
      : proposed.added[row - tracks.size];
    paintRow(brush, content, {track, proposal, row});
  }
  if (rows === 0 && content.canLabel) paintInvitation(brush, layout);
  if (content.draft) paintDraft(brush, content, content.draft);
  context.restore();
  paintFrame(brush, content);
}

function paintRuler(
  {context, colors}: TimelineBrush,
  {layout, view}: TimelineContent,
): void {
  const {gutter, track} = layout;
  context.font = SMALL_FONT;
  context.textBaseline = 'middle';
  context.fillStyle = colors.muted;
  const step = Math.max(1, niceStep(MARK_PX / view.scale));
  const from = Math.max(1, view.start);
  for (const frame of stepsBetween(from, endOf(view), step)) {
    const x = gutter + toPx(view, frame);
    context.fillRect(x, RULER_HEIGHT_PX - 5, 1, 5);
    const text = String(frame);
    const width = context.measureText(text).width;
    const left = Math.max(gutter, x - width / 2);
    if (left + width > gutter + track) continue;
    context.fillText(text, left, RULER_HEIGHT_PX / 2 - 1);
  }
  context.fillStyle = colors.border;
  context.fillRect(0, RULER_HEIGHT_PX - 1, gutter + track, 1);
}

interface TimelineRow {
  /** The region as it is; left out for one that would come. */
  readonly track: VideoTrack | undefined;
  /** What would become of it. */
  readonly proposal: ProposedTrack | undefined;
  /** 0-based. */
  readonly row: number;
}

function paintRow(
  brush: TimelineBrush,
  content: TimelineContent,
  {track, proposal, row}: TimelineRow,
): void {
  const {context, colors, theme} = brush;
  const {layout, view, selected} = content;
  const named = track ?? proposal?.after;
  if (!named) return;
  const {gutter, track: extent} = layout;
  const top = topOfRow(layout, row);
  const isSelected = track !== undefined && selected.has(track.id);
  if (isSelected) {
    context.fillStyle = theme.isForced ? theme.halo : colors.selected;
    context.fillRect(0, top, gutter + extent, ROW_PX);
  }
  context.fillStyle = colors.border;
  context.fillRect(0, top + ROW_PX - 1, gutter + extent, 1);
  paintName(brush, named, {
    top,
    gutter,
    isSelected,
    text: proposal
      ? proposedText(
          proposal.before?.label ?? null,
          proposal.after?.label ?? null,
        )
      : named.label,
  });
  context.save();
  context.beginPath();
  context.rect(gutter, top, extent, ROW_PX);
  context.clip();
  context.translate(gutter, 0);
  if (track) {
    paintSpans(brush, content, track, top);
    paintKeys(brush, content, track, top);
  }
  if (proposal) paintProposedTrack(brush, view, proposal, top);
  context.restore();
}

interface NamePlace {
  readonly top: number;
  readonly gutter: number;
  readonly isSelected: boolean;
  readonly text: string;
}

function paintName(
  {context, colors, theme}: TimelineBrush,
  {style}: VideoTrack,
  {top, gutter, isSelected, text}: NamePlace,
): void {
  const color = theme.isForced ? theme.outline : style.stroke;
  context.fillStyle = color;
  context.fillRect(
    isSelected ? 0 : 2,
    top + 5,
    isSelected ? 4 : 3,
    ROW_PX - 11,
  );
  context.font = isSelected ? `600 ${FONT}` : FONT;
  context.textBaseline = 'middle';
  context.fillStyle = colors.text;
  context.save();
  context.beginPath();
  context.rect(0, top, gutter - 6, ROW_PX);
  context.clip();
  const shown = text === '' ? videoStrings.unlabeled : text;
  context.fillText(shown, 9, top + ROW_PX / 2);
  context.restore();
}

function paintSpans(
  {context, theme}: TimelineBrush,
  {view, preview}: TimelineContent,
  {id, kind, spans, style}: VideoTrack,
  top: number,
): void {
  const moved = preview.get(id);
  const shown = moved ? [moved, ...spans.slice(1)] : spans;
  for (const span of shown) {
    const bar = barOf(view, kind, span, top);
    context.globalAlpha = theme.isForced ? 1 : kind === 'range' ? 0.55 : 0.4;
    context.fillStyle = theme.isForced ? theme.highlight : style.fill;
    context.beginPath();
    context.roundRect(bar.left, bar.top, bar.width, bar.height, 3);
    context.fill();
    context.globalAlpha = 1;
    if (kind === 'box') continue;
    context.lineWidth = 1.5;
    context.strokeStyle = theme.isForced ? theme.outline : style.stroke;
    context.stroke();
  }
}

function paintKeys(
  {context, colors, theme}: TimelineBrush,
  {view}: TimelineContent,
  {keys, style}: VideoTrack,
  top: number,
): void {
  const from = view.start - 1;
  const to = endOf(view) + 1;
  const y = top + ROW_PX / 2;
  context.lineWidth = 1.5;
  let last = -Infinity;
  for (const {frame} of keys) {
    if (frame < from || frame > to) continue;
    const x = toPx(view, frame);
    const hasRoom = x - last > 2 * KEY_PX;
    last = x;
    traceKey(context, x, y);
    context.fillStyle = theme.isForced ? theme.outline : style.stroke;
    context.fill();
    // Side by side, the rims would cover what they are for.
    if (!hasRoom) continue;
    context.strokeStyle = theme.isForced ? theme.halo : colors.surface;
    context.stroke();
  }
}

function paintInvitation(
  {context, colors}: TimelineBrush,
  {gutter, rowsHeight}: TimelineLayout,
): void {
  context.font = FONT;
  context.textBaseline = 'middle';
  context.fillStyle = colors.muted;
  const y = RULER_HEIGHT_PX + rowsHeight / 2;
  context.fillText(videoStrings.dragHere, gutter + 8, y);
}

function paintDraft(
  {context, colors, theme}: TimelineBrush,
  {view, layout}: TimelineContent,
  draft: Span & {readonly style: RegionStyle | null},
): void {
  const left = layout.gutter + toPx(view, draft.start - 0.5);
  const right = layout.gutter + toPx(view, draft.end + 0.5);
  const color = draft.style?.stroke ?? colors.accent;
  context.fillStyle = theme.isForced ? theme.highlight : color;
  context.globalAlpha = 0.3;
  context.fillRect(left, RULER_HEIGHT_PX, right - left, layout.rowsHeight);
  context.globalAlpha = 1;
  context.fillRect(left, RULER_HEIGHT_PX, 1.5, layout.rowsHeight);
  context.fillRect(right - 1.5, RULER_HEIGHT_PX, 1.5, layout.rowsHeight);
}

function paintFrame(
  {context, colors, theme}: TimelineBrush,
  {view, layout, frame}: TimelineContent,
): void {
  const x = toPx(view, frame);
  if (x < 0 || x > layout.track) return;
  const left = layout.gutter + x;
  const height = RULER_HEIGHT_PX + layout.rowsHeight;
  context.fillStyle = theme.isForced ? theme.highlight : colors.accent;
  context.fillRect(left - 0.75, 0, 1.5, height);
  context.beginPath();
  context.moveTo(left - 5, 0);
  context.lineTo(left + 5, 0);
  context.lineTo(left, 7);
  context.closePath();
  context.fill();
}
