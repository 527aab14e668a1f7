import type {Parsed} from '@ls-annotation/core';

import {BaseParameter} from './base-parameter.js';
import type {NestedValue, ParameterOptions} from './base-parameter.js';
import {checkGroup} from './check-group.js';
import {parseJsonText} from './json-text.js';
import {isRecord} from './own-value.js';
import type {ParameterIssue} from './parameter-issue.js';
import {EMPTY_SCOPE} from './parameter-scope.js';
import type {ParameterScope} from './parameter-scope.js';
import type {ParameterValues} from './parameter-values.js';
import type {ParameterView} from './parameter-view.js';
import {groupValues, normalizeGroup, withGroupDefaults} from './read-group.js';
import {uniqueNamesFault} from './unique-names.js';

/** What an object parameter takes. */
export interface ObjectParameterOptions extends ParameterOptions<ParameterValues> {
  /** What it is made of, names unique. */
  readonly properties: readonly BaseParameter[];
}

/**
 * Values under one name, `object` on the wire.
 *
 * Its parameters are to it what the parameters of an operator are to that:
 * unset optional ones have no key. An optional object without keys is unset.
 */
export class ObjectParameter extends BaseParameter<ParameterValues> {
  readonly paramType = 'object';
  /** What it is made of, in the order of the form. */
  readonly properties: readonly BaseParameter[];

  constructor(options: ObjectParameterOptions) {
    super(options);
    this.properties = Object.freeze([...options.properties]);
    const fault = uniqueNamesFault(this.properties);
    this.assert(fault === '', fault);
    this.assertDefault();
  }

  override emptyValue(): unknown {
    return {};
  }

  override get hasAsyncValidation(): boolean {
    return (
      super.hasAsyncValidation ||
      this.properties.some((property) => property.hasAsyncValidation)
    );
  }

  /** The default, and that of each property it has no key of. */
  override initialValue(): unknown {
    return withGroupDefaults(
      this.properties,
      super.initialValue() as ParameterValues,
    );
  }

  override isEmpty(value: unknown): boolean {
    if (super.isEmpty(value)) return true;
    if (this.required || !isRecord(value)) return false;
    return Object.keys(value).length === 0;
  }

  override normalize(
    value: unknown,
    scope: ParameterScope = EMPTY_SCOPE,
  ): ParameterValues {
    return normalizeGroup(this.nested(value, scope));
  }

  override withDefaults(value: unknown): unknown {
    return isRecord(value) ? withGroupDefaults(this.properties, value) : value;
  }

  override nested(
    value: unknown,
    {root, context}: ParameterScope,
  ): readonly NestedValue[] {
    if (!isRecord(value)) return [];
    return groupValues(this.properties, value, {root, context});
  }

  /** Reads JSON. */
  override parse(
    text: string,
  ): Parsed<ParameterValues | undefined, ParameterIssue> {
    return parseJsonText(text, () => this.typeIssue(text));
  }

  override toView(): ParameterView {
    const properties = this.properties.map((property) => property.toView());
    return {...super.toView(), properties};
  }

  protected override check(
    value: unknown,
    scope: ParameterScope,
  ): readonly ParameterIssue[] {
    if (!isRecord(value)) return [this.typeIssue(value)];
    return checkGroup(this, this.properties, {value, scope});
  }
}
