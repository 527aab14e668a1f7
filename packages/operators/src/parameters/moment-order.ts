const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3}))?)?$/;
const DATE_TIME = /^([\d-]{10})T([\d:.]+)(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/;
const MINUTE_MS = 60_000;

/** Returns the milliseconds since 1970 of a date that exists, or `null`. */
export function dateOrder(text: string): number | null {
  const [, year, month, day] = DATE.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.getTime() : null;
}

/** Returns the milliseconds since midnight of a time, or `null`. */
export function timeOrder(text: string): number | null {
  const [whole, hour, minute, second = '0', fraction = '0'] =
    TIME.exec(text) ?? [];
  if (whole === undefined) return null;
  const minutes = Number(hour) * 60 + Number(minute);
  const milliseconds = Number(fraction.padEnd(3, '0'));
  return minutes * MINUTE_MS + Number(second) * 1000 + milliseconds;
}

/**
 * Returns the milliseconds since 1970 of a date with a time, or `null`. One
 * without an offset is taken for UTC.
 */
export function dateTimeOrder(text: string): number | null {
  const [, dateText, timeText, offset = 'Z'] = DATE_TIME.exec(text) ?? [];
  const date = dateOrder(dateText ?? '');
  const time = timeOrder(timeText ?? '');
  if (date === null || time === null) return null;
  return date + time - offsetMs(offset);
}

function offsetMs(offset: string): number {
  if (offset === 'Z') return 0;
  const sign = offset.startsWith('-') ? -1 : 1;
  const [hours, minutes] = offset.slice(1).split(':').map(Number);
  return sign * ((hours ?? 0) * 60 + (minutes ?? 0)) * MINUTE_MS;
}
