import {parseCsv} from './parse-csv.js';

/**
 * Returns the cells of comma separated values by column, first lines first.
 *
 * There are as many columns as the first line has cells; every column has a
 * cell for each line, `''` where the line is shorter. What is not in quotes
 * is cut out of the text without a list for each of its lines: files of a
 * million lines are common.
 */
export function csvColumns(
  text: string,
  separator: string,
): readonly (readonly string[])[] {
  return text.includes('"')
    ? transpose(parseCsv(text, separator))
    : cutColumns(text, separator);
}

function transpose(
  rows: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const [first = []] = rows;
  return first.map((_, place) => rows.map((row) => row[place] ?? ''));
}

function cutColumns(
  text: string,
  separator: string,
): readonly (readonly string[])[] {
  const columns: string[][] = [];
  for (let at = 0; at < text.length;) {
    const newline = text.indexOf('\n', at);
    const next = newline === -1 ? text.length : newline;
    const end = text.charAt(next - 1) === '\r' ? next - 1 : next;
    if (end > at) cutLine(text, separator, {at, end, columns});
    at = next + 1;
  }
  return columns;
}

interface Line {
  readonly at: number;
  readonly end: number;
  readonly columns: string[][];
}

function cutLine(
  text: string,
  separator: string,
  {at, end, columns}: Line,
): void {
  const isFirst = columns.length === 0;
  let from = at;
  for (let place = 0; isFirst || place < columns.length; place += 1) {
    const found = from > end ? -1 : text.indexOf(separator, from);
    const to = found === -1 || found > end ? end : found;
    const cell = from > end ? '' : text.slice(from, to);
    if (isFirst) columns.push([cell]);
    else columns[place]?.push(cell);
    from = to + separator.length;
    if (isFirst && to === end) return;
  }
}
