import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';

import {activityOf} from '@ls-annotation/operators';
import type {
  BaseParameter,
  ParameterValues,
  TableParameter,
} from '@ls-annotation/operators';

import {icon} from '../../styles/icons.js';
import {renderError} from '../render-error.js';

import {childField} from './field-control.js';
import type {
  Field,
  FieldControl,
  FieldPlace,
  ShapeOf,
} from './field-control.js';
import {
  cellControl,
  readTable,
  startTable,
  withNewRow,
  withPasted,
  withRow,
  withoutRow,
} from './table-rows.js';
import type {RawRow, RawTable, TableShape} from './table-rows.js';

/**
 * A table: columns of one value each.
 *
 * Up and down move within a column. A new row takes the focus to its first
 * cell; removing one keeps it in the table. Cells copied from a spreadsheet
 * are pasted as cells.
 */
export const tableControl: FieldControl = {
  layout: 'group',
  start: (parameter, value) => startTable(asTable(parameter), value),
  read: (parameter, raw) => readTable(asTable(parameter), raw as RawTable),
  locate: locateCell,
  render: renderTable,
};

function locateCell(
  place: FieldPlace,
  [row, name]: readonly string[],
): FieldPlace {
  const {columns} = asTable(place.parameter);
  const found = (place.raw as RawTable).rows[Number(row)];
  const at = columns.findIndex((column) => column.name === name);
  const column = columns[at];
  if (!found || !column) return place;
  return {
    parameter: column,
    id: cellId(place, found, at),
    raw: found.cells[column.name],
    title: `${place.title}, ${column.title} row ${String(Number(row) + 1)}`,
  };
}

function renderTable(field: Field): TemplateResult {
  const {rows} = field.raw as RawTable;
  return html`
    <div class="table" part="table" id=${field.id}>
      ${
        rows.length === 0
          ? html`<p class="no-rows">No rows yet.</p>`
          : renderGrid(field)
      }
      ${
        isFixed(field)
          ? nothing
          : html`<button
              id=${addId(field)}
              class="button add"
              part="add-row"
              type="button"
              aria-disabled=${isFull(field) ? 'true' : nothing}
              @click=${() => {
                if (!isFull(field)) addRow(field);
              }}
            >
              ${icon('add')} Add row
            </button>`
      }
    </div>
  `;
}

function renderGrid(field: Field): TemplateResult {
  const {columns} = asTable(field.parameter);
  const {rows} = field.raw as RawTable;
  return html`
    <div class="table-scroll">
      <table aria-label=${field.parameter.title}>
        <thead>
          <tr>
            ${columns.map(renderHeading)}
            <td></td>
          </tr>
        </thead>
        <tbody
          @keydown=${(event: KeyboardEvent) => moveFocus(event)}
          @paste=${(event: ClipboardEvent) => paste(field, event)}
        >
          ${repeat(
            rows,
            ({id}) => id,
            (row, index) => renderRow(field, row, index),
          )}
        </tbody>
      </table>
    </div>
  `;
}

function renderHeading(column: BaseParameter): TemplateResult {
  const {title, description, required, paramType} = column;
  const isMarked = required && paramType !== 'bool';
  return html`
    <th scope="col" title=${description || nothing}>
      ${title}${isMarked ? html`<span class="required" aria-hidden="true"> *</span>` : nothing}
    </th>
  `;
}

function renderRow(field: Field, row: RawRow, index: number): TemplateResult {
  const {columns} = asTable(field.parameter);
  const activity = activityOf(columns, {
    values: rowValues(field, index),
    root: field.form.values,
  });
  return html`
    <tr>
      ${columns.map(({name}, at) =>
        activity.get(name)?.isVisible === true
          ? renderCell(field, {
              row,
              index,
              at,
              isEnabled: activity.get(name)?.isEnabled === true,
            })
          : html`<td data-column=${at} class="no-cell"></td>`,
      )}
      <td class="tools" data-heading=${`Row ${index + 1}`}>
        ${
          isFixed(field)
            ? nothing
            : html`<button
                id=${removeId(field, row)}
                class="button quiet icon"
                part="remove-row"
                type="button"
                aria-label=${`Remove row ${index + 1}`}
                @click=${() => removeRow(field, index)}
              >
                ${icon('delete')}
              </button>`
        }
      </td>
    </tr>
  `;
}

interface CellPlace {
  readonly row: RawRow;
  /** 0-based row. */
  readonly index: number;
  /** 0-based column. */
  readonly at: number;
  /** False when its condition does not hold. */
  readonly isEnabled: boolean;
}

function renderCell(field: Field, place: CellPlace): TemplateResult {
  const {row, index, at, isEnabled} = place;
  const table = asTable(field.parameter);
  const column = table.columns[at] as BaseParameter;
  const id = cellId(field, row, at);
  const cell = childField(field, {
    parameter: column,
    id,
    keys: [index, column.name],
    raw: row.cells[column.name],
    label: `${column.title} row ${index + 1}`,
    isEnabled,
    put: (outer: RawTable, update) =>
      withRow(outer, row.id, ({cells, ...rest}) => ({
        ...rest,
        cells: {...cells, [column.name]: update(cells[column.name])},
      })),
  });
  return html`
    <td data-heading=${column.title} data-column=${at}>
      ${cellControl(table, column).render(cell)}
      ${renderError(`${id}-error`, cell.issues)}
    </td>
  `;
}

/** What a row stands for, for the conditions of its cells. */
function rowValues(field: Field, index: number): ParameterValues {
  const table = asTable(field.parameter);
  const {value} = readTable(table, field.raw as RawTable);
  const rows = (value ?? []) as readonly ParameterValues[];
  return rows[index] ?? {};
}

function paste(field: Field, event: ClipboardEvent): void {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const cell = (event.target as HTMLElement).closest('td');
  const row = cell?.closest('tr');
  if (!cell || !row || isFixed(field) || !/[\t\n]/.test(text.trimEnd())) return;
  event.preventDefault();
  const at = [...(row.parentElement?.children ?? [])].indexOf(row);
  const column = Number(cell.dataset.column);
  const table = asTable(field.parameter);
  field.change((raw) =>
    withPasted(table, raw as RawTable, {text, row: at, column}),
  );
  field.form.announce(
    `${String(text.trimEnd().split('\n').length)} rows pasted.`,
  );
}

function addRow(field: Field): void {
  const parameter = asTable(field.parameter);
  const table = withNewRow(parameter, field.raw as RawTable);
  field.change(() => table);
  field.form.focusLater(cellId(field, table.rows.at(-1) as RawRow, 0));
}

function removeRow(field: Field, index: number): void {
  const before = field.raw as RawTable;
  const table = withoutRow(before, (before.rows[index] as RawRow).id);
  const next = table.rows[Math.min(index, table.rows.length - 1)];
  field.change(() => table);
  field.form.announce(`Row ${index + 1} removed.`);
  field.form.focusLater(next ? removeId(field, next) : addId(field));
}

/** Up and down arrows lead to the same column of the next row. */
function moveFocus(event: KeyboardEvent): void {
  const step = {ArrowUp: -1, ArrowDown: 1}[event.key];
  const target = event.target as HTMLElement;
  // A list of choices has a use of its own for these keys.
  if (event.defaultPrevented || target instanceof HTMLSelectElement) return;
  const cell = target.closest('td');
  const row = cell?.closest('tr');
  if (step === undefined || !cell || !row || event.altKey) return;
  const rows = [...(row.parentElement?.children ?? [])];
  const next = rows[rows.indexOf(row) + step];
  const column = [...row.children].indexOf(cell);
  const control = next?.children[column]?.querySelector<HTMLElement>(
    'input, select, button',
  );
  if (!control) return;
  event.preventDefault();
  control.focus();
  if (control instanceof HTMLInputElement) control.select();
}

function isFixed({isReadOnly, isDisabled}: Field): boolean {
  return isReadOnly || isDisabled;
}

function isFull({parameter, raw}: Field): boolean {
  const {maxItems = Infinity} = parameter as ShapeOf<TableParameter>;
  return (raw as RawTable).rows.length >= maxItems;
}

function asTable(parameter: BaseParameter): TableShape {
  return parameter as unknown as TableShape;
}

/** Returns the id of a cell's control. */
export function cellId(
  field: Pick<Field, 'id'>,
  row: RawRow,
  at: number,
): string {
  return `${field.id}-${row.id}-${at}`;
}

function removeId(field: Field, row: RawRow): string {
  return `${field.id}-${row.id}-remove`;
}

function addId(field: Field): string {
  return `${field.id}-add`;
}
