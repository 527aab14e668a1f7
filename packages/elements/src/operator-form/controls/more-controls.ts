import type {BaseParameter, NumberParameter} from '@ls-annotation/operators';

import {checkboxControl} from './checkbox-control.js';
import {choiceControl} from './choice-control.js';
import {colorControl} from './color-control.js';
import type {FieldControl} from './field-control.js';
import {fileControl} from './file-control.js';
import {groupControl} from './group-control.js';
import {listControl} from './list-control.js';
import {longTextControl} from './long-text-control.js';
import {momentControl} from './moment-control.js';
import {moreControlStyles} from './more-controls.styles.js';
import {noticeControl} from './notice-control.js';
import {oneOfControl} from './one-of-control.js';
import {rangeControl} from './range-control.js';
import {secretControl} from './secret-control.js';
import {sliderControl} from './slider-control.js';
import {suggestControl} from './suggest-control.js';
import {tableControl} from './table-control.js';
import {tableControlStyles} from './table-control.styles.js';
import {textControl} from './text-control.js';

const BY_TYPE: ReadonlyMap<string | null, FieldControl> = new Map([
  ['bool', checkboxControl],
  ['color', colorControl],
  ['date', momentControl],
  ['time', momentControl],
  ['datetime', momentControl],
  ['file', fileControl],
  ['notice', noticeControl],
  ['object', groupControl],
  ['one_of', oneOfControl],
  ['range', rangeControl],
  ['table', tableControl],
]);

/** Returns the control of a parameter, whatever its type. */
export function moreControlOf(
  parameter: BaseParameter,
  owner: BaseParameter | null,
): FieldControl {
  const choice = choiceControl(parameter, owner);
  if (choice) return choice;
  if (parameter.paramType === 'list') return listControl;
  return BY_TYPE.get(parameter.paramType) ?? lineOf(parameter, owner);
}

/** Returns the styles of these controls. */
export function moreStyleSheets(): readonly CSSStyleSheet[] {
  return [moreControlStyles, tableControlStyles].flatMap(
    ({styleSheet}) => styleSheet ?? [],
  );
}

interface LineOptions {
  readonly secret?: boolean;
  readonly multiline?: boolean;
  readonly suggestions?: readonly unknown[];
}

function lineOf(
  parameter: BaseParameter,
  owner: BaseParameter | null,
): FieldControl {
  const {secret, multiline, suggestions} = parameter as LineOptions;
  if (secret) return secretControl;
  if (multiline && owner?.paramType !== 'table') return longTextControl;
  if (suggestions) return suggestControl;
  return isSlider(parameter) ? sliderControl : textControl;
}

/** A slider needs both ends; without them it is a number field. */
function isSlider(parameter: BaseParameter): boolean {
  const {slider, min, max} = parameter as Partial<NumberParameter>;
  return slider === true && min !== undefined && max !== undefined;
}
