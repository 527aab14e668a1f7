import type {Parsed} from '@ls-annotation/core';

import {BaseParameter} from './base-parameter.js';
import type {ParameterOptions} from './base-parameter.js';
import {isRegionChoice} from './domain-choices.js';
import {toPointer} from './parameter-issue.js';
import type {ParameterIssue} from './parameter-issue.js';
import type {ParameterScope} from './parameter-scope.js';
import type {WireKeys} from './wire-keys.js';

/** What a region parameter takes. */
export interface RegionParameterOptions extends ParameterOptions<
  string | readonly string[]
> {
  /** True when several may be given: the value is a list. */
  readonly multiple?: boolean;
  /** Which regions are offered; left out: `all`. */
  readonly from?: 'all' | 'selection';
}

/**
 * A region of the annotation on display, or several, `region` on the wire: its
 * id. The choices are `regionChoices(annotation, {from, config})`.
 */
export class RegionParameter extends BaseParameter<string | readonly string[]> {
  static override readonly keys: WireKeys = {
    ...BaseParameter.keys,
    multiple: 'boolean',
    from: ['all', 'selection'],
  };

  readonly paramType = 'region';
  /** True when several may be given: the value is a list. */
  declare readonly multiple: boolean;
  /** Which regions are offered; `undefined` for all. */
  declare readonly from: 'all' | 'selection' | undefined;

  constructor(options: RegionParameterOptions) {
    super(options);
    this.assertDefault();
  }

  override emptyValue(): unknown {
    return this.multiple ? [] : '';
  }

  protected override requiredMessage(): string {
    return this.from === 'selection' ? 'Select a region.' : 'Choose a region.';
  }

  override isEmpty(value: unknown): boolean {
    return super.isEmpty(value) || (Array.isArray(value) && value.length === 0);
  }

  override normalize(value: unknown): string | readonly string[] {
    return Array.isArray(value)
      ? [...new Set(value as readonly string[])]
      : (value as string);
  }

  /** Reads an id; of several, one a line. */
  override parse(
    text: string,
  ): Parsed<string | readonly string[] | undefined, ParameterIssue> {
    const ids = text.split('\n').map((line) => line.trim());
    const given = ids.filter((id) => id !== '');
    const value = this.multiple ? given : text.trim();
    const isUnset = given.length === 0;
    return {ok: true, value: isUnset ? undefined : value, warnings: []};
  }

  protected override check(
    value: unknown,
    {context}: ParameterScope,
  ): readonly ParameterIssue[] {
    if (!this.multiple) return this.#checkId(value, '', context);
    if (!Array.isArray(value)) return [this.typeIssue(value)];
    return (value as readonly unknown[]).flatMap((id, index) =>
      this.#checkId(id, toPointer(index), context),
    );
  }

  #checkId(
    id: unknown,
    at: string,
    context: ParameterScope['context'],
  ): readonly ParameterIssue[] {
    if (typeof id !== 'string') return [this.typeIssue(id, at)];
    const annotation = context?.annotation;
    if (!annotation || isRegionChoice(annotation, id, this.from ?? 'all')) {
      return [];
    }
    const message =
      this.from === 'selection'
        ? 'This region is not selected.'
        : 'There is no such region.';
    return [this.issue('parameter/choice', message, at)];
  }
}
