import {format as numberFormat} from 'd3-format';
import {utcFormat, utcParse} from 'd3-time-format';

import {attributeText} from '@ls-annotation/core';
import type {ConfigTag} from '@ls-annotation/core';

import {formatClock} from '../media/format-clock.js';

/** A zone at the end of a time, after its fraction of a second. */
const FRACTION = /\.(\d+)((?:Z|[+-]\d{2}:?\d{2})?)$/;

/**
 * How the times of a series are written, and how people read them.
 *
 * On the axis a time is a number: milliseconds since 1970, in UTC, where the
 * tag has a `timeFormat`; else the number that the data has; else its place.
 */
export class SeriesTime {
  /** Whether times are dates, so that their unit is the millisecond. */
  readonly isDate: boolean;
  /** `timeFormat`, `''` for numbers. */
  readonly format: string;
  /** Attributes whose format no library knows, with what they say. */
  readonly problems: readonly string[];
  readonly #parse: ((text: string) => Date | null) | null;
  readonly #write: ((date: Date) => string) | null;
  readonly #show: (value: number) => string;
  readonly #showDuration: (duration: number) => string;

  constructor(tag: ConfigTag) {
    const hasColumn = attributeText(tag, 'timeColumn') !== '';
    const display = attributeText(tag, 'timeDisplayFormat');
    const duration = attributeText(tag, 'durationDisplayFormat');
    const format = attributeText(tag, 'timeFormat');
    this.format = hasColumn ? format : '';
    this.isDate = format !== '' || /^[a-z]/i.test(display) || isDates(display);
    this.#parse = this.format === '' ? null : utcParse(this.format);
    this.#write = this.format === '' ? null : utcFormat(this.format);
    const problems: string[] = [];
    const make = (name: string, spec: string): ((value: number) => string) => {
      try {
        return formatter(spec, this.isDate);
      } catch {
        problems.push(badFormat(name, spec));
        return String;
      }
    };
    const shown = display === '' && this.isDate ? this.format : display;
    this.#show = make('timeDisplayFormat', shown);
    this.#showDuration =
      duration === '' && this.isDate
        ? (milliseconds) => formatClock(milliseconds / 1000)
        : make('durationDisplayFormat', duration);
    this.problems = problems;
  }

  /** Returns the number that a cell of the data stands for, `NaN` for none. */
  read(cell: unknown): number {
    if (!this.#parse) return toNumber(cell);
    if (cell === null || cell === undefined) return NaN;
    const written = typeof cell === 'string' ? cell : JSON.stringify(cell);
    const text = this.#padded(written.trim());
    return this.#parse(text)?.getTime() ?? NaN;
  }

  /** Returns the number that a region's time stands for, `NaN` for none. */
  parse(time: unknown): number {
    return typeof time === 'number' ? time : this.read(time);
  }

  /** Returns a number as the data writes times. */
  readonly write = (value: number): string | number =>
    this.#write ? this.#write(new Date(value)) : value;

  /** Returns a number as people read it. */
  show(value: number): string {
    return this.#show(value);
  }

  /** Returns the distance of two numbers as people read it. */
  showDuration(duration: number): string {
    return this.#showDuration(duration);
  }

  /** Returns a number of the axis in seconds from another. */
  toSeconds(value: number, from: number): number {
    return (value - from) / (this.isDate ? 1000 : 1);
  }

  /** Returns the number of the axis that lies seconds after another. */
  fromSeconds(seconds: number, from: number): number {
    return from + seconds * (this.isDate ? 1000 : 1);
  }

  /** The library wants as many digits of a second as it writes. */
  #padded(text: string): string {
    const digits = this.format.includes('.%L')
      ? 3
      : this.format.includes('.%f')
        ? 6
        : 0;
    if (digits === 0) return text;
    return text.replace(
      FRACTION,
      (_, fraction: string, zone: string) =>
        `.${fraction.slice(0, digits).padEnd(digits, '0')}${zone}`,
    );
  }
}

/** Returns words about a format that no library knows. */
export function badFormat(name: string, spec: string): string {
  return `has ${name}="${spec}", which is no format. It shows plain numbers.`;
}

function isDates(display: string): boolean {
  return /%[a-zA-Z]/.test(display);
}

function formatter(spec: string, isDate: boolean): (value: number) => string {
  if (spec === '') return String;
  if (spec === 'date') return (value) => new Date(value).toUTCString();
  if (!isDate) return numberFormat(spec);
  const format = utcFormat(spec);
  return (value) => format(new Date(value));
}

function toNumber(cell: unknown): number {
  if (typeof cell === 'number') return cell;
  if (typeof cell !== 'string' || cell.trim() === '') return NaN;
  return Number(cell);
}
