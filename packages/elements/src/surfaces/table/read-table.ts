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

/**
 * Returns the cells of comma separated values. A cell in quotes may hold
 * separators, line ends and, doubled, quotes; empty lines are left out.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc4180 | RFC 4180}
 */
export function parseCsv(
  text: string,
  separator = ',',
): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endRow = (): void => {
    row.push(cell);
    if (row.length > 1 || cell !== '') rows.push(row);
    row = [];
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (isQuoted) {
      const isDouble = letter === '"' && text[at + 1] === '"';
      if (letter === '"' && !isDouble) isQuoted = false;
      else cell += letter;
      if (isDouble) at += 1;
    } else if (letter === '"' && cell === '') isQuoted = true;
    else if (text.startsWith(separator, at)) {
      row.push(cell);
      cell = '';
      at += separator.length - 1;
    } else if (letter === '\n') endRow();
    else if (letter !== '\r') cell += letter;
  }
  endRow();
  return rows;
}
