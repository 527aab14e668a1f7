import {NumberParameter} from './number-parameter.js';
import type {NumberParameterOptions} from './number-parameter.js';
import type {ParameterIssue} from './parameter-issue.js';

/**
 * A decimal number, `float` on the wire.
 *
 * Takes whole numbers too: JavaScript writes `2.0` as `2`. Refuses booleans,
 * `NaN` and the infinities.
 */
export class FloatParameter extends NumberParameter {
  readonly paramType = 'float';

  constructor(options: NumberParameterOptions) {
    super(options);
    this.assertChoices();
    this.assertDefault();
  }

  protected override checkValue(value: unknown): readonly ParameterIssue[] {
    if (typeof value !== 'number') return [this.typeIssue(value)];
    if (!Number.isFinite(value)) return [this.notNumberIssue()];
    return this.checkRange(value);
  }
}
