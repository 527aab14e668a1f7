import type {Parsed} from '@ls-annotation/core';

import {ChoiceParameter} from './choice-parameter.js';
import type {ChoiceParameterOptions} from './choice-parameter.js';
import type {ParameterIssue} from './parameter-issue.js';
import {parseNumber} from './parse-number.js';
import type {WireKeys} from './wire-keys.js';

/** What a numeric parameter takes. */
export interface NumberParameterOptions extends ChoiceParameterOptions<number> {
  /** Smallest value, itself allowed. */
  readonly min?: number;
  /** Largest value, itself allowed. */
  readonly max?: number;
  /** Bound below, itself not allowed. */
  readonly exclusiveMin?: number;
  /** Bound above, itself not allowed. */
  readonly exclusiveMax?: number;
  /** What a stepper or slider adds; no constraint. */
  readonly step?: number;
  /** The value is a whole multiple of it. */
  readonly multipleOf?: number;
  /** Written behind the number. */
  readonly unit?: string;
  /** True when a slider is shown; needs `min` and `max`. */
  readonly slider?: boolean;
}

/** How far from a whole number a quotient may be, for its size. */
const QUOTIENT_TOLERANCE = 1e-9;

/** What the whole and the decimal numbers share: a range. */
export abstract class NumberParameter extends ChoiceParameter<number> {
  static override readonly keys: WireKeys = {
    ...ChoiceParameter.keys,
    min: 'number',
    max: 'number',
    exclusive_min: 'number',
    exclusive_max: 'number',
    step: 'positive',
    multiple_of: 'positive',
    unit: 'string',
    slider: 'boolean',
  };

  /** Smallest value, itself allowed; `undefined` for no bound. */
  declare readonly min: number | undefined;
  /** Largest value, itself allowed; `undefined` for no bound. */
  declare readonly max: number | undefined;
  /** Bound below, itself not allowed; `undefined` for no bound. */
  declare readonly exclusiveMin: number | undefined;
  /** Bound above, itself not allowed; `undefined` for no bound. */
  declare readonly exclusiveMax: number | undefined;
  /** What a stepper or slider adds; no constraint. */
  declare readonly step: number | undefined;
  /** The value is a whole multiple of it. */
  declare readonly multipleOf: number | undefined;
  /** Written behind the number. */
  declare readonly unit: string | undefined;
  /** True when a slider is shown. */
  declare readonly slider: boolean;

  constructor(options: NumberParameterOptions) {
    super(options);
    const {min = -Infinity, max = Infinity} = this;
    const {exclusiveMin = -Infinity, exclusiveMax = Infinity} = this;
    this.assert(min <= max, 'min is above max.');
    this.assert(
      exclusiveMin < max && min < exclusiveMax && exclusiveMin < exclusiveMax,
      'No number is between the bounds.',
    );
  }

  override parse(text: string): Parsed<number | undefined, ParameterIssue> {
    if (text.trim() === '') return {ok: true, value: undefined, warnings: []};
    const value = parseNumber(text);
    if (value !== null) return {ok: true, value, warnings: []};
    return {ok: false, issues: [this.notNumberIssue()]};
  }

  /** Returns the issue of text that writes no number. */
  protected notNumberIssue(): ParameterIssue {
    return this.issue('parameter/number', 'Enter a number.');
  }

  /** Returns what is wrong with a number that leaves the range. */
  protected checkRange(value: number): readonly ParameterIssue[] {
    const {min = -Infinity, max = Infinity, multipleOf} = this;
    const {exclusiveMin = -Infinity, exclusiveMax = Infinity} = this;
    const isWithin =
      value >= min &&
      value <= max &&
      value > exclusiveMin &&
      value < exclusiveMax;
    if (!isWithin) {
      return [this.issue('parameter/range', `Enter ${this.#rangeText()}.`)];
    }
    if (multipleOf === undefined || isMultiple(value, multipleOf)) return [];
    const message = `Enter a multiple of ${String(multipleOf)}.`;
    return [this.issue('parameter/multiple', message)];
  }

  #rangeText(): string {
    const {min, max, exclusiveMin, exclusiveMax} = this;
    const isAbove = (exclusiveMin ?? -Infinity) >= (min ?? -Infinity);
    const isBelow = (exclusiveMax ?? Infinity) <= (max ?? Infinity);
    const above = isAbove && exclusiveMin !== undefined;
    const below = isBelow && exclusiveMax !== undefined;
    if (min !== undefined && max !== undefined && !above && !below) {
      return `a value from ${String(min)} to ${String(max)}`;
    }
    const ends = [];
    if (above) ends.push(`above ${String(exclusiveMin)}`);
    else if (min !== undefined) ends.push(`of at least ${String(min)}`);
    if (below) ends.push(`below ${String(exclusiveMax)}`);
    else if (max !== undefined) ends.push(`of at most ${String(max)}`);
    return `a value ${ends.join(' and ')}`;
  }
}

/** Binary fractions are never quite what they were written as: 0.3 is. */
function isMultiple(value: number, of: number): boolean {
  if (Number.isInteger(value) && Number.isInteger(of)) return value % of === 0;
  const quotient = value / of;
  const distance = Math.abs(quotient - Math.round(quotient));
  return distance <= QUOTIENT_TOLERANCE * Math.max(1, Math.abs(quotient));
}
