import {parseCsv} from '../csv/parse-csv.js';

/** What a table shows. */
export interface TableContent {
  /** Headings; none for a file without them. */
  readonly columns: readonly string[];
  /** Cells of each row. */
  readonly rows: readonly (readonly string[])[];
}

/**
 * Returns what a `Table` shows of a value, `null` for a value of the wrong
 * kind.
 *
 * JSON is an object, or text of one: each key with its value. `csv` is text,
 * or rows that were read from one already.
 *
 * @param options - of `csv`: `separator`, and `headless` for no headings
 */
export function readTable(
  value: unknown,
  type: string,
  options: ReadonlyMap<string, string>,
): TableContent | null {
  return type === 'csv' ? readCsv(value, options) : readJson(value);
}

function readJson(value: unknown): TableContent | null {
  const read = typeof value === 'string' ? parseJson(value) : value;
  if (typeof read !== 'object' || read === null) return null;
  const rows = Object.entries(read).map(([name, entry]) => [
    name,
    toText(entry),
  ]);
  return {columns: ['Name', 'Value'], rows};
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function readCsv(
  value: unknown,
  options: ReadonlyMap<string, string>,
): TableContent | null {
  if (Array.isArray(value)) return readRecords(value);
  if (typeof value !== 'string') return null;
  const separator = options.get('separator') ?? ',';
  const rows = parseCsv(value, separator === '' ? ',' : separator);
  if (options.has('headless')) return {columns: [], rows};
  const [columns = [], ...others] = rows;
  return {columns, rows: others};
}

function readRecords(records: readonly unknown[]): TableContent {
  const read = records.map((record) => new Map(Object.entries(record ?? {})));
  const columns = [...(read[0]?.keys() ?? [])];
  const rows = read.map((record) =>
    columns.map((name) => toText(record.get(name))),
  );
  return {columns, rows};
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  return JSON.stringify(value);
}
