import {attributeText, splitList} from '../config/attribute.js';
import type {ConfigTag} from '../config/config-tag.js';

/** A date, a time, or parts of them. */
export interface DateTimeParts {
  /** Four digits. */
  readonly year?: number;
  /** 1 to 12. */
  readonly month?: number;
  /** 1 to 31. */
  readonly day?: number;
  /** 0 to 23. */
  readonly hour?: number;
  /** 0 to 59. */
  readonly minute?: number;
  /** 0 to 59. */
  readonly second?: number;
}

type Part = keyof DateTimeParts;

interface Directive {
  readonly part: Part;
  readonly pattern: string;
  readonly width: number;
}

const DATE_FORMAT = '%Y-%m-%d';
const TIME_FORMAT = '%H:%M';
const FULL_FORMAT = '%Y-%m-%dT%H:%M';

const DIRECTIVES: Readonly<Record<string, Directive>> = {
  Y: {part: 'year', pattern: '(\\d{4})', width: 4},
  m: {part: 'month', pattern: '(\\d{1,2})', width: 2},
  d: {part: 'day', pattern: '(\\d{1,2})', width: 2},
  e: {part: 'day', pattern: '(\\d{1,2})', width: 1},
  H: {part: 'hour', pattern: '(\\d{1,2})', width: 2},
  M: {part: 'minute', pattern: '(\\d{1,2})', width: 2},
  S: {part: 'second', pattern: '(\\d{1,2})', width: 2},
};

const LIMITS: Readonly<Record<Part, readonly [number, number]>> = {
  year: [0, 9999],
  month: [1, 12],
  day: [1, 31],
  hour: [0, 23],
  minute: [0, 59],
  second: [0, 59],
};

const START: Required<DateTimeParts> = {
  year: 0,
  month: 1,
  day: 1,
  hour: 0,
  minute: 0,
  second: 0,
};

/**
 * Returns the parts that a `DateTime` control asks for, of `date`, `time`,
 * `month` and `year`: those in `only`, else date and time.
 */
export function dateTimeFields(control: ConfigTag): ReadonlySet<string> {
  const only = splitList(attributeText(control, 'only'));
  return new Set(only.length === 0 ? ['date', 'time'] : only);
}

/**
 * Returns the strftime format in which a `DateTime` control stores its value:
 * `format`, else an ISO date, with time when it asks for one. A control that
 * asks for the time alone stores `HH:MM` whatever its format.
 */
export function dateTimeFormat(control: ConfigTag): string {
  const fields = dateTimeFields(control);
  if (fields.size === 1 && fields.has('time')) return TIME_FORMAT;
  const format = attributeText(control, 'format');
  if (format !== '') return format;
  return fields.has('time') ? FULL_FORMAT : DATE_FORMAT;
}

/**
 * Returns a date as text.
 *
 * Knows `%Y %m %d %e %H %M %S %%`; other directives stay as they are. Parts
 * that are not given count as the first of their kind.
 */
export function formatDateTime(parts: DateTimeParts, format: string): string {
  return format.replace(/%([A-Za-z%])/g, (written, letter: string) => {
    if (letter === '%') return '%';
    const directive = directiveOf(letter);
    if (directive === undefined) return written;
    const value = parts[directive.part] ?? START[directive.part];
    return String(value).padStart(directive.width, '0');
  });
}

/**
 * Returns the parts of a date that `format` wrote, or `null` when the text is
 * not of that format or no such date exists.
 */
export function parseDateTime(
  text: string,
  format: string,
): DateTimeParts | null {
  const order: Part[] = [];
  const pattern = format.replace(
    /%([A-Za-z%])|[\\^$.*+?()[\]{}|]/g,
    (written, letter: string | undefined) => {
      const directive = letter === undefined ? undefined : directiveOf(letter);
      if (directive === undefined) return literal(written);
      order.push(directive.part);
      return directive.pattern;
    },
  );
  const match = new RegExp(`^${pattern}$`).exec(text.trim());
  if (match === null) return null;
  const parts: Partial<Record<Part, number>> = {};
  order.forEach((part, index) => {
    parts[part] = Number(match[index + 1]);
  });
  return isPossible(parts) ? parts : null;
}

/**
 * Returns what is wrong with a `DateTime` value in the words of Label Studio,
 * or `null` when it keeps to `min` and `max` of its control.
 */
export function checkDateTime(
  control: ConfigTag,
  value: unknown,
): string | null {
  const date = comparableDate(control, value);
  if (date === null) return null;
  const min = boundOf(control, 'min');
  const max = boundOf(control, 'max');
  const problems: string[] = [];
  if (min !== '' && date < min) problems.push(`min date is ${min}`);
  if (max !== '' && date > max) problems.push(`max date is ${max}`);
  if (problems.length === 0) return null;
  return `Date "${date}" is not valid: ${problems.join(', ')}.`;
}

/** `current` is the present year. */
function boundOf(control: ConfigTag, name: string): string {
  const written = attributeText(control, name);
  return written === 'current' ? String(new Date().getFullYear()) : written;
}

function comparableDate(control: ConfigTag, value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const fields = dateTimeFields(control);
  if (fields.size === 1 && fields.has('time')) return null;
  const parts = parseDateTime(String(value), dateTimeFormat(control));
  const date =
    parts === null ? String(value) : formatDateTime(parts, DATE_FORMAT);
  return fields.has('year') ? date.slice(0, 4) : date;
}

function isPossible(parts: DateTimeParts): boolean {
  const inLimits = Object.entries(parts).every(([part, value]) => {
    const [least, most] = LIMITS[part as Part];
    return value >= least && value <= most;
  });
  const {year = 2000, month = 1, day = 1} = parts;
  // Day 0 of the next month is the last one of this.
  return inLimits && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function directiveOf(letter: string): Directive | undefined {
  return Object.hasOwn(DIRECTIVES, letter) ? DIRECTIVES[letter] : undefined;
}

function literal(written: string): string {
  if (written === '%%') return '%';
  return written.startsWith('%') ? written : `\\${written}`;
}
