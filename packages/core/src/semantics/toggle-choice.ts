import type {ConfigTag} from '../config/config-tag.js';
import {
  childChoices,
  choiceValue,
  isMultiple,
  isNested,
  isSameChoice,
  parentChoice,
  selectableChoices,
} from './choice-value.js';
import type {ChoiceValue} from './choice-value.js';

/** How much of a choice is chosen. */
export type ChoiceState = 'on' | 'off' | 'mixed';

/**
 * Returns whether a choice is chosen, given the control's value.
 *
 * A choice with choices inside is chosen when all of them are, and mixed when
 * some are; in a `Taxonomy` every choice stands for itself.
 */
export function choiceState(
  control: ConfigTag,
  chosen: readonly ChoiceValue[],
  option: ConfigTag,
): ChoiceState {
  const children = innerChoices(control, option);
  if (children.length === 0) {
    return includes(chosen, choiceValue(control, option)) ? 'on' : 'off';
  }
  const states = children.map((child) => choiceState(control, chosen, child));
  if (states.every((state) => state === 'on')) return 'on';
  return states.every((state) => state === 'off') ? 'off' : 'mixed';
}

/**
 * Returns a control's value after a click on a choice.
 *
 * With `choice="multiple"` it is added or taken away, values in document
 * order, those that are no choice of the config kept at the end. Else it
 * becomes the only one, or none when it was chosen. With nesting, a click on a
 * choice with choices inside is one on all of them; where only one may be
 * chosen it changes nothing.
 *
 * @returns a new array; empty when nothing is chosen any more.
 */
export function toggleChoice(
  control: ConfigTag,
  chosen: readonly ChoiceValue[],
  option: ConfigTag,
): readonly ChoiceValue[] {
  const leaves = leavesOf(control, option);
  const isOn = choiceState(control, chosen, option) === 'on';
  if (!isMultiple(control)) {
    if (leaves.length > 1 || leaves[0] !== option) return [...chosen];
    return isOn ? [] : [choiceValue(control, option)];
  }
  const toggled = leaves.map((leaf) => choiceValue(control, leaf));
  const others = chosen.filter((value) => !includes(toggled, value));
  return inOrder(control, isOn ? others : [...others, ...toggled]);
}

function inOrder(
  control: ConfigTag,
  chosen: readonly ChoiceValue[],
): readonly ChoiceValue[] {
  const options = selectableChoices(control);
  const values = options.map((option) => choiceValue(control, option));
  const strangers = chosen.filter((value) => !includes(values, value));
  const known = options
    .filter((option) => choiceState(control, chosen, option) === 'on')
    .map((option) => choiceValue(control, option));
  return [...known, ...strangers];
}

function leavesOf(control: ConfigTag, option: ConfigTag): readonly ConfigTag[] {
  const children = innerChoices(control, option);
  if (children.length === 0) return [option];
  return children.flatMap((child) => leavesOf(control, child));
}

function innerChoices(
  control: ConfigTag,
  option: ConfigTag,
): readonly ConfigTag[] {
  if (control.type === 'taxonomy' || !isNested(control)) return [];
  return childChoices(option).filter((child) => parentChoice(child) === option);
}

function includes(
  values: readonly ChoiceValue[],
  wanted: ChoiceValue,
): boolean {
  return values.some((value) => isSameChoice(value, wanted));
}
