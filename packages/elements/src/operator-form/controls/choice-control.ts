import type {BaseParameter, ListParameter} from '@ls-annotation/operators';

import {checksControl} from './checks-control.js';
import {comboboxControl, tagsControl} from './combobox-control.js';
import type {FieldControl, ShapeOf} from './field-control.js';
import {radioControl} from './radio-control.js';
import {selectControl} from './select-control.js';

interface ChoiceLike {
  readonly choices?: readonly unknown[];
  readonly options?: 'async';
  readonly choiceStyle?: 'select' | 'radio' | 'buttons' | 'autocomplete';
  readonly allowOther?: boolean;
  readonly multiple?: boolean;
}

/** Above, ticking boxes is slower than searching. */
const MAX_CHECKS = 8;

/** Returns the control of a parameter with choices, or `null`. */
export function choiceControl(
  parameter: BaseParameter,
  owner: BaseParameter | null,
): FieldControl | null {
  const isCell = owner?.paramType === 'table' || owner?.paramType === 'list';
  if (parameter.paramType === 'list') {
    const {item} = parameter as ShapeOf<ListParameter>;
    return hasChoices(item) ? manyControl(item) : null;
  }
  const {choiceStyle, allowOther, options, multiple} = parameter as ChoiceLike;
  if (parameter.paramType === 'label') {
    return isCell ? selectControl : radioControl;
  }
  if (parameter.paramType === 'region') {
    return multiple ? tagsControl : selectControl;
  }
  if (!hasChoices(parameter)) return null;
  if (allowOther || choiceStyle === 'autocomplete') return comboboxControl;
  if (options === 'async' && choiceStyle === undefined) return comboboxControl;
  const isOpen = choiceStyle === 'radio' || choiceStyle === 'buttons';
  return isOpen && !isCell ? radioControl : selectControl;
}

function manyControl(item: BaseParameter): FieldControl {
  const {choices = [], choiceStyle, allowOther, options} = item as ChoiceLike;
  const isShort = choices.length > 0 && choices.length <= MAX_CHECKS;
  const isSearched = choiceStyle === 'autocomplete' || allowOther === true;
  return isShort && !isSearched && options !== 'async'
    ? checksControl
    : tagsControl;
}

function hasChoices(parameter: BaseParameter): boolean {
  const {choices, options} = parameter as ChoiceLike;
  const isDomain = ['label', 'region'].includes(parameter.paramType ?? '');
  return isDomain || choices !== undefined || options === 'async';
}
