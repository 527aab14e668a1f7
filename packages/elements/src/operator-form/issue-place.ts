import {pointerParts} from '@ls-annotation/operators';
import type {BaseParameter, ParameterIssue} from '@ls-annotation/operators';

import {cellId} from './controls/table-control.js';
import type {RawTable} from './controls/table-rows.js';
import type {FormModel} from './form-model.js';

/** Returns the id of the control of the parameter at an index. */
export function fieldId(index: number): string {
  return `field-${index}`;
}

/** Tells whether an issue is about a parameter as a whole, not one cell. */
export function isAboutField({path}: ParameterIssue): boolean {
  return pointerParts(path).length < 2;
}

/** Returns the words that name the place of an issue: `Pattern row 2`. */
export function issueTitle(model: FormModel, {path}: ParameterIssue): string {
  const [name = '', row, columnName] = pointerParts(path);
  const parameter = model.parameters.find((one) => one.name === name);
  const title = parameter?.title ?? name;
  if (row === undefined) return title;
  const column = columnsOf(parameter).find((one) => one.name === columnName);
  return `${title}, ${column?.title ?? ''} row ${Number(row) + 1}`;
}

/** Returns the id of the control an issue is about, or `null`. */
export function issueTarget(
  model: FormModel,
  {path}: ParameterIssue,
): string | null {
  const [name = '', row, columnName] = pointerParts(path);
  const index = model.parameters.findIndex((one) => one.name === name);
  const parameter = model.parameters[index];
  if (!parameter) return null;
  const id = fieldId(index);
  if (parameter.paramType !== 'table') return id;
  const {rows} = model.raw(name) as RawTable;
  const at = columnsOf(parameter).findIndex((one) => one.name === columnName);
  const found = rows[Number(row)];
  return found && at !== -1 ? cellId({id}, found, at) : `${id}-add`;
}

function columnsOf(
  parameter: BaseParameter | undefined,
): readonly BaseParameter[] {
  const {columns} = (parameter ?? {}) as {columns?: readonly BaseParameter[]};
  return columns ?? [];
}
