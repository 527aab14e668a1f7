import {attributeFlag, attributeText} from '../config/attribute.js';
import type {ConfigTag} from '../config/config-tag.js';
import type {LabelConfig} from '../config/label-config.js';
import {optionsOf} from '../config/options-of.js';
import {storedValue} from '../config/stored-value.js';
import {choiceValue, isMultiple, selectableChoices} from './choice-value.js';
import type {ChoiceValue} from './choice-value.js';

/** What a control says in a new annotation. */
export interface DefaultChoice {
  /** A `Choices` or `Taxonomy`. */
  readonly control: ConfigTag;
  /** Its value; never empty. */
  readonly value: readonly ChoiceValue[];
}

/**
 * Returns the choices that a new annotation starts with: those marked
 * `selected`, in document order.
 *
 * Where only one may be chosen, the first one is. Per-region controls have no
 * default, as there is no region yet.
 */
export function defaultChoices(config: LabelConfig): readonly DefaultChoice[] {
  return config.controls
    .filter(({definition}) => definition.itemType === 'choice')
    .filter((control) => !attributeFlag(control, 'perRegion'))
    .map((control) => ({control, value: selectedChoices(control)}))
    .filter(({value}) => value.length > 0);
}

/**
 * Returns the labels that are chosen when an annotation is shown, by name of
 * the control: those marked `selected`, one only unless the control lets
 * people choose several.
 */
export function initialLabels(
  config: LabelConfig,
): Readonly<Record<string, readonly string[]>> {
  const labels: Record<string, readonly string[]> = {};
  for (const control of config.controls) {
    if (!control.definition.labeling) continue;
    const selected = optionsOf(control)
      .filter((label) => attributeFlag(label, 'selected'))
      .map(storedValue);
    const isSeveral = attributeText(control, 'choice') === 'multiple';
    const kept = isSeveral ? selected : selected.slice(0, 1);
    if (kept.length > 0) labels[control.name] = kept;
  }
  return labels;
}

function selectedChoices(control: ConfigTag): readonly ChoiceValue[] {
  const selected = selectableChoices(control)
    .filter((option) => attributeFlag(option, 'selected'))
    .map((option) => choiceValue(control, option));
  return isMultiple(control) ? selected : selected.slice(0, 1);
}
