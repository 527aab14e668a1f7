import {html} from 'lit';
import type {TemplateResult} from 'lit';

import type {TableOutput, TableOutputCell} from '@ls-annotation/operators';

/** Draws rows of single values; `label` names them where they scroll. */
export function renderTable(
  {columns, rows}: Pick<TableOutput, 'columns' | 'rows'>,
  label: string,
): TemplateResult {
  const areNumbers = columns.map(({name}) =>
    rows.every((row) => ['number', 'object'].includes(typeof row[name])),
  );
  const alignOf = (index: number): string =>
    areNumbers[index] === true ? 'end' : '';
  return html`
    <div class="scroll" role="region" tabindex="0" aria-label=${label}>
      <table part="table">
        <thead>
          <tr>
            ${columns.map(
              ({name, title, unit}, index) =>
                html`<th scope="col" class=${alignOf(index)}>
                  ${title ?? name}${
                    unit ? html` <span class="unit">(${unit})</span>` : ''
                  }
                </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
                ${columns.map(
                  ({name}, index) =>
                    html`<td class=${alignOf(index)}>
                      ${cellText(row[name] ?? null)}
                    </td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  `;
}

const number = new Intl.NumberFormat(undefined, {maximumSignificantDigits: 8});

function cellText(cell: TableOutputCell): string {
  if (cell === null) return '–';
  if (typeof cell === 'number') return number.format(cell);
  if (typeof cell === 'boolean') return cell ? 'Yes' : 'No';
  return cell;
}
