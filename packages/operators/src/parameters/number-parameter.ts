import type {Parsed} from '@ls-annotation/core';

import {ParameterDefinitionError} from '../errors.js';

import {BaseParameter} from './base-parameter.js';
import {parseNumber} from './parse-number.js';

import type {ParameterOptions} from './base-parameter.js';
import type {ParameterIssue} from './parameter-issue.js';
import type {ParameterView} from './parameter-view.js';

/** What a numeric parameter takes. */
export interface NumberParameterOptions extends ParameterOptions<number> {
  /** Smallest value, itself allowed; extension key `min` on the wire. */
  readonly min?: number;
  /** Largest value, itself allowed; extension key `max` on the wire. */
  readonly max?: number;
}

/** What the whole and the decimal numbers share: a range. */
export abstract class NumberParameter extends BaseParameter<number> {
  /** Smallest value, itself allowed; `undefined` for no bound. */
  readonly min: number | undefined;
  /** Largest value, itself allowed; `undefined` for no bound. */
  readonly max: number | undefined;

  constructor(options: NumberParameterOptions) {
    super(options);
    this.min = options.min;
    this.max = options.max;
    if (this.min !== undefined && this.max !== undefined) {
      if (this.min <= this.max) return;
      throw new ParameterDefinitionError(this.name, 'min is above max.');
    }
  }

  override parse(text: string): Parsed<number | undefined, ParameterIssue> {
    if (text.trim() === '') return {ok: true, value: undefined, warnings: []};
    const value = parseNumber(text);
    if (value !== null) return {ok: true, value, warnings: []};
    return {ok: false, issues: [this.notNumberIssue()]};
  }

  override toView(): ParameterView {
    return {
      ...super.toView(),
      ...(this.min !== undefined && {min: this.min}),
      ...(this.max !== undefined && {max: this.max}),
    };
  }

  /** Returns the issue of text that writes no number. */
  protected notNumberIssue(): ParameterIssue {
    return this.issue('parameter/number', 'Enter a number.');
  }

  /** Returns what is wrong with a number that leaves the range. */
  protected checkRange(value: number): readonly ParameterIssue[] {
    const {min, max} = this;
    if (value >= (min ?? -Infinity) && value <= (max ?? Infinity)) return [];
    return [this.issue('parameter/range', `Enter ${this.#rangeText()}.`)];
  }

  #rangeText(): string {
    const {min, max} = this;
    if (max === undefined) return `a value of at least ${String(min)}`;
    if (min === undefined) return `a value of at most ${String(max)}`;
    return `a value from ${String(min)} to ${String(max)}`;
  }
}
