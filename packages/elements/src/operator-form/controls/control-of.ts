import type {BaseParameter} from '@ls-annotation/operators';

import {checkboxControl} from './checkbox-control.js';
import type {FieldControl} from './field-control.js';
import {createTableControl} from './table-control.js';
import {textControl} from './text-control.js';

const CONTROLS: ReadonlyMap<string | null, FieldControl> = new Map([
  ['str', textControl],
  ['int', textControl],
  ['float', textControl],
  ['bool', checkboxControl],
  ['table', createTableControl(controlOf)],
]);

/** Returns the control for a parameter; text for a type nobody knows. */
export function controlOf(parameter: BaseParameter): FieldControl {
  return CONTROLS.get(parameter.paramType) ?? textControl;
}
