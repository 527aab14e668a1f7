import {NumberParameter} from './number-parameter.js';

import type {NumberParameterOptions} from './number-parameter.js';
import type {ParameterIssue} from './parameter-issue.js';

/**
 * A whole number, `int` on the wire.
 *
 * Refuses `1.5` rather than cutting it, refuses booleans, and refuses what
 * JSON numbers cannot hold exactly.
 */
export class IntParameter extends NumberParameter {
  readonly paramType = 'int';

  constructor(options: NumberParameterOptions) {
    super(options);
    this.assertDefault();
  }

  protected override check(value: unknown): readonly ParameterIssue[] {
    if (typeof value !== 'number') return [this.typeIssue(value)];
    if (!Number.isInteger(value)) return [this.notNumberIssue()];
    if (Number.isSafeInteger(value)) return this.checkRange(value);
    const message = `Enter a whole number of at most 15 digits.`;
    return [this.issue('parameter/integer', message)];
  }

  protected override notNumberIssue(): ParameterIssue {
    return this.issue('parameter/integer', 'Enter a whole number.');
  }
}
