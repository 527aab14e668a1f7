import {distance} from './geometry.js';
import type {Point} from './geometry.js';

/** Clicks this close together are at the same place, CSS pixels. */
const SAME_PLACE_PX = 5;

/**
 * Chooses among regions that lie above each other: the first of them, and
 * with every further click at the same place the next, round and round.
 */
export class PickCycle {
  #last: {readonly point: Point; readonly picked: string} | null = null;

  /**
   * Returns the region that a click picks, or `null` when there is none.
   *
   * @param point - CSS pixels of the stage.
   * @param ids - What lies there, the one to pick first in front.
   * @param selection - What is selected before the click.
   */
  pick(
    point: Point,
    ids: readonly string[],
    selection: readonly string[],
  ): string | null {
    const picked = this.#isRepeated(point, selection)
      ? ids[(ids.indexOf(selection[0] ?? '') + 1) % ids.length]
      : ids[0];
    this.#last = picked === undefined ? null : {point, picked};
    return picked ?? null;
  }

  #isRepeated(point: Point, selection: readonly string[]): boolean {
    const last = this.#last;
    if (!last || selection.length !== 1) return false;
    return (
      selection[0] === last.picked &&
      distance(last.point, point) <= SAME_PLACE_PX
    );
  }
}
