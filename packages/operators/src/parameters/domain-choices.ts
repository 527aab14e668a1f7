import {
  labelColor,
  optionsOf,
  regionById,
  regionLabels,
  regionsOf,
  storedValue,
  valueColor,
} from '@ls-annotation/core';
import type {AnnotationState, LabelConfig, Region} from '@ls-annotation/core';

import type {Choice} from './choice.js';

/**
 * Returns the labels of a config as choices, in its order, each value once.
 *
 * @param control - name of the labels control; left out: every one.
 */
export function labelChoices(
  config: LabelConfig | null,
  control?: string,
): readonly Choice<string>[] {
  const controls = (config?.controls ?? []).filter(
    ({type, name}) =>
      type.endsWith('labels') && (control === undefined || name === control),
  );
  const choices = new Map<string, Choice<string>>();
  for (const tag of controls) {
    const group = controls.length > 1 ? tag.name : '';
    for (const option of optionsOf(tag)) {
      const value = storedValue(option);
      if (choices.has(value)) continue;
      const color = labelColor(option);
      const title = option.value;
      const rest = {description: '', group, disabled: false};
      choices.set(value, {value, title, color, ...rest});
    }
  }
  return [...choices.values()];
}

/** Which regions {@link regionChoices} returns. */
export interface RegionChoicesOptions {
  /**
   * `selection`: the selected ones, in the order they were selected.
   * @defaultValue `all`
   */
  readonly from?: 'all' | 'selection';
  /** Gives the colours of labels; left out: they follow from their words. */
  readonly config?: LabelConfig | null;
}

/**
 * Returns the regions of an annotation as choices, in creation order; those
 * that speak of a whole object are none.
 */
export function regionChoices(
  annotation: AnnotationState | null,
  {from = 'all', config = null}: RegionChoicesOptions = {},
): readonly Choice<string>[] {
  return regionsIn(annotation, from).map((region) => ({
    value: region.id,
    title: regionTitle(region),
    description: regionText(region),
    color: regionColor(region, config),
    group: region.object,
    disabled: false,
  }));
}

/** Tells whether an annotation has a region that {@link regionChoices} has. */
export function isRegionChoice(
  annotation: AnnotationState,
  id: string,
  from: 'all' | 'selection',
): boolean {
  if (from === 'selection' && !annotation.selection.includes(id)) return false;
  return regionById(annotation.regions, id)?.classification === false;
}

function regionsIn(
  annotation: AnnotationState | null,
  from: 'all' | 'selection',
): readonly Region[] {
  if (!annotation) return [];
  const regions =
    from === 'all'
      ? [...regionsOf(annotation.regions)]
      : annotation.selection.map((id) => regionById(annotation.regions, id));
  return regions.filter(
    (region) => region?.classification === false,
  ) as Region[];
}

function regionTitle(region: Region): string {
  const place = String(region.ordinal + 1);
  const labels = regionLabels(region).join(', ');
  return labels === '' ? `Region ${place}` : `${labels} (${place})`;
}

function regionText({geometry}: Region): string {
  return typeof geometry.text === 'string' ? geometry.text : '';
}

function regionColor(region: Region, config: LabelConfig | null): string {
  const [label] = regionLabels(region);
  if (label === undefined) return '';
  const [result] = region.results;
  return valueColor(config?.byName.get(result?.fromName ?? ''), label);
}
