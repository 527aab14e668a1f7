import {attributeFlag, attributeText} from '../config/attribute.js';
import type {ConfigTag} from '../config/config-tag.js';
import {optionsOf} from '../config/options-of.js';
import {storedValue} from '../config/stored-value.js';

/** What a result holds for one choice: its value, or its path from the top. */
export type ChoiceValue = string | readonly string[];

/**
 * Returns true when results of a control hold paths: a `Taxonomy`, or
 * `Choices` with `allowNested`.
 */
export function isNested(control: ConfigTag): boolean {
  return control.type === 'taxonomy' || attributeFlag(control, 'allowNested');
}

/** Returns true when people may choose more than one of the choices. */
export function isMultiple(control: ConfigTag): boolean {
  return (
    control.type === 'taxonomy' ||
    attributeText(control, 'choice') === 'multiple'
  );
}

/**
 * Returns the choices of a control that can be chosen, in document order:
 * without nesting, those inside another choice cannot.
 */
export function selectableChoices(control: ConfigTag): readonly ConfigTag[] {
  if (isNested(control)) return optionsOf(control);
  return optionsOf(control).filter((option) => parentChoice(option) === null);
}

/**
 * Returns what a result holds for a choice: its stored value, or with nesting
 * the stored values from the topmost choice down to it.
 */
export function choiceValue(
  control: ConfigTag,
  option: ConfigTag,
): ChoiceValue {
  return isNested(control) ? choicePath(option) : storedValue(option);
}

/** Returns true when two values say the same choice. */
export function isSameChoice(left: ChoiceValue, right: ChoiceValue): boolean {
  if (typeof left === 'string' || typeof right === 'string') {
    return left === right;
  }
  return (
    left.length === right.length &&
    left.every((step, index) => step === right[index])
  );
}

/** Returns the choices in a result's value, which may be badly formed. */
export function choiceValues(value: unknown): readonly ChoiceValue[] {
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return [];
  return (value as readonly unknown[]).filter(isChoiceValue);
}

/** Returns the last step of each choice in a result's value. */
export function chosenLeaves(value: unknown): readonly string[] {
  return choiceValues(value).flatMap((choice) => {
    const leaf = typeof choice === 'string' ? choice : choice.at(-1);
    return leaf === undefined ? [] : [leaf];
  });
}

/** Returns the choice that a choice stands in, or `null` for a topmost one. */
export function parentChoice(option: ConfigTag): ConfigTag | null {
  for (let at = option.parent; at !== null; at = at.parent) {
    if (at.type === 'choice') return at;
    if (at.definition.role === 'control') return null;
  }
  return null;
}

/** Returns the choices right inside a choice. */
export function childChoices(option: ConfigTag): readonly ConfigTag[] {
  return optionsOf(option).filter((child) => parentChoice(child) === option);
}

function choicePath(option: ConfigTag): readonly string[] {
  const path: string[] = [];
  for (let at: ConfigTag | null = option; at; at = parentChoice(at)) {
    path.unshift(storedValue(at));
  }
  return path;
}

function isChoiceValue(entry: unknown): entry is ChoiceValue {
  if (typeof entry === 'string') return true;
  return (
    Array.isArray(entry) &&
    entry.every((step: unknown) => typeof step === 'string')
  );
}
