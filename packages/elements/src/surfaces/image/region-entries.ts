import {
  attributeNumber,
  attributeText,
  findLabel,
  hasAttribute,
  labelingResult,
  valueColor,
} from '@ls-annotation/core';
import type {ConfigTag, LabelConfig, Region} from '@ls-annotation/core';

import {boundsOf} from './box.js';
import type {Size} from './geometry.js';
import type {RegionEntry} from './region-index.js';
import type {RegionStyle} from './region-style.js';
import {readShape} from './shape.js';

/** Colors that `opacity` and the like have when a config says nothing. */
const FALLBACK_COLOR = '#f48a42';
const FALLBACK_OPACITY = 0.2;

/**
 * Turns the regions of one object into what its picture shows of them.
 */
export class RegionEntries {
  readonly #config: LabelConfig;
  readonly #object: string;
  readonly #styles = new Map<string, RegionStyle>();

  constructor(config: LabelConfig, object: string) {
    this.#config = config;
    this.#object = object;
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
    const {label, style} = this.#looksOf(region);
    return {...boundsOf(placed.box), ...placed, id, ordinal, label, style};
  }

  /** Returns how a region with a label of a control looks. */
  styleOf(control: ConfigTag | undefined, value: string | null): RegionStyle {
    const key = `${control?.name ?? ''}\n${value ?? ''}`;
    let style = this.#styles.get(key);
    if (!style) {
      style = makeStyle(control, value);
      this.#styles.set(key, style);
    }
    return style;
  }

  #looksOf(region: Region): {label: string; style: RegionStyle} {
    const labeling = labelingResult(region);
    const fromName = (labeling ?? region.results[0])?.fromName ?? '';
    const control = this.#config.byName.get(fromName);
    const values = labelsOf(labeling?.value);
    return {
      label: values.map((value) => shownLabel(control, value)).join(', '),
      style: this.styleOf(control, values[0] ?? null),
    };
  }
}

function makeStyle(
  control: ConfigTag | undefined,
  value: string | null,
): RegionStyle {
  const stroke =
    value === null
      ? ownColor(control, 'strokeColor')
      : valueColor(control, value);
  const fill =
    value === null
      ? ownColor(control, 'fillColor')
      : valueColor(control, value);
  return {
    stroke,
    fill,
    fillOpacity: opacityOf(control),
    strokeWidth: control ? attributeNumber(control, 'strokeWidth', 1) : 1,
  };
}

function ownColor(control: ConfigTag | undefined, name: string): string {
  const color = control ? attributeText(control, name) : '';
  return color === '' ? FALLBACK_COLOR : color;
}

function opacityOf(control: ConfigTag | undefined): number {
  if (!control) return FALLBACK_OPACITY;
  const name = hasAttribute(control, 'fillOpacity') ? 'fillOpacity' : 'opacity';
  return attributeNumber(control, name, FALLBACK_OPACITY);
}

function labelsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

function shownLabel(control: ConfigTag | undefined, value: string): string {
  return (control && findLabel(control, value)?.value) ?? value;
}
