import type {Parsed} from '@ls-annotation/core';

import {ParameterDefinitionError} from '../errors.js';

import {BaseParameter, describeType} from './base-parameter.js';
import {pointerParts, toPointer} from './parameter-issue.js';

import type {ParameterOptions} from './base-parameter.js';
import type {ParameterIssue} from './parameter-issue.js';
import type {ParameterView} from './parameter-view.js';

/**
 * One row: a value for each column. The cell of an optional column that was
 * left empty is `null`, or `''` for text; the key is always there.
 */
export type TableRow = Readonly<Record<string, unknown>>;

/** What a table parameter takes. */
export interface TableParameterOptions extends ParameterOptions<
  readonly TableRow[]
> {
  /** At least one, names unique, none a table itself. */
  readonly columns: readonly BaseParameter[];
}

/**
 * A list of rows with typed columns, `table` on the wire.
 *
 * Every row has exactly the columns. A required table has at least one row.
 */
export class TableParameter extends BaseParameter<readonly TableRow[]> {
  readonly paramType = 'table';
  /** Columns in order. */
  readonly columns: readonly BaseParameter[];

  constructor(options: TableParameterOptions) {
    super(options);
    this.columns = [...options.columns];
    this.#assertColumns();
    this.assertDefault();
  }

  override isEmpty(value: unknown): boolean {
    return super.isEmpty(value) || (Array.isArray(value) && value.length === 0);
  }

  override validate(value: unknown): readonly ParameterIssue[] {
    if (!this.required || !this.isEmpty(value)) return super.validate(value);
    return [this.issue('parameter/required', 'Add at least one row.')];
  }

  /** Returns the rows as new objects, cells in the order of the columns. */
  override normalize(value: unknown): readonly TableRow[] {
    return (value as readonly TableRow[]).map((row) =>
      Object.fromEntries(this.columns.map(({name}) => [name, row[name]])),
    );
  }

  /** Reads rows from JSON. */
  override parse(
    text: string,
  ): Parsed<readonly TableRow[] | undefined, ParameterIssue> {
    if (text.trim() === '') return {ok: true, value: undefined, warnings: []};
    try {
      const value = JSON.parse(text) as readonly TableRow[];
      return {ok: true, value, warnings: []};
    } catch {
      return {ok: false, issues: [this.typeIssue(text)]};
    }
  }

  override toView(): ParameterView {
    const columns = this.columns.map((column) => column.toColumnView());
    return {...super.toView(), columns};
  }

  protected override check(value: unknown): readonly ParameterIssue[] {
    if (!Array.isArray(value)) return [this.#listIssue(value)];
    return (value as readonly unknown[]).flatMap((row, index) =>
      this.#checkRow(row, index),
    );
  }

  #checkRow(row: unknown, index: number): readonly ParameterIssue[] {
    const at = toPointer(index);
    if (!isRow(row)) {
      const message =
        `Expected row ${String(index)} of type 'dict' ` +
        `but got ${describeType(row)}.`;
      return [this.issue('parameter/type', message, at)];
    }
    if (!this.#hasExactColumns(row)) {
      const message =
        `Row ${String(index)} must have exactly the columns ` +
        `${quoteNames(this.#columnNames())} ` +
        `but got ${quoteNames(Object.keys(row))}.`;
      return [this.issue('parameter/columns', message, at)];
    }
    return this.columns.flatMap((column) =>
      column.validate(row[column.name]).map(({code, message, path}) => {
        const rest = toPointer(...pointerParts(path).slice(1));
        return this.issue(code, message, at + toPointer(column.name) + rest);
      }),
    );
  }

  #hasExactColumns(row: TableRow): boolean {
    const names = this.#columnNames();
    const keys = Object.keys(row);
    return (
      keys.length === names.length && names.every((name) => keys.includes(name))
    );
  }

  #columnNames(): readonly string[] {
    return this.columns.map(({name}) => name);
  }

  #listIssue(value: unknown): ParameterIssue {
    const message = `Expected value of type 'list' but got ${describeType(value)}.`;
    return this.issue('parameter/type', message);
  }

  #assertColumns(): void {
    const names = this.#columnNames();
    const reason = this.#columnFault(names);
    if (reason !== null) throw new ParameterDefinitionError(this.name, reason);
  }

  #columnFault(names: readonly string[]): string | null {
    if (names.length === 0) return 'A table needs at least one column.';
    if (this.columns.some((column) => column instanceof TableParameter)) {
      return 'A column cannot be a table itself.';
    }
    if (new Set(names).size === names.length) return null;
    return `The names of columns must be unique but are ${quoteNames(names)}.`;
  }
}

function isRow(value: unknown): value is TableRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function quoteNames(names: readonly string[]): string {
  return `[${names.map((name) => `'${name}'`).join(', ')}]`;
}
