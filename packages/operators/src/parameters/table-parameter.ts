import type {Parsed} from '@ls-annotation/core';

import {BaseParameter, describeType} from './base-parameter.js';
import type {NestedValue, ParameterOptions} from './base-parameter.js';
import {parseJsonText} from './json-text.js';
import {isRecord} from './own-value.js';
import {moveIssue, toPointer} from './parameter-issue.js';
import type {ParameterIssue} from './parameter-issue.js';
import {EMPTY_SCOPE} from './parameter-scope.js';
import type {ParameterScope} from './parameter-scope.js';
import type {ParameterView} from './parameter-view.js';
import {groupValues} from './read-group.js';
import type {WireKeys} from './wire-keys.js';

/**
 * One row: a value for each column. The cell of an optional column that was
 * left empty is `null`, or `''` for text; the key is always there.
 */
export type TableRow = Readonly<Record<string, unknown>>;

/** What a table parameter takes. */
export interface TableParameterOptions extends ParameterOptions<
  readonly TableRow[]
> {
  /** At least one, names unique, each of one value. */
  readonly columns: readonly BaseParameter[];
  /** Fewest rows. */
  readonly minItems?: number;
  /** Most rows. */
  readonly maxItems?: number;
}

/** Types that do not fit into a cell. */
const NOT_IN_CELLS = new Set<string | null>([
  'table',
  'list',
  'object',
  'one_of',
  'file',
  'notice',
]);

/**
 * A list of rows with typed columns, `table` on the wire.
 *
 * Every row has exactly the columns. A required table has at least one row.
 */
export class TableParameter extends BaseParameter<readonly TableRow[]> {
  static override readonly keys: WireKeys = {
    ...BaseParameter.keys,
    min_items: 'count',
    max_items: 'count',
  };

  readonly paramType = 'table';
  /** Columns in order. */
  readonly columns: readonly BaseParameter[];
  /** Fewest rows. */
  declare readonly minItems: number | undefined;
  /** Most rows. */
  declare readonly maxItems: number | undefined;

  constructor(options: TableParameterOptions) {
    super(options);
    this.columns = Object.freeze([...options.columns]);
    this.#assertColumns();
    this.assert(
      (this.minItems ?? 0) <= (this.maxItems ?? Infinity),
      'minItems is above maxItems.',
    );
    this.assertDefault();
  }

  override emptyValue(): unknown {
    return [];
  }

  override get hasAsyncValidation(): boolean {
    return (
      super.hasAsyncValidation ||
      this.columns.some((column) => column.hasAsyncValidation)
    );
  }

  protected override requiredMessage(): string {
    return 'Add at least one row.';
  }

  override isEmpty(value: unknown): boolean {
    return super.isEmpty(value) || (Array.isArray(value) && value.length === 0);
  }

  /**
   * Returns a row to start with: the default of each column, or else what its
   * type holds for nothing.
   */
  newRow(): TableRow {
    return Object.fromEntries(
      this.columns.map((column) => [column.name, column.initialValue()]),
    );
  }

  /** Returns the rows as new objects, cells in the order of the columns. */
  override normalize(
    value: unknown,
    scope: ParameterScope = EMPTY_SCOPE,
  ): readonly TableRow[] {
    return (value as readonly TableRow[]).map((row) => {
      const group = this.#group(row, scope);
      const cells = new Map(group.map((cell) => [cell.parameter.name, cell]));
      return Object.fromEntries(
        this.columns.map(({name}) => [name, normalizeCell(cells.get(name))]),
      );
    });
  }

  override nested(
    value: unknown,
    scope: ParameterScope,
  ): readonly NestedValue[] {
    if (!Array.isArray(value)) return [];
    return (value as readonly unknown[]).flatMap((row, index) =>
      isRecord(row)
        ? this.#group(row, scope).map((cell) => ({
            ...cell,
            at: toPointer(index) + cell.at,
          }))
        : [],
    );
  }

  /** Reads rows from JSON. */
  override parse(
    text: string,
  ): Parsed<readonly TableRow[] | undefined, ParameterIssue> {
    return parseJsonText(text, () => this.#listIssue(text));
  }

  override toView(): ParameterView {
    const columns = this.columns.map((column) => column.toColumnView());
    return {...super.toView(), columns};
  }

  protected override check(
    value: unknown,
    scope: ParameterScope,
  ): readonly ParameterIssue[] {
    if (!Array.isArray(value)) return [this.#listIssue(value)];
    const rows = value as readonly unknown[];
    const {minItems = 0, maxItems = Infinity} = this;
    const count =
      rows.length < minItems
        ? `Add at least ${rowText(minItems)}.`
        : `Keep at most ${rowText(maxItems)}.`;
    const isCount = rows.length >= minItems && rows.length <= maxItems;
    return [
      ...(isCount ? [] : [this.issue('parameter/items', count)]),
      ...rows.flatMap((row, index) => this.#checkRow(row, index, scope)),
    ];
  }

  #checkRow(
    row: unknown,
    index: number,
    scope: ParameterScope,
  ): readonly ParameterIssue[] {
    const at = toPointer(index);
    if (!isRecord(row)) {
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
    return this.#group(row, scope).flatMap((cell) =>
      cell.parameter
        .validate(cell.value, cell.scope)
        .map((issue) => moveIssue(issue, toPointer(this.name) + at)),
    );
  }

  #group(
    row: TableRow,
    {root, context}: ParameterScope,
  ): readonly NestedValue[] {
    return groupValues(this.columns, row, {root, context});
  }

  #hasExactColumns(row: TableRow): boolean {
    const names = this.#columnNames();
    return (
      Object.keys(row).length === names.length &&
      names.every((name) => Object.hasOwn(row, name))
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
    this.assert(names.length > 0, 'A table needs at least one column.');
    for (const {paramType} of this.columns) {
      const message = `A column cannot be a ${String(paramType)} itself.`;
      this.assert(!NOT_IN_CELLS.has(paramType), message);
    }
    this.assert(
      new Set(names).size === names.length,
      `The names of columns must be unique but are ${quoteNames(names)}.`,
    );
  }
}

/** A cell whose column is not asked for, and an empty one, hold nothing. */
function normalizeCell(cell: NestedValue | undefined): unknown {
  if (!cell) return null;
  const {parameter, value, scope} = cell;
  if (!parameter.isEmpty(value)) return parameter.normalize(value, scope);
  return value === '' && parameter.paramType === 'str' ? '' : null;
}

function rowText(count: number): string {
  return count === 1 ? '1 row' : `${String(count)} rows`;
}

function quoteNames(names: readonly string[]): string {
  return `[${names.map((name) => `'${name}'`).join(', ')}]`;
}
