import {overlap} from './detection.js';
import type {Detection} from './detection.js';

/** More than this many are not compared: the surest are. */
const MOST_COMPARED = 3000;

/** More than this many are not kept. */
const MOST_KEPT = 300;

/**
 * Returns the surest of each group of detections of one class that lie on each
 * other (non-maximum suppression), the surest first; 300 at most.
 *
 * @param threshold - Overlap, intersection over union, from which on two are
 *   one; 1 keeps all that are not the same.
 */
export function keepBest(
  detections: readonly Detection[],
  threshold: number,
): readonly Detection[] {
  const sorted = [...detections]
    .sort((left, right) => right.score - left.score)
    .slice(0, MOST_COMPARED);
  const kept: Detection[] = [];
  for (const one of sorted) {
    if (kept.length === MOST_KEPT) break;
    const isKnown = kept.some(
      (other) =>
        other.classIndex === one.classIndex && overlap(other, one) >= threshold,
    );
    if (!isKnown) kept.push(one);
  }
  return kept;
}
