import {pointerParts, toPointer} from '@ls-annotation/operators';
import type {
  BaseParameter,
  ParameterIssue,
  TableParameter,
  TableRow,
} from '@ls-annotation/operators';

import type {FieldControl, FieldReading} from './field-control.js';

/** What the control needs of a table parameter. */
export type TableShape = Pick<
  TableParameter,
  'name' | 'title' | 'columns' | 'validate'
>;

/** One row while it is being edited. */
export interface RawRow {
  /** Unique in its table, and the same while the row moves. */
  readonly id: number;
  /** State of the control of each column. */
  readonly cells: Readonly<Record<string, unknown>>;
  /** Columns whose control was left. */
  readonly left: readonly string[];
}

/** A table while it is being edited. */
export interface RawTable {
  /** In order. */
  readonly rows: readonly RawRow[];
  /** Id of the next new row. */
  readonly nextId: number;
}

/** Answers the control that edits the cells of a column. */
export type ControlOf = (column: BaseParameter) => FieldControl;

/** Returns a table that holds `value`. */
export function startTable(
  parameter: TableShape,
  value: unknown,
  controlOf: ControlOf,
): RawTable {
  const given = Array.isArray(value) ? (value as readonly TableRow[]) : [];
  const rows = given.map((row, id) => ({
    id,
    cells: startCells(parameter, controlOf, (column) => row[column.name]),
    left: [],
  }));
  return {rows, nextId: rows.length};
}

/** Returns the table with one more row, which holds the columns' defaults. */
export function withNewRow(
  parameter: TableShape,
  {rows, nextId}: RawTable,
  controlOf: ControlOf,
): RawTable {
  const cells = startCells(parameter, controlOf, (column) => column.default);
  return {rows: [...rows, {id: nextId, cells, left: []}], nextId: nextId + 1};
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
  controlOf: ControlOf,
): FieldReading {
  const issues: ParameterIssue[] = [];
  const value = rows.map((row, index) => {
    const cells = parameter.columns.map((column) => {
      const {name} = column;
      const read = controlOf(column).read(column, row.cells[name]);
      issues.push(
        ...read.issues.map((issue) => ({
          ...issue,
          path: toPointer(parameter.name, index, name),
        })),
      );
      return [name, read.value ?? emptyCell(column)] as const;
    });
    return Object.fromEntries(cells);
  });
  if (rows.length === 0) issues.push(...parameter.validate(value));
  return {value: rows.length === 0 ? undefined : value, issues};
}

/** Tells whether the cell an issue is about was left. */
export function isCellLeft({rows}: RawTable, issue: ParameterIssue): boolean {
  const [, index, column] = pointerParts(issue.path);
  const row = rows[Number(index)];
  return column !== undefined && row?.left.includes(column) === true;
}

function startCells(
  parameter: TableShape,
  controlOf: ControlOf,
  valueOf: (column: BaseParameter) => unknown,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    parameter.columns.map((column) => [
      column.name,
      controlOf(column).start(column, valueOf(column)),
    ]),
  );
}

/** What a row holds for an optional cell nobody filled; the key stays. */
function emptyCell(column: BaseParameter): unknown {
  if (column.paramType === 'bool') return false;
  return column.paramType === 'str' ? '' : null;
}
