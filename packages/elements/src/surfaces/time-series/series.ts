import {bisectLeft} from 'd3-array';

import {Extremes} from './extremes.js';
import {quote, readAs, unreadable} from './reading.js';
import type {Reading} from './reading.js';
import {columnPlace, noSuchColumn} from './series-table.js';
import type {SeriesTable} from './series-table.js';
import type {SeriesTime} from './series-time.js';

/** The numbers of one column. */
export interface SeriesValues {
  /** By place; `NaN` where there is none. */
  readonly values: Float64Array;
  /** Least and largest of any of them. */
  readonly extremes: Extremes;
}

/** Times in order, and the columns of values at them. */
export class Series {
  /** By place, never falling. */
  readonly times: Float64Array;
  /** What was read. */
  readonly table: SeriesTable;
  readonly #read = new Map<number, SeriesValues>();

  constructor(times: Float64Array, table: SeriesTable) {
    this.times = times;
    this.table = table;
  }

  /** The first time. */
  get min(): number {
    return this.times[0] ?? 0;
  }

  /** The last time. */
  get max(): number {
    return this.times[this.times.length - 1] ?? 0;
  }

  /** Returns the values of a column by name or number, or `null`. */
  valuesOf(column: string): SeriesValues | null {
    const place = columnPlace(this.table, column);
    if (place === -1) return null;
    const known = this.#read.get(place);
    if (known) return known;
    const cells = this.table.columns[place] ?? [];
    const values = toNumbers(cells, this.times.length);
    const made = {values, extremes: new Extremes(values)};
    this.#read.set(place, made);
    return made;
  }

  /** Returns the place of the first time that is no earlier than one. */
  placeFrom(time: number): number {
    return bisectLeft(this.times, time);
  }

  /** Returns the place of the time that is nearest to one. */
  nearest(time: number): number {
    const after = Math.min(this.placeFrom(time), this.times.length - 1);
    const before = Math.max(0, after - 1);
    const toAfter = Math.abs((this.times[after] ?? NaN) - time);
    const toBefore = Math.abs((this.times[before] ?? NaN) - time);
    return toBefore < toAfter ? before : after;
  }

  /** Returns the time at a place. */
  timeAt(place: number): number {
    return this.times[place] ?? NaN;
  }

  /**
   * Returns the time that one comes to from another by a distance: the
   * nearest there is, and another one than that at which one was.
   */
  travel(from: number, by: number): number {
    const last = this.times.length - 1;
    const place = this.nearest(from + by);
    const step = Math.sign(by);
    let next = Math.min(Math.max(0, place), last);
    while (this.timeAt(next) === from && next + step in this.times) {
      next += step;
    }
    return this.timeAt(next);
  }
}

/**
 * Makes a series of columns.
 *
 * @param timeColumn - Name or number of the column with the times, `''` for
 *   their places.
 */
export function readSeries(
  table: SeriesTable,
  timeColumn: string,
  time: SeriesTime,
): Reading<Series> {
  const length = Math.max(0, ...table.columns.map((cells) => cells.length));
  if (length === 0) return unreadable('has no rows in its data.');
  if (timeColumn === '') {
    const places = Float64Array.from({length}, (_, place) => place);
    return readAs(new Series(places, table));
  }
  const place = columnPlace(table, timeColumn);
  const cells = table.columns[place];
  if (!cells) {
    const problem = noSuchColumn(table, timeColumn);
    return unreadable(`${problem} It is what timeColumn says.`);
  }
  const times = readTimes(cells, time);
  return times.ok ? readAs(new Series(times.value, table)) : times;
}

function readTimes(
  cells: readonly unknown[],
  time: SeriesTime,
): Reading<Float64Array> {
  const times = new Float64Array(cells.length);
  let before = -Infinity;
  for (let row = 0; row < cells.length; row += 1) {
    const value = time.read(cells[row]);
    if (Number.isNaN(value)) return unreadable(noTime(cells, row, time));
    if (value < before) return unreadable(notSorted(cells, row));
    times[row] = before = value;
  }
  return readAs(times);
}

function noTime(
  cells: readonly unknown[],
  row: number,
  {format}: SeriesTime,
): string {
  const place = `cannot read the time ${quote(cells[row])} in row ${String(row + 1)}`;
  return format === ''
    ? `${place}: it is no number. Say with timeFormat how times are ` +
        'written, for example timeFormat="%Y-%m-%d %H:%M:%S".'
    : `${place}: it is not written as timeFormat="${format}" says. Mend the ` +
        'row, or give the format that all times have.';
}

function notSorted(cells: readonly unknown[], row: number): string {
  return (
    `has times that go back: ${quote(cells[row])} in row ${String(row + 1)} ` +
    `comes after ${quote(cells[row - 1])}. Sort the data by its times.`
  );
}

function toNumbers(cells: readonly unknown[], length: number): Float64Array {
  const values = new Float64Array(length).fill(NaN);
  for (let place = 0; place < cells.length; place += 1) {
    const cell = cells[place];
    if (typeof cell === 'number') values[place] = cell;
    else if (typeof cell === 'string' && cell.trim() !== '') {
      values[place] = Number(cell);
    } else if (typeof cell === 'boolean') values[place] = Number(cell);
  }
  return values;
}
