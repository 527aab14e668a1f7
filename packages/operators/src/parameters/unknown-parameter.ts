import type {Parsed} from '@ls-annotation/core';

import {BaseParameter} from './base-parameter.js';
import type {ParameterOptions} from './base-parameter.js';
import type {ParameterIssue} from './parameter-issue.js';

/** What a parameter of a type that nobody here knows takes. */
export interface UnknownParameterOptions extends ParameterOptions<unknown> {
  /** Name of the type as the source wrote it. */
  readonly paramType: string | null;
}

/**
 * A parameter whose type this version does not know.
 *
 * Keeps its JSON as it came, takes any value, and reads text as text, so that
 * an operator of a newer server can still be run.
 */
export class UnknownParameter extends BaseParameter {
  readonly paramType: string | null;

  constructor(options: UnknownParameterOptions) {
    super(options);
    this.paramType = options.paramType;
  }

  override parse(text: string): Parsed<unknown, ParameterIssue> {
    return {ok: true, value: text === '' ? undefined : text, warnings: []};
  }

  protected override check(): readonly ParameterIssue[] {
    return [];
  }
}
