import type {Parsed} from '@ls-annotation/core';

import {BaseParameter} from './base-parameter.js';

import type {ParameterOptions} from './base-parameter.js';
import type {ParameterIssue} from './parameter-issue.js';

/** Yes or no, `bool` on the wire. `false` is a value, not a lack of one. */
export class BoolParameter extends BaseParameter<boolean> {
  readonly paramType = 'bool';

  constructor(options: ParameterOptions<boolean>) {
    super(options);
    this.assertDefault();
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
