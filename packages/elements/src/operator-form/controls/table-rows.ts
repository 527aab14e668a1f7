import {toPointer} from '@ls-annotation/operators';
import type {
  BaseParameter,
  ParameterIssue,
  TableParameter,
  TableRow,
} from '@ls-annotation/operators';

import {controlOf} from './control-of.js';
import type {FieldControl, FieldReading} from './field-control.js';

/** What the control needs of a table parameter. */
export type TableShape = Pick<TableParameter, 'name' | 'title' | 'columns'>;

/** One row while it is being edited. */
export interface RawRow {
  /** Unique in its table, and the same while the row moves. */
  readonly id: number;
  /** State of the control of each column. */
  readonly cells: Readonly<Record<string, unknown>>;
}

/** A table while it is being edited. */
export interface RawTable {
  /** In order. */
  readonly rows: readonly RawRow[];
  /** Id of the next new row. */
  readonly nextId: number;
}

/** Returns a table that holds `value`. */
export function startTable(parameter: TableShape, value: unknown): RawTable {
  const given = Array.isArray(value) ? (value as readonly TableRow[]) : [];
  const rows = given.map((row, id) => ({
    id,
    cells: startCells(parameter, (column) => row[column.name]),
  }));
  return {rows, nextId: rows.length};
}

/** Returns the table with one more row, which holds the columns' defaults. */
export function withNewRow(
  parameter: TableShape,
  {rows, nextId}: RawTable,
): RawTable {
  const cells = startCells(parameter, (column) => column.default);
  return {rows: [...rows, {id: nextId, cells}], nextId: nextId + 1};
}

/** Returns the table without a row. */
export function withoutRow({rows, nextId}: RawTable, id: number): RawTable {
  return {rows: rows.filter((row) => row.id !== id), nextId};
}

/** Returns the table with a row replaced by what `change` makes of it. */
export function withRow(
  {rows, nextId}: RawTable,
  id: number,
  change: (row: RawRow) => RawRow,
): RawTable {
  return {
    rows: rows.map((row) => (row.id === id ? change(row) : row)),
    nextId,
  };
}

/** Returns what a table stands for, issues with the place of their cell. */
export function readTable(
  parameter: TableShape,
  {rows}: RawTable,
): FieldReading {
  const issues: ParameterIssue[] = [];
  const value = rows.map((row, index) => {
    const cells = parameter.columns.map((column) => {
      const {name} = column;
      const read = cellControl(parameter, column).read(column, row.cells[name]);
      const place = toPointer(parameter.name, index, name);
      issues.push(...read.issues.map((issue) => ({...issue, path: place})));
      return [name, read.value ?? emptyCell(column)] as const;
    });
    return Object.fromEntries(cells);
  });
  return {value: rows.length === 0 ? undefined : value, issues};
}

/**
 * Returns the table with lines of text, cells apart by tabs, put in from one
 * cell on; rows are added as they are needed.
 *
 * @param row - 0-based row of the first cell.
 * @param column - 0-based column of the first cell.
 */
export function withPasted(
  parameter: TableShape,
  table: RawTable,
  {text, row, column}: {text: string; row: number; column: number},
): RawTable {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  let next = table;
  while (next.rows.length < row + lines.length) {
    next = withNewRow(parameter, next);
  }
  lines.forEach((line, down) => {
    const {id} = next.rows[row + down] as RawRow;
    const cells = line.split('\t').flatMap((words, right) => {
      const target = parameter.columns[column + right];
      return target ? [[target.name, pasted(parameter, target, words)]] : [];
    });
    const given = Object.fromEntries(cells) as Record<string, unknown>;
    next = withRow(next, id, ({cells: before}) => ({
      id,
      cells: {...before, ...given},
    }));
  });
  return next;
}

/** Returns the control of a column. */
export function cellControl(
  parameter: TableShape,
  column: BaseParameter,
): FieldControl {
  return controlOf(column, parameter as unknown as BaseParameter);
}

function pasted(
  parameter: TableShape,
  column: BaseParameter,
  text: string,
): unknown {
  const control = cellControl(parameter, column);
  if (control.paste) return control.paste(column, text);
  const parsed = column.parse(text);
  return control.start(column, parsed.ok ? parsed.value : null);
}

function startCells(
  parameter: TableShape,
  valueOf: (column: BaseParameter) => unknown,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    parameter.columns.map((column) => [
      column.name,
      cellControl(parameter, column).start(column, valueOf(column)),
    ]),
  );
}

/** What a row holds for an optional cell nobody filled; the key stays. */
function emptyCell(column: BaseParameter): unknown {
  if (column.paramType === 'bool') return false;
  return column.paramType === 'str' ? '' : null;
}
