import type {Parsed} from '@ls-annotation/core';

import {NumberParameter} from './number-parameter.js';
import type {NumberParameterOptions} from './number-parameter.js';
import type {ParameterIssue} from './parameter-issue.js';
import {isWholeText} from './parse-number.js';

/**
 * A whole number, `int` on the wire.
 *
 * Refuses `1.5` rather than cutting it, refuses booleans, and refuses what
 * JSON numbers cannot hold exactly: beyond ±(2**53 − 1).
 */
export class IntParameter extends NumberParameter {
  readonly paramType = 'int';

  constructor(options: NumberParameterOptions) {
    super(options);
    this.assertChoices();
    this.assertDefault();
  }

  override parse(text: string): Parsed<number | undefined, ParameterIssue> {
    const read = super.parse(text);
    const isRounded =
      read.ok && Number.isInteger(read.value) && !isWholeText(text);
    return isRounded ? {ok: false, issues: [this.notNumberIssue()]} : read;
  }

  protected override checkValue(value: unknown): readonly ParameterIssue[] {
    if (typeof value !== 'number') return [this.typeIssue(value)];
    if (!Number.isInteger(value)) return [this.notNumberIssue()];
    if (Number.isSafeInteger(value)) return this.checkRange(value);
    const limit = String(Number.MAX_SAFE_INTEGER);
    const message = `Enter a whole number from -${limit} to ${limit}.`;
    return [this.issue('parameter/integer', message)];
  }

  protected override notNumberIssue(): ParameterIssue {
    return this.issue('parameter/integer', 'Enter a whole number.');
  }
}
