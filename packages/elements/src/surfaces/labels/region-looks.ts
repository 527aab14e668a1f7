import {
  attributeNumber,
  attributeText,
  findLabel,
  hasAttribute,
  labelingResult,
  valueColor,
} from '@ls-annotation/core';
import type {ConfigTag, LabelConfig, Region} from '@ls-annotation/core';

/** How a region is painted when nobody points at it. */
export interface RegionStyle {
  /** CSS color of the outline. */
  readonly stroke: string;
  /** CSS color of the inside. */
  readonly fill: string;
  /** 0 to 1. */
  readonly fillOpacity: number;
  /** CSS pixels, whatever the zoom. */
  readonly strokeWidth: number;
}

/** What is shown of what controls say about a region. */
export interface Looks {
  /** Labels as people read them, `''` for none. */
  readonly label: string;
  /** The same object for regions that look the same. */
  readonly style: RegionStyle;
}

/** Colors that `opacity` and the like have when a config says nothing. */
const FALLBACK_COLOR = '#f48a42';
const FALLBACK_OPACITY = 0.2;

/** Finds out how regions look, from their labels and from their controls. */
export class RegionLooks {
  readonly #config: LabelConfig;
  readonly #styles = new Map<string, RegionStyle>();

  constructor(config: LabelConfig) {
    this.#config = config;
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

  /** Returns how a region looks, and its labels. */
  looksOf(region: Region): Looks {
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
