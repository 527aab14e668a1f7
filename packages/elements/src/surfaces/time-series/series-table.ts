import {csvColumns} from '../csv/csv-columns.js';

import {quote, readAs, unreadable} from './reading.js';
import type {Reading} from './reading.js';

/** The columns of a series as the data has them. */
export interface SeriesTable {
  /** Names of the columns, in order; numbers for a file without headings. */
  readonly names: readonly string[];
  /** Cells by column; a column may be shorter than others. */
  readonly columns: readonly (readonly unknown[])[];
}

/** Names that `sep` may give for what divides columns. */
const SEPARATORS: Readonly<Record<string, string>> = {
  tab: '\t',
  '\\t': '\t',
  space: ' ',
  comma: ',',
  semicolon: ';',
  dot: '.',
};
const CANDIDATES = [',', ';', '\t', '|', ' '];

/** One line that leads to a server, or to a file beside the page. */
const ADDRESS = /^(https?:\/\/|\.{0,2}\/)\S+\s*$/;
const EXPECTED =
  'Give an object with a list for each column, for example ' +
  '{"time": [1, 2], "value": [3, 4]}.';

/**
 * Reads the columns of a series from what a task or a server gives: an object
 * of lists, a list of objects, JSON text of either, or comma separated values.
 *
 * @param separator - As `sep` says it.
 */
export function readSeriesTable(
  value: unknown,
  separator: string,
): Reading<SeriesTable> {
  if (typeof value !== 'string') return readJson(value);
  const text = value.trimStart();
  if (text === '') return unreadable('has no data: its file is empty.');
  if (/^[[{]/.test(text)) return readJsonText(text);
  if (/^<(!doctype|html|\?xml|!--)/i.test(text)) {
    return unreadable(
      'got a page (HTML) where it expects comma separated values or JSON. ' +
        'Check the address: it may lead to a page that asks to sign in.',
    );
  }
  if (ADDRESS.test(text)) {
    return unreadable(
      `got an address, ${quote(text.trimEnd())}, where it expects the data. ` +
        'Say valueType="url" to have it loaded.',
    );
  }
  return readCsv(text, separator);
}

/**
 * Returns the 0-based place of a column by its name, in whatever case, or by
 * its number; -1 for none.
 */
export function columnPlace({names}: SeriesTable, column: string): number {
  const wanted = column.trim().toLowerCase();
  const place = names.findIndex((name) => name.toLowerCase() === wanted);
  if (place !== -1 || !/^\d+$/.test(wanted)) return place;
  return Number(wanted) < names.length ? Number(wanted) : -1;
}

/** Returns words about a column that is not there. */
export function noSuchColumn({names}: SeriesTable, column: string): string {
  const known = names.slice(0, 12).map(quote).join(', ');
  return (
    `has no column ${quote(column)}. Its data has ` +
    `${known === '' ? 'no columns' : known}: name one of them, or give its ` +
    'number, from 0.'
  );
}

function readJsonText(text: string): Reading<SeriesTable> {
  try {
    return readJson(JSON.parse(text) as unknown);
  } catch (cause) {
    return unreadable(`got JSON that does not parse (${String(cause)}).`);
  }
}

function readJson(value: unknown): Reading<SeriesTable> {
  if (value === undefined || value === null) {
    return unreadable(`has no data in this task. ${EXPECTED}`);
  }
  if (Array.isArray(value)) return readRows(value as readonly unknown[]);
  if (typeof value !== 'object') {
    return unreadable(`cannot show ${quote(value)}. ${EXPECTED}`);
  }
  const lists = Object.entries(value).filter(([, column]) =>
    Array.isArray(column),
  ) as (readonly [string, readonly unknown[]])[];
  if (lists.length === 0) {
    return unreadable(`found no lists in its data. ${EXPECTED}`);
  }
  return readAs({
    names: lists.map(([name]) => name),
    columns: lists.map(([, column]) => column),
  });
}

function readRows(rows: readonly unknown[]): Reading<SeriesTable> {
  const [first] = rows;
  if (rows.length === 0) return unreadable('has no rows in its data.');
  if (typeof first !== 'object' || first === null) {
    return unreadable(`cannot show a list of such things. ${EXPECTED}`);
  }
  const names = Object.keys(first);
  const columns = names.map((name) =>
    rows.map((row) => (row as Record<string, unknown> | null)?.[name]),
  );
  return readAs({names, columns});
}

function readCsv(text: string, sep: string): Reading<SeriesTable> {
  const [line = ''] = text.split('\n', 1);
  const separator = separatorOf(sep, line);
  if (!line.includes(separator)) {
    const other = CANDIDATES.find((candidate) => line.includes(candidate));
    if (other !== undefined && other !== ' ') {
      return unreadable(
        `finds no ${quote(separator)} in the first line of its file, ` +
          `${quote(line.trim())}. Say with sep what divides its columns.`,
      );
    }
  }
  const cells = csvColumns(text, separator);
  const head = cells.map(([cell = '']) => cell.trim());
  if (looksHeadless(cells)) {
    const names = head.map((_, place) => String(place));
    return readAs({names, columns: cells});
  }
  return readAs({names: head, columns: cells.map((column) => column.slice(1))});
}

function separatorOf(sep: string, line: string): string {
  if (sep === 'auto') {
    return CANDIDATES.find((candidate) => line.includes(candidate)) ?? ',';
  }
  return SEPARATORS[sep] ?? (sep.length > 1 ? sep.charAt(0) : sep || ',');
}

/** A line of headings differs from the next one in where it has numbers. */
function looksHeadless(columns: readonly (readonly string[])[]): boolean {
  return columns.every(([first = '', second]) =>
    second === undefined
      ? isNumeric(first)
      : isNumeric(first) === isNumeric(second),
  );
}

function isNumeric(cell: string): boolean {
  return cell.trim() !== '' && !Number.isNaN(Number(cell));
}
