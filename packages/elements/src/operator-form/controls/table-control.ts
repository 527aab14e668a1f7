import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';

import {pointerParts} from '@ls-annotation/operators';
import type {BaseParameter, ParameterIssue} from '@ls-annotation/operators';

import {icon} from '../../styles/icons.js';
import {renderError} from '../render-error.js';

import type {Field, FieldControl, RawUpdate} from './field-control.js';
import {
  isCellLeft,
  readTable,
  startTable,
  withNewRow,
  withRow,
  withoutRow,
} from './table-rows.js';
import type {ControlOf, RawRow, RawTable, TableShape} from './table-rows.js';

/**
 * Makes the control of table parameters.
 *
 * Up and down move within a column. A new row takes the focus to its first
 * cell; removing one keeps it in the table.
 *
 * @param controlOf - controls of the columns.
 */
export function createTableControl(controlOf: ControlOf): FieldControl {
  return {
    layout: 'group',
    start: (parameter, value) =>
      startTable(asTable(parameter), value, controlOf),
    read: (parameter, raw) =>
      readTable(asTable(parameter), raw as RawTable, controlOf),
    isLeft: (raw, issue) => isCellLeft(raw as RawTable, issue),
    render: (field) => renderTable({field, controlOf}),
  };
}

interface Context {
  readonly field: Field;
  readonly controlOf: ControlOf;
}

function renderTable(context: Context): TemplateResult {
  const {field} = context;
  const {rows} = field.raw as RawTable;
  return html`
    <div class="table" part="table" id=${field.id}>
      ${
        rows.length === 0
          ? html`<p class="no-rows">No rows yet.</p>`
          : renderGrid(context)
      }
      <button
        id=${addId(field)}
        class="button add"
        part="add-row"
        type="button"
        @click=${() => addRow(context)}
      >
        ${icon('add')} Add row
      </button>
    </div>
  `;
}

function renderGrid(context: Context): TemplateResult {
  const {field} = context;
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
        <tbody @keydown=${(event: KeyboardEvent) => moveFocus(event)}>
          ${repeat(
            rows,
            ({id}) => id,
            (row, index) => renderRow(context, row, index),
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

function renderRow(
  context: Context,
  row: RawRow,
  index: number,
): TemplateResult {
  const {columns} = asTable(context.field.parameter);
  return html`
    <tr>
      ${columns.map((_column, at) => renderCell(context, {row, index, at}))}
      <td class="tools" data-heading=${`Row ${index + 1}`}>
        <button
          id=${removeId(context.field, row)}
          class="button quiet icon"
          part="remove-row"
          type="button"
          aria-label=${`Remove row ${index + 1}`}
          @click=${() => removeRow(context, index)}
        >
          ${icon('delete')}
        </button>
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
}

function renderCell(context: Context, place: CellPlace): TemplateResult {
  const {field, controlOf} = context;
  const {row, index, at} = place;
  const column = asTable(field.parameter).columns[at] as BaseParameter;
  const id = cellId(field, row, at);
  const issues = field.issues.filter((issue) => isAbout(issue, index, column));
  const inRow =
    (change: (row: RawRow) => RawRow): RawUpdate =>
    (raw) =>
      withRow(raw as RawTable, row.id, change);
  const control = controlOf(column).render({
    ...field,
    parameter: column,
    id,
    issues,
    raw: row.cells[column.name],
    describedBy: issues.length > 0 ? `${id}-error` : '',
    label: `${column.title} row ${index + 1}`,
    change: (update) =>
      field.change(
        inRow(({cells, ...rest}) => ({
          ...rest,
          cells: {...cells, [column.name]: update(cells[column.name])},
        })),
      ),
    leave: () =>
      field.leave(
        inRow(({left, ...rest}) => ({
          ...rest,
          left: [...new Set([...left, column.name])],
        })),
      ),
  });
  return html`
    <td data-heading=${column.title} data-column=${at}>
      ${control} ${renderError(`${id}-error`, issues)}
    </td>
  `;
}

function addRow({field, controlOf}: Context): void {
  const parameter = asTable(field.parameter);
  const table = withNewRow(parameter, field.raw as RawTable, controlOf);
  field.change(() => table);
  field.focusLater(cellId(field, table.rows.at(-1) as RawRow, 0));
}

function removeRow({field}: Context, index: number): void {
  const before = field.raw as RawTable;
  const table = withoutRow(before, (before.rows[index] as RawRow).id);
  const next = table.rows[Math.min(index, table.rows.length - 1)];
  field.change(() => table);
  field.announce(`Row ${index + 1} removed.`);
  field.focusLater(next ? removeId(field, next) : addId(field));
}

/** Up and down arrows lead to the same column of the next row. */
function moveFocus(event: KeyboardEvent): void {
  const step = {ArrowUp: -1, ArrowDown: 1}[event.key];
  const target = event.target as HTMLElement;
  const cell = target.closest('td');
  const row = cell?.closest('tr');
  if (step === undefined || !cell || !row || event.altKey) return;
  const rows = [...(row.parentElement?.children ?? [])];
  const next = rows[rows.indexOf(row) + step];
  const column = [...row.children].indexOf(cell);
  const control =
    next?.children[column]?.querySelector<HTMLElement>('input, button');
  if (!control) return;
  event.preventDefault();
  control.focus();
  if (control instanceof HTMLInputElement) control.select();
}

function isAbout(
  issue: ParameterIssue,
  index: number,
  column: BaseParameter,
): boolean {
  const [, row, name] = pointerParts(issue.path);
  return row === String(index) && name === column.name;
}

function asTable(parameter: BaseParameter): TableShape {
  return parameter as BaseParameter & TableShape;
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
