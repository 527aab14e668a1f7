import type {Parsed} from '@ls-annotation/core';

import {BaseParameter} from './base-parameter.js';

import type {ParameterOptions} from './base-parameter.js';
import type {ParameterIssue} from './parameter-issue.js';

/**
 * A line of text, `str` on the wire.
 *
 * Where a value is required, blanks alone are not one. Otherwise text is
 * passed on exactly as it was typed.
 */
export class StringParameter extends BaseParameter<string> {
  readonly paramType = 'str';

  constructor(options: ParameterOptions<string>) {
    super(options);
    this.assertDefault();
  }

  override isEmpty(value: unknown): boolean {
    if (this.required && typeof value === 'string') return value.trim() === '';
    return super.isEmpty(value);
  }

  override parse(text: string): Parsed<string | undefined, ParameterIssue> {
    return {ok: true, value: text === '' ? undefined : text, warnings: []};
  }

  protected override check(value: unknown): readonly ParameterIssue[] {
    return typeof value === 'string' ? [] : [this.typeIssue(value)];
  }
}
