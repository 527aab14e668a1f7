import type {Parsed} from '@ls-annotation/core';

import {BaseParameter} from './base-parameter.js';
import type {ParameterOptions} from './base-parameter.js';
import type {ParameterIssue} from './parameter-issue.js';
import {parseNumber} from './parse-number.js';
import type {WireKeys} from './wire-keys.js';

/** Two numbers, the first not above the second. */
export type NumberRange = readonly [low: number, high: number];

/** What a range parameter takes. */
export interface RangeParameterOptions extends ParameterOptions<NumberRange> {
  /** Smallest number, itself allowed. */
  readonly min?: number;
  /** Largest number, itself allowed. */
  readonly max?: number;
  /** What a stepper or slider adds; no constraint. */
  readonly step?: number;
  /** Written behind the numbers. */
  readonly unit?: string;
  /** True when a slider is shown; needs `min` and `max`. */
  readonly slider?: boolean;
}

const BETWEEN = /\s*(?:\.\.\.?|…|[,;]|\s[-–—]\s|–|—)\s*/;

/** A low and a high number, `range` on the wire: `[low, high]`. */
export class RangeParameter extends BaseParameter<NumberRange> {
  static override readonly keys: WireKeys = {
    ...BaseParameter.keys,
    min: 'number',
    max: 'number',
    step: 'positive',
    unit: 'string',
    slider: 'boolean',
  };

  readonly paramType = 'range';
  /** Smallest number, itself allowed; `undefined` for no bound. */
  declare readonly min: number | undefined;
  /** Largest number, itself allowed; `undefined` for no bound. */
  declare readonly max: number | undefined;
  /** What a stepper or slider adds; no constraint. */
  declare readonly step: number | undefined;
  /** Written behind the numbers. */
  declare readonly unit: string | undefined;
  /** True when a slider is shown. */
  declare readonly slider: boolean;

  constructor(options: RangeParameterOptions) {
    super(options);
    const {min = -Infinity, max = Infinity} = this;
    this.assert(min <= max, 'min is above max.');
    this.assertDefault();
  }

  /** Nothing at either end is nothing. */
  override isEmpty(value: unknown): boolean {
    if (!Array.isArray(value)) return super.isEmpty(value);
    return (value as readonly unknown[]).every((end) => super.isEmpty(end));
  }

  override normalize(value: unknown): NumberRange {
    const [low, high] = value as NumberRange;
    return [low, high];
  }

  /** Reads `1, 5`, `1 – 5`, `1..5` and `[1, 5]`. */
  override parse(
    text: string,
  ): Parsed<NumberRange | undefined, ParameterIssue> {
    const inner = text.trim().replace(/^\[(.*)\]$/, '$1');
    if (inner === '') return {ok: true, value: undefined, warnings: []};
    const [low, high, ...more] = inner.split(BETWEEN).map(parseNumber);
    const isRange = low != null && high != null && more.length === 0;
    if (isRange) return {ok: true, value: [low, high], warnings: []};
    return {ok: false, issues: [this.#numbersIssue()]};
  }

  protected override check(value: unknown): readonly ParameterIssue[] {
    if (!Array.isArray(value)) return [this.typeIssue(value)];
    const ends = value as readonly unknown[];
    if (ends.length !== 2 || !ends.every(Number.isFinite)) {
      return [this.#numbersIssue()];
    }
    const [low, high] = value as unknown as NumberRange;
    if (low > high) {
      const message = 'The first number must not be above the second.';
      return [this.issue('parameter/range', message)];
    }
    const {min = -Infinity, max = Infinity} = this;
    if (low >= min && high <= max) return [];
    return [this.issue('parameter/range', `Enter ${this.#boundsText()}.`)];
  }

  #boundsText(): string {
    const {min, max} = this;
    if (max === undefined) return `numbers of at least ${String(min)}`;
    if (min === undefined) return `numbers of at most ${String(max)}`;
    return `numbers from ${String(min)} to ${String(max)}`;
  }

  #numbersIssue(): ParameterIssue {
    return this.issue('parameter/number', 'Enter two numbers.');
  }
}
