import type {ConfigTag, LabelConfig, Region} from '@ls-annotation/core';

import {RegionLooks} from '../labels/region-looks.js';

import {boundsOf} from './box.js';
import type {Size} from './geometry.js';
import type {RegionEntry} from './region-index.js';
import type {RegionStyle} from './region-style.js';
import {readShape} from './shape.js';

/**
 * Turns the regions of one object into what its picture shows of them.
 */
export class RegionEntries {
  readonly #object: string;
  readonly #looks: RegionLooks;

  constructor(config: LabelConfig, object: string) {
    this.#object = object;
    this.#looks = new RegionLooks(config);
  }

  /**
   * Returns what is shown of a region, or `null` when it is hidden, of another
   * object or picture, or of a shape
   * that is not shown here.
   *
   * @param region - What to show.
   * @param image - Natural size, image pixels.
   * @param itemIndex - 0-based picture on display.
   */
  entryOf(region: Region, image: Size, itemIndex: number): RegionEntry | null {
    if (region.object !== this.#object || region.classification) return null;
    if (region.hidden || (region.itemIndex ?? 0) !== itemIndex) return null;
    const placed = readShape(region.geometry, image);
    if (!placed) return null;
    const {id, ordinal} = region;
    const {label, style} = this.#looks.looksOf(region);
    return {...boundsOf(placed.box), ...placed, id, ordinal, label, style};
  }

  /** Returns how a region with a label of a control looks. */
  styleOf(control: ConfigTag | undefined, value: string | null): RegionStyle {
    return this.#looks.styleOf(control, value);
  }
}
