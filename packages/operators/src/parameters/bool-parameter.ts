import type {Parsed} from '@ls-annotation/core';

import {BaseParameter} from './base-parameter.js';
import type {ParameterOptions} from './base-parameter.js';
import type {ParameterIssue} from './parameter-issue.js';
import type {WireKeys} from './wire-keys.js';

/** What a yes-or-no parameter takes. */
export interface BoolParameterOptions extends ParameterOptions<boolean> {
  /** How it is shown. */
  readonly style?: 'checkbox' | 'switch';
  /** What people read for true. */
  readonly trueLabel?: string;
  /** What people read for false. */
  readonly falseLabel?: string;
}

/** Yes or no, `bool` on the wire. `false` is a value, not a lack of one. */
export class BoolParameter extends BaseParameter<boolean> {
  static override readonly keys: WireKeys = {
    ...BaseParameter.keys,
    style: ['checkbox', 'switch'],
    true_label: 'string',
    false_label: 'string',
  };

  readonly paramType = 'bool';
  /** How it is shown; `undefined` leaves it to the form. */
  declare readonly style: 'checkbox' | 'switch' | undefined;
  /** What people read for true. */
  declare readonly trueLabel: string | undefined;
  /** What people read for false. */
  declare readonly falseLabel: string | undefined;

  constructor(options: BoolParameterOptions) {
    super(options);
    this.assertDefault();
  }

  override emptyValue(): boolean {
    return false;
  }

  override parse(text: string): Parsed<boolean | undefined, ParameterIssue> {
    const word = text.trim().toLowerCase();
    if (word === '') return {ok: true, value: undefined, warnings: []};
    if (word === 'true' || word === 'false') {
      return {ok: true, value: word === 'true', warnings: []};
    }
    return {ok: false, issues: [this.typeIssue(text)]};
  }

  protected override check(value: unknown): readonly ParameterIssue[] {
    return typeof value === 'boolean' ? [] : [this.typeIssue(value)];
  }
}
