import type {Parsed} from '@ls-annotation/core';

import {BaseParameter} from './base-parameter.js';
import type {ParameterOptions} from './base-parameter.js';
import type {ParameterIssue} from './parameter-issue.js';
import type {WireKeys} from './wire-keys.js';

/** What a parameter for a date or a time takes. */
export interface MomentParameterOptions extends ParameterOptions<string> {
  /** Earliest value, itself allowed, written like a value. */
  readonly min?: string;
  /** Latest value, itself allowed, written like a value. */
  readonly max?: string;
  /**
   * What a stepper adds: days of a date, seconds of a time; no constraint.
   */
  readonly step?: number;
}

/** What dates and times share: text with an order. */
export abstract class MomentParameter extends BaseParameter<string> {
  static override readonly keys: WireKeys = {
    ...BaseParameter.keys,
    min: 'string',
    max: 'string',
    step: 'positive',
  };

  /** Earliest value, itself allowed; `undefined` for no bound. */
  declare readonly min: string | undefined;
  /** Latest value, itself allowed; `undefined` for no bound. */
  declare readonly max: string | undefined;
  /** What a stepper adds: days of a date, seconds of a time. */
  declare readonly step: number | undefined;

  constructor(options: MomentParameterOptions) {
    super(options);
    for (const bound of [this.min, this.max]) {
      const isFine = bound === undefined || this.order(bound) !== null;
      this.assert(isFine, `The bound "${String(bound)}" cannot be read.`);
    }
    const [low, high] = this.#bounds();
    this.assert(low <= high, 'min is above max.');
    this.assertDefault();
  }

  override parse(text: string): Parsed<string | undefined, ParameterIssue> {
    const trimmed = text.trim();
    if (trimmed === '') return {ok: true, value: undefined, warnings: []};
    const value = this.toValue(trimmed);
    if (this.order(value) !== null) return {ok: true, value, warnings: []};
    return {ok: false, issues: [this.#formatIssue()]};
  }

  protected override check(value: unknown): readonly ParameterIssue[] {
    if (typeof value !== 'string') return [this.typeIssue(value)];
    const at = this.order(value);
    if (at === null) return [this.#formatIssue()];
    const [low, high] = this.#bounds();
    if (at >= low && at <= high) return [];
    return [this.issue('parameter/range', `Enter ${this.#boundsText()}.`)];
  }

  /** Words for how a value is written. */
  protected abstract readonly formText: string;

  /** Returns where a value stands among others; `null` when it is none. */
  protected abstract order(value: string): number | null;

  /** Returns a value from what a person typed, blanks taken off. */
  protected toValue(text: string): string {
    return text;
  }

  #bounds(): readonly [low: number, high: number] {
    const {min, max} = this;
    return [
      (min === undefined ? null : this.order(min)) ?? -Infinity,
      (max === undefined ? null : this.order(max)) ?? Infinity,
    ];
  }

  #boundsText(): string {
    const {min, max} = this;
    if (max === undefined) return `${String(min)} or later`;
    if (min === undefined) return `${max} or earlier`;
    return `a value from ${min} to ${max}`;
  }

  #formatIssue(): ParameterIssue {
    return this.issue('parameter/format', `Enter ${this.formText}.`);
  }
}
