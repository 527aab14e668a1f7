import type {Parsed} from '@ls-annotation/core';

import {BaseParameter} from './base-parameter.js';
import type {ParameterOptions} from './base-parameter.js';
import {choiceText} from './choice-parameter.js';
import {labelChoices} from './domain-choices.js';
import type {ParameterIssue} from './parameter-issue.js';
import type {ParameterScope} from './parameter-scope.js';
import type {WireKeys} from './wire-keys.js';

/** What a label parameter takes. */
export interface LabelParameterOptions extends ParameterOptions<string> {
  /** Name of the labels control; left out: every one. */
  readonly control?: string;
}

/**
 * A label of the config on display, `label` on the wire: what results hold for
 * it. The choices are `labelChoices(config, control)`.
 */
export class LabelParameter extends BaseParameter<string> {
  static override readonly keys: WireKeys = {
    ...BaseParameter.keys,
    control: 'string',
  };

  readonly paramType = 'label';
  /** Name of the labels control; `undefined` for every one. */
  declare readonly control: string | undefined;

  constructor(options: LabelParameterOptions) {
    super(options);
    this.assertDefault();
  }

  override parse(text: string): Parsed<string | undefined, ParameterIssue> {
    return {ok: true, value: text === '' ? undefined : text, warnings: []};
  }

  protected override check(
    value: unknown,
    {context}: ParameterScope,
  ): readonly ParameterIssue[] {
    if (typeof value !== 'string') return [this.typeIssue(value)];
    if (!context?.config) return [];
    const choices = labelChoices(context.config, this.control);
    if (choices.some((choice) => choice.value === value)) return [];
    return [this.issue('parameter/choice', choiceText(choices))];
  }
}
