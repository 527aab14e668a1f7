import {
  dateTimeFormat,
  formatDateTime,
  parseDateTime,
  type DateTimeParts,
} from '@ls-annotation/core';

import {ControlView} from './control-view.js';

/** A `<DateTime>` as plugins see it. */
export class DateTimeView extends ControlView {
  /** What it says, in its format; `undefined` for nothing. */
  get datetime(): string | number | undefined {
    const value = this.result?.mainValue;
    return typeof value === 'string' || typeof value === 'number'
      ? value
      : undefined;
  }

  /** Day of the month, 1 to 31. */
  get day(): number | undefined {
    return this.#parts.day;
  }

  /** 1 to 12. */
  get month(): number | undefined {
    return this.#parts.month;
  }

  /** Four digits. */
  get year(): number | undefined {
    return this.#parts.year;
  }

  /** `HH:MM`. */
  get time(): string | undefined {
    const parts = this.#parts;
    return parts.hour === undefined
      ? undefined
      : formatDateTime(parts, '%H:%M');
  }

  /** ISO date. */
  get date(): string | undefined {
    const parts = this.#parts;
    return parts.year === undefined
      ? undefined
      : formatDateTime(parts, '%Y-%m-%d');
  }

  /** True when it says anything. */
  override get isSelected(): boolean {
    return this.datetime !== undefined;
  }

  /** Returns what it says. */
  override selectedValues(): string | number | undefined {
    return this.datetime;
  }

  /** Has it say a date in its format; without one there is nothing to do. */
  override updateFromResult(value?: unknown): void {
    if (value !== undefined) this.setResult(value);
  }

  /** Has it say a date in its format. */
  setDateTime(value: string | undefined): void {
    this.setResult(value);
  }

  /** Takes back what it said. */
  resetDateTime(): void {
    this.setResult(undefined);
  }

  get #parts(): DateTimeParts {
    const {datetime} = this;
    if (datetime === undefined) return {};
    const format = dateTimeFormat(this.config);
    return parseDateTime(String(datetime), format) ?? {};
  }
}
