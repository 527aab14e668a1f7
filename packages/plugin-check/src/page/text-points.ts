import {TextMap} from './text-map.js';
import type {TextPoints} from './text-map.js';

/** A part of a text: by its words, or by code points. */
export interface TextQuery {
  /** Selector of the text. */
  readonly selector: string;
  /** The words, or `null` for the offsets. */
  readonly text: string | null;
  /** Which of several, 1-based. */
  readonly occurrence: number;
  /** First code point, 0-based. */
  readonly start: number;
  /** End in code points, exclusive. */
  readonly end: number;
}

/**
 * Scrolls a part of a text into the window and returns where it is, `null`
 * when it is not there.
 */
export function textPoints(query: TextQuery): TextPoints | null {
  const root = document.querySelector(query.selector);
  if (!root) return null;
  const map = new TextMap(root);
  const span =
    query.text === null
      ? ([query.start, query.end] as const)
      : map.find(query.text, query.occurrence);
  return span && map.points(...span);
}
