import {tickStep, ticks} from 'd3-array';
import {format, precisionFixed} from 'd3-format';
import {
  utcDay,
  utcHour,
  utcMinute,
  utcMonth,
  utcSecond,
  utcTicks,
  utcYear,
} from 'd3-time';
import {utcFormat} from 'd3-time-format';

import {endOf} from '../intervals/axis-view.js';
import type {AxisView} from '../intervals/axis-view.js';
import type {RulerScale} from '../intervals/ruler.js';

const MARK_PX = 96;
const DIGIT_PX = 7;
const GAP_PX = 24;

/** What a date is written as when it begins such a unit, the largest last. */
const UNITS = [
  {floor: utcSecond, format: utcFormat('.%L')},
  {floor: utcMinute, format: utcFormat('%H:%M:%S')},
  {floor: utcHour, format: utcFormat('%H:%M')},
  {floor: utcDay, format: utcFormat('%H:%M')},
  {floor: utcMonth, format: utcFormat('%b %-d')},
  {floor: utcYear, format: utcFormat('%b')},
] as const;
const YEAR = utcFormat('%Y');

/** Returns how an axis of dates or of numbers is marked. */
export function timeMarks(view: AxisView, isDate: boolean): RulerScale {
  const count = Math.max(1, Math.floor(view.width / MARK_PX));
  const end = endOf(view);
  if (isDate) {
    const marks = utcTicks(new Date(view.start), new Date(end), count);
    return {step: 0, marks: marks.map(Number), label: dateLabel};
  }
  return numberMarks(view.start, end, count, view.width);
}

/** Numbers may be long: milliseconds since 1970 are. */
function numberMarks(
  start: number,
  end: number,
  count: number,
  width: number,
): RulerScale {
  const step = tickStep(start, end, count);
  const label = format(`,.${precisionFixed(step)}f`);
  const room = label(end).length * DIGIT_PX + GAP_PX;
  const fitting = Math.max(1, Math.floor(width / room));
  if (fitting < count) return numberMarks(start, end, fitting, width);
  return {step, marks: ticks(start, end, count), label};
}

function dateLabel(value: number): string {
  const date = new Date(value);
  const unit = UNITS.find(({floor}) => floor(date) < date);
  return (unit?.format ?? YEAR)(date);
}
