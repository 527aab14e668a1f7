import {clamp} from '../image/geometry.js';
import {RULER_HEIGHT_PX} from '../intervals/ruler.js';

/** Height of one region's row, CSS pixels. */
export const ROW_PX = 24;

const LEAST_ROWS = 2;
const MOST_ROWS = 6;
const GUTTER_SHARE = 0.28;
const GUTTER_PX = {least: 64, most: 168};

/** Where things lie on a timeline, CSS pixels. */
export interface TimelineLayout {
  /** Extent of the names at the left. */
  readonly gutter: number;
  /** Extent of the frames at the right. */
  readonly track: number;
  /** Height of the rows that are seen, below the ruler. */
  readonly rowsHeight: number;
  /** How far the rows are scrolled. */
  readonly scroll: number;
}

/**
 * Returns how much room a timeline takes, the ruler included, CSS pixels.
 *
 * @param rows - How many regions there are.
 * @param least - What the config asks for.
 */
export function timelineHeight(rows: number, least: number): number {
  const shown = clamp(rows, LEAST_ROWS, MOST_ROWS);
  return Math.max(least, RULER_HEIGHT_PX + shown * ROW_PX);
}

/** Returns how much of a timeline's extent the names take, CSS pixels. */
export function gutterOf(width: number): number {
  return Math.round(
    clamp(width * GUTTER_SHARE, GUTTER_PX.least, GUTTER_PX.most),
  );
}

/** Returns the 0-based row at a height, CSS pixels; `null` on the ruler. */
export function rowAt({scroll}: TimelineLayout, y: number): number | null {
  if (y < RULER_HEIGHT_PX) return null;
  return Math.floor((y - RULER_HEIGHT_PX + scroll) / ROW_PX);
}

/** Returns the upper edge of a row, CSS pixels. */
export function topOfRow({scroll}: TimelineLayout, row: number): number {
  return RULER_HEIGHT_PX + row * ROW_PX - scroll;
}

/** Returns the first and the last row that are seen, of so many. */
export function rowsInSight(
  {scroll, rowsHeight}: TimelineLayout,
  rows: number,
): readonly [first: number, last: number] {
  const first = Math.max(0, Math.floor(scroll / ROW_PX));
  const last = Math.min(rows - 1, Math.floor((scroll + rowsHeight) / ROW_PX));
  return [first, last];
}

/** Returns how far to scroll so that a row is seen, CSS pixels. */
export function scrollToRow(
  {scroll, rowsHeight}: TimelineLayout,
  row: number,
): number {
  const top = row * ROW_PX;
  if (top < scroll) return top;
  return Math.max(scroll, top + ROW_PX - rowsHeight);
}
