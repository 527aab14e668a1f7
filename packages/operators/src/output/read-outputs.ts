import {isRecord} from '../parameters/own-value.js';
import {toPointer} from '../parameters/parameter-issue.js';

import type {
  BlobLike,
  OperatorOutput,
  PlotKind,
  PlotSeries,
  TableOutputCell,
  TableOutputColumn,
} from './operator-output.js';
import type {OutputIssue} from './output-issue.js';
import {
  LINK_SCHEMES,
  hasSafeScheme,
  isSafeImageAddress,
} from './safe-address.js';

/** What {@link readOutputs} answers. */
export interface ReadOutputs {
  /** Those that can be shown, in their order. */
  readonly outputs: readonly OperatorOutput[];
  /** Why the others cannot. */
  readonly issues: readonly OutputIssue[];
}

type Raw = Readonly<Record<string, unknown>>;

/** Reads what one kind of output has; `null` after it told an issue. */
type Reader = (raw: Raw, place: Place) => OperatorOutput | null;

const PLOT_KINDS: readonly PlotKind[] = ['line', 'bar', 'scatter', 'histogram'];

const READERS: Readonly<Record<OperatorOutput['type'], Reader>> = {
  text: readText,
  number: readNumber,
  table: readTable,
  image: readImage,
  plot: readPlot,
  link: readLink,
  json: readJson,
};

/**
 * Reads the outputs of an answer, which may come from plain JavaScript or from
 * a server. One that is not what its type says, or whose address has a scheme
 * that is not allowed, is left out with an issue; the others stay. Keys that
 * nobody knows are passed over.
 */
export function readOutputs(value: unknown): ReadOutputs {
  if (value === undefined || value === null) return {outputs: [], issues: []};
  const issues: OutputIssue[] = [];
  if (!Array.isArray(value)) {
    new Place([], issues).tell('output/shape', 'Outputs must be a list.');
    return {outputs: [], issues};
  }
  const outputs = (value as readonly unknown[]).flatMap(
    (one, index) => readOutput(one, new Place([index], issues)) ?? [],
  );
  return {outputs, issues};
}

function readOutput(value: unknown, place: Place): OperatorOutput | null {
  if (!isRecord(value)) return place.tell('output/shape', 'Must be an object.');
  const {type} = value;
  if (typeof type !== 'string' || !Object.hasOwn(READERS, type)) {
    const known = Object.keys(READERS).join(', ');
    return place.at('type').tell('output/type', `Must be one of: ${known}.`);
  }
  return READERS[type as OperatorOutput['type']](value, place);
}

function readText(raw: Raw, place: Place): OperatorOutput | null {
  if (typeof raw.text !== 'string') return place.at('text').tellText();
  const format = raw.format === 'markdown' ? 'markdown' : 'plain';
  return {type: 'text', ...texts(raw, 'title'), text: raw.text, format};
}

function readNumber(raw: Raw, place: Place): OperatorOutput | null {
  const {value} = raw;
  if (!isNumber(value)) return place.at('value').tellNumber();
  return {type: 'number', ...texts(raw, 'title', 'unit'), value};
}

function readTable(raw: Raw, place: Place): OperatorOutput | null {
  const columns = readColumns(raw.columns, place.at('columns'));
  if (!columns) return null;
  const at = place.at('rows');
  if (!Array.isArray(raw.rows)) return at.tellShape('Must be a list of rows.');
  const names = columns.map(({name}) => name);
  const rows: Readonly<Record<string, TableOutputCell>>[] = [];
  for (const [index, row] of (raw.rows as readonly unknown[]).entries()) {
    const read = readRow(row, names, at.at(index));
    if (!read) return null;
    rows.push(read);
  }
  return {type: 'table', ...texts(raw, 'title'), columns, rows};
}

function readColumns(
  value: unknown,
  place: Place,
): readonly TableOutputColumn[] | null {
  if (!Array.isArray(value) || value.length === 0) {
    return place.tellShape('Must be a list of at least one column.');
  }
  const columns: TableOutputColumn[] = [];
  const names = new Set<string>();
  for (const [index, raw] of (value as readonly unknown[]).entries()) {
    const name = isRecord(raw) ? raw.name : raw;
    const at = place.at(index);
    if (typeof name !== 'string') return at.tellShape('Must have a name.');
    if (names.has(name)) return at.tellShape('Must have a name of its own.');
    names.add(name);
    columns.push({name, ...(isRecord(raw) ? texts(raw, 'title', 'unit') : {})});
  }
  return columns;
}

/** A row is an object, or a list in the order of the columns. */
function readRow(
  row: unknown,
  names: readonly string[],
  place: Place,
): Readonly<Record<string, TableOutputCell>> | null {
  if (!isRecord(row) && !Array.isArray(row)) {
    return place.tellShape('Must be an object of cells, by column.');
  }
  const cells: [string, TableOutputCell][] = [];
  for (const [index, name] of names.entries()) {
    const cell: unknown = Array.isArray(row)
      ? row[index]
      : Object.hasOwn(row, name)
        ? row[name]
        : null;
    if (!isCell(cell ?? null)) {
      return place.at(name).tellShape('Must be text, a number, true or false.');
    }
    cells.push([name, (cell ?? null) as TableOutputCell]);
  }
  return Object.fromEntries(cells);
}

function readImage(raw: Raw, place: Place): OperatorOutput | null {
  const {src} = raw;
  const at = place.at('src');
  if (isBlob(src)) {
    if (!src.type.startsWith('image/'))
      return at.tellShape('Must be a picture.');
  } else if (typeof src !== 'string' || src === '') {
    return at.tellShape('Must be an address, or the picture itself.');
  } else if (!isSafeImageAddress(src)) {
    return at.tell('output/address', 'Pictures cannot have such an address.');
  }
  if (typeof raw.alt !== 'string') return place.at('alt').tellText();
  return {type: 'image', ...texts(raw, 'title'), src, alt: raw.alt};
}

function readPlot(raw: Raw, place: Place): OperatorOutput | null {
  const kind = PLOT_KINDS.find((one) => one === raw.kind);
  if (!kind) {
    const at = place.at('kind');
    return at.tellShape(`Must be one of: ${PLOT_KINDS.join(', ')}.`);
  }
  const at = place.at('series');
  if (!Array.isArray(raw.series) || raw.series.length === 0) {
    return at.tellShape('Must be a list of at least one series.');
  }
  const series: PlotSeries[] = [];
  for (const [index, one] of (raw.series as readonly unknown[]).entries()) {
    const read = readSeries(one, kind, at.at(index));
    if (!read) return null;
    series.push(read);
  }
  const {bins} = raw;
  const counts = Number.isInteger(bins) && isBetween(bins as number, 1, 200);
  return {
    type: 'plot',
    ...texts(raw, 'title', 'xLabel', 'yLabel'),
    kind,
    series,
    ...(counts ? {bins: bins as number} : {}),
  };
}

function readSeries(
  value: unknown,
  kind: PlotKind,
  place: Place,
): PlotSeries | null {
  if (!isRecord(value)) return place.tellShape('Must be an object.');
  const {x, y} = value;
  if (!Array.isArray(y) || !y.every(isNumber)) {
    return place.at('y').tellShape('Must be a list of finite numbers.');
  }
  const name = texts(value, 'name');
  if (kind === 'histogram' || x === undefined || x === null) {
    return {...name, y};
  }
  const fits = (one: unknown): one is number | string =>
    isNumber(one) || (kind === 'bar' && typeof one === 'string');
  if (!Array.isArray(x) || x.length !== y.length || !x.every(fits)) {
    const words = kind === 'bar' ? 'numbers or words' : 'finite numbers';
    return place.at('x').tellShape(`Must be as many ${words} as there are y.`);
  }
  return {...name, x, y};
}

function readLink(raw: Raw, place: Place): OperatorOutput | null {
  const {href} = raw;
  const at = place.at('href');
  if (typeof href !== 'string' || href === '') return at.tellText();
  if (!hasSafeScheme(href, LINK_SCHEMES)) {
    const schemes = [...LINK_SCHEMES].join(', ');
    return at.tell('output/address', `Links must be one of: ${schemes}.`);
  }
  return {type: 'link', ...texts(raw, 'title', 'text'), href};
}

function readJson(raw: Raw, place: Place): OperatorOutput | null {
  const {value = null} = raw;
  try {
    JSON.stringify(value);
  } catch {
    return place.at('value').tellShape('Must be JSON data.');
  }
  return {type: 'json', ...texts(raw, 'title'), value};
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isBetween(value: number, min: number, max: number): boolean {
  return value >= min && value <= max;
}

function isCell(value: unknown): value is TableOutputCell {
  return (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    isNumber(value)
  );
}

function isBlob(value: unknown): value is BlobLike {
  if (!isRecord(value)) return false;
  const {type, size, arrayBuffer} = value;
  return (
    typeof type === 'string' &&
    typeof size === 'number' &&
    typeof arrayBuffer === 'function'
  );
}

/** Returns those of `keys` that hold text; the others count as left out. */
function texts<K extends string>(
  raw: Raw,
  ...keys: readonly K[]
): Partial<Readonly<Record<K, string>>> {
  const entries = keys.flatMap((key) =>
    typeof raw[key] === 'string' ? [[key, raw[key]] as const] : [],
  );
  return Object.fromEntries(entries) as Partial<Readonly<Record<K, string>>>;
}

/** Where in the outputs something is, and the way to say what is wrong. */
class Place {
  readonly #parts: readonly (string | number)[];
  readonly #issues: OutputIssue[];

  constructor(parts: readonly (string | number)[], issues: OutputIssue[]) {
    this.#parts = parts;
    this.#issues = issues;
  }

  at(part: string | number): Place {
    return new Place([...this.#parts, part], this.#issues);
  }

  tell(code: OutputIssue['code'], message: string): null {
    this.#issues.push({code, path: toPointer(...this.#parts), message});
    return null;
  }

  tellShape(message: string): null {
    return this.tell('output/shape', message);
  }

  tellText(): null {
    return this.tellShape('Must be text.');
  }

  tellNumber(): null {
    return this.tellShape('Must be a finite number.');
  }
}
