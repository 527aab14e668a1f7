import type {Parsed} from '@ls-annotation/core';

import {BaseParameter} from './base-parameter.js';
import type {NestedValue, ParameterOptions} from './base-parameter.js';
import {checkGroup} from './check-group.js';
import {choiceText} from './choice-parameter.js';
import {toChoices} from './choice.js';
import type {Choice} from './choice.js';
import {parseJsonText} from './json-text.js';
import {isRecord, ownValue} from './own-value.js';
import {toPointer} from './parameter-issue.js';
import type {ParameterIssue} from './parameter-issue.js';
import {EMPTY_SCOPE} from './parameter-scope.js';
import type {ParameterScope} from './parameter-scope.js';
import type {ParameterValues} from './parameter-values.js';
import type {ParameterView, VariantView} from './parameter-view.js';
import {groupValues, normalizeGroup, withGroupDefaults} from './read-group.js';
import {uniqueNamesFault} from './unique-names.js';

/** One of the shapes that a value can have. */
export interface Variant {
  /** Value of the key `variant`; unique in its parameter. */
  readonly name: string;
  /** What people read; left out: the name. */
  readonly title?: string;
  /** A sentence for people. */
  readonly description?: string;
  /** Its parameters; none is called `variant`. */
  readonly properties: readonly BaseParameter[];
}

/** A value of {@link OneOfParameter}. */
export type VariantValue = ParameterValues & {readonly variant: string};

/** What a one-of parameter takes. */
export interface OneOfParameterOptions extends ParameterOptions<VariantValue> {
  /** At least one, names unique. */
  readonly variants: readonly Variant[];
}

/** The key that tells which variant a value is of. */
export const VARIANT_KEY = 'variant';

/**
 * One of several shapes, `one_of` on the wire: `{variant: name, …values}`, with
 * the values of that variant and no other.
 */
export class OneOfParameter extends BaseParameter<VariantValue> {
  readonly paramType = 'one_of';
  /** The shapes, in order. */
  readonly variants: readonly Variant[];

  constructor(options: OneOfParameterOptions) {
    super(options);
    this.variants = Object.freeze([...options.variants]);
    this.assert(this.variants.length > 0, 'It needs at least one variant.');
    this.assertVariants();
    this.assertDefault();
  }

  override emptyValue(): unknown {
    return {};
  }

  override get hasAsyncValidation(): boolean {
    return (
      super.hasAsyncValidation ||
      this.variants.some(({properties}) =>
        properties.some((property) => property.hasAsyncValidation),
      )
    );
  }

  /** The variants as choices. */
  get choiceList(): readonly Choice<string>[] {
    return toChoices(
      this.variants.map(({name, title = name, description = ''}) => ({
        value: name,
        title,
        description,
      })),
    );
  }

  protected override requiredMessage(): string {
    return 'Choose one.';
  }

  /** Returns the variant that a value is of, or `undefined`. */
  variantOf(value: unknown): Variant | undefined {
    const name = isRecord(value) ? ownValue(value, VARIANT_KEY) : undefined;
    return this.variants.find((variant) => variant.name === name);
  }

  /** Returns the value a form starts with when a variant is chosen. */
  variantValue(name: string): ParameterValues {
    const properties = this.#propertiesOf({[VARIANT_KEY]: name});
    return withGroupDefaults(properties, {[VARIANT_KEY]: name});
  }

  override initialValue(): unknown {
    return this.withDefaults(super.initialValue());
  }

  /** Without a variant there is nothing. */
  override isEmpty(value: unknown): boolean {
    if (!isRecord(value)) return super.isEmpty(value);
    const variant = ownValue(value, VARIANT_KEY);
    return variant === undefined || variant === null || variant === '';
  }

  override normalize(
    value: unknown,
    scope: ParameterScope = EMPTY_SCOPE,
  ): VariantValue {
    const {variant} = value as VariantValue;
    return {...normalizeGroup(this.nested(value, scope)), variant};
  }

  override withDefaults(value: unknown): unknown {
    return isRecord(value)
      ? withGroupDefaults(this.#propertiesOf(value), value)
      : value;
  }

  override nested(
    value: unknown,
    {root, context}: ParameterScope,
  ): readonly NestedValue[] {
    if (!isRecord(value)) return [];
    return groupValues(this.#propertiesOf(value), value, {root, context});
  }

  /** Reads JSON, or the name of a variant. */
  override parse(
    text: string,
  ): Parsed<VariantValue | undefined, ParameterIssue> {
    const name = text.trim();
    if (this.variants.some((variant) => variant.name === name)) {
      return {ok: true, value: {[VARIANT_KEY]: name}, warnings: []};
    }
    return parseJsonText(text, () => this.#variantIssue());
  }

  override toView(): ParameterView {
    const variants = this.variants.map(toVariantView);
    return {...super.toView(), variants};
  }

  protected override check(
    value: unknown,
    scope: ParameterScope,
  ): readonly ParameterIssue[] {
    if (!isRecord(value)) return [this.typeIssue(value)];
    if (!this.variantOf(value)) return [this.#variantIssue()];
    const extraKeys = [VARIANT_KEY];
    return checkGroup(this, this.#propertiesOf(value), {
      value,
      scope,
      extraKeys,
    });
  }

  /** Throws when the variants could not be told apart. */
  protected assertVariants(): void {
    const fault = uniqueNamesFault(this.variants);
    this.assert(fault === '', fault);
    for (const {name, properties} of this.variants) {
      const inner = uniqueNamesFault([{name: VARIANT_KEY}, ...properties]);
      this.assert(inner === '', `In variant "${name}": ${inner}`);
    }
  }

  #propertiesOf(value: ParameterValues): readonly BaseParameter[] {
    return this.variantOf(value)?.properties ?? [];
  }

  #variantIssue(): ParameterIssue {
    const message = choiceText(this.choiceList);
    return this.issue('parameter/variant', message, toPointer(VARIANT_KEY));
  }
}

function toVariantView({
  name,
  title = name,
  description = '',
  properties,
}: Variant): VariantView {
  return {
    name,
    ...(title !== name && {title}),
    ...(description !== '' && {description}),
    properties: properties.map((property) => property.toView()),
  };
}
