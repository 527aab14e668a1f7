import {
  attributeText,
  dateTimeFields,
  dateTimeFormat,
  formatDateTime,
  parseDateTime,
} from '@ls-annotation/core';
import type {ConfigTag, DateTimeParts} from '@ls-annotation/core';

import {element} from '../dom/element.js';

type Field = HTMLInputElement | HTMLSelectElement;

const FIRST_YEAR = 2000;
/** Whoever types 2024 has typed 2, 20 and 202 before. */
const LEAST_YEAR = 1000;

/**
 * The fields of a `DateTime` for what its `only` asks for: a date, or a month
 * and a year, or a year, and a time.
 *
 * A date goes before month and year, and a month alone gets its year, as
 * neither can be without the other.
 */
export class DateTimeFields {
  readonly #format: string;
  readonly #date: HTMLInputElement | null;
  readonly #month: HTMLSelectElement | null;
  readonly #year: HTMLSelectElement | null;
  readonly #time: HTMLInputElement | null;

  /** The fields in the order they are shown. */
  readonly all: readonly Field[];

  /** Creates them empty. */
  constructor(tag: ConfigTag) {
    this.#format = dateTimeFormat(tag);
    const asked = dateTimeFields(tag);
    const hasDate = asked.has('date');
    const hasMonth = asked.has('month') && !hasDate;
    const hasYear = (asked.has('year') && !hasDate) || hasMonth;
    this.#date = hasDate ? dateInput(tag) : null;
    this.#month = hasMonth ? monthSelect(tag) : null;
    this.#year = hasYear ? yearSelect(tag, this.#format) : null;
    const isBare = !hasDate && !hasYear;
    this.#time = asked.has('time') || isBare ? timeInput(tag) : null;
    this.all = [this.#date, this.#month, this.#year, this.#time].filter(
      (field) => field !== null,
    );
  }

  /** True when nothing was typed or chosen. */
  get isEmpty(): boolean {
    return this.all.every((field) => field.value === '' && !isHalf(field));
  }

  /**
   * What the fields say, as a result holds it; `undefined` while a part of it
   * is missing. A date without a time is the beginning of that day.
   */
  get value(): string | undefined {
    const time = this.#time?.value ?? '';
    if (!this.#date && !this.#year) return time === '' ? undefined : time;
    const day = this.#day();
    if (!day) return undefined;
    const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
    const parts = {...day, hour, minute, second};
    return formatDateTime(parts, this.#format);
  }

  /**
   * Has the fields say a value.
   *
   * @returns False for a value that is no date of the control's format; the
   *   fields are empty then.
   */
  show(value: unknown): boolean {
    const parts = this.#parse(value);
    this.#setDay(parts ?? {});
    if (this.#time) {
      const isTime = parts?.hour !== undefined;
      this.#time.value = isTime ? timeText(parts) : '';
    }
    return value === undefined || parts !== null;
  }

  /** Returns the first field without which there is no value. */
  missing(): Field | undefined {
    if (this.isEmpty || this.value !== undefined) return undefined;
    return this.all.find(
      (field) => field !== this.#time && (field.value === '' || isHalf(field)),
    );
  }

  #day(): DateTimeParts | null {
    if (this.#date) {
      const [year = 0, month = 1, day = 1] = this.#date.value
        .split('-')
        .map(Number);
      return year >= LEAST_YEAR ? {year, month, day} : null;
    }
    const year = Number(this.#year?.value);
    const month = this.#month ? Number(this.#month.value) : 1;
    return year === 0 || month === 0 ? null : {year, month, day: 1};
  }

  #setDay({year, month, day}: DateTimeParts): void {
    if (this.#date) {
      const parts = {year, month, day} as DateTimeParts;
      this.#date.value =
        year === undefined ? '' : formatDateTime(parts, '%Y-%m-%d');
    }
    if (this.#month) this.#month.value = String(month ?? '');
    if (this.#year) setYear(this.#year, year);
  }

  #parse(value: unknown): DateTimeParts | null {
    if (typeof value !== 'string' && typeof value !== 'number') return null;
    const text = String(value);
    const isTime = !this.#date && !this.#year;
    if (isTime) {
      return parseDateTime(text, '%H:%M:%S') ?? parseDateTime(text, '%H:%M');
    }
    const parsed = parseDateTime(text, this.#format);
    if (parsed || this.#date || !/^\d{4}$/.test(text)) return parsed;
    return {year: Number(text)};
  }

  /** Returns the words for a field beside others. */
  labelOf(field: Field): string {
    if (field === this.#date) return 'Date';
    if (field === this.#month) return 'Month';
    return field === this.#year ? 'Year' : 'Time';
  }

  /** True for a field that has to be filled in when the control has to. */
  isRequired(field: Field): boolean {
    return field !== this.#time || this.all.length === 1;
  }
}

/** True while a date is typed in part. */
function isHalf(field: Field): boolean {
  return field.validity.badInput;
}

function dateInput(tag: ConfigTag): HTMLInputElement {
  return element('input', {
    class: 'lsf-date-time__date lsf-input',
    attributes: {
      type: 'date',
      name: `${tag.name}-date`,
      min: isoDate(attributeText(tag, 'min')),
      max: isoDate(attributeText(tag, 'max')) ?? '9999-12-31',
    },
  });
}

function timeInput(tag: ConfigTag): HTMLInputElement {
  const [min, max] = ['min', 'max'].map((name) =>
    timeOf(attributeText(tag, name)),
  );
  return element('input', {
    class: 'lsf-date-time__time lsf-input',
    attributes: {
      type: 'time',
      name: `${tag.name}-time`,
      min,
      max,
      step: attributeText(tag, 'step') || null,
    },
  });
}

function monthSelect(tag: ConfigTag): HTMLSelectElement {
  const names = new Intl.DateTimeFormat(undefined, {
    month: 'long',
    timeZone: 'UTC',
  });
  const options = Array.from({length: 12}, (_, month) =>
    element('option', {
      attributes: {value: month + 1},
      text: names.format(Date.UTC(2000, month, 1)),
    }),
  );
  return element(
    'select',
    {
      class: 'lsf-date-time__month lsf-input',
      attributes: {name: `${tag.name}-month`},
    },
    element('option', {attributes: {value: ''}, text: 'Month…'}),
    ...options,
  );
}

function yearSelect(tag: ConfigTag, format: string): HTMLSelectElement {
  const now = new Date().getFullYear();
  const first = yearOf(attributeText(tag, 'min'), format) ?? FIRST_YEAR;
  const last = yearOf(attributeText(tag, 'max'), format) ?? now;
  const years: HTMLOptionElement[] = [];
  for (let year = last; year >= first; year -= 1) years.push(yearOption(year));
  return element(
    'select',
    {
      class: 'lsf-date-time__year lsf-input',
      attributes: {name: `${tag.name}-year`},
    },
    element('option', {attributes: {value: ''}, text: 'Year…'}),
    ...years,
  );
}

function yearOption(year: number): HTMLOptionElement {
  return element('option', {attributes: {value: year}, text: String(year)});
}

/** A year that may not be chosen can still have been said. */
function setYear(select: HTMLSelectElement, year: number | undefined): void {
  const value = String(year ?? '');
  select.value = value;
  if (year === undefined || select.value === value) return;
  select.append(yearOption(year));
  select.value = value;
}

function yearOf(text: string, format: string): number | undefined {
  if (text === 'current') return new Date().getFullYear();
  if (/^\d{4}/.test(text)) return Number(text.slice(0, 4));
  return parseDateTime(text, format)?.year;
}

function isoDate(text: string): string | null {
  return /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? null;
}

function timeOf(text: string): string | null {
  const time = /\d?\d:\d\d/.exec(text)?.[0];
  return time?.padStart(5, '0') ?? null;
}

function timeText(parts: DateTimeParts): string {
  const format = parts.second === undefined ? '%H:%M' : '%H:%M:%S';
  return formatDateTime(parts, format);
}
