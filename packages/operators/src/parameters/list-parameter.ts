import type {Parsed} from '@ls-annotation/core';

import {BaseParameter, describeType} from './base-parameter.js';
import type {NestedValue, ParameterOptions} from './base-parameter.js';
import {canonicalText} from './canonical-text.js';
import {parseJsonText} from './json-text.js';
import {moveIssue, toPointer} from './parameter-issue.js';
import type {ParameterIssue} from './parameter-issue.js';
import {EMPTY_SCOPE} from './parameter-scope.js';
import type {ParameterScope} from './parameter-scope.js';
import type {ItemDefinition, ParameterView} from './parameter-view.js';
import type {WireKeys} from './wire-keys.js';

/** What a list parameter takes. */
export interface ListParameterOptions extends ParameterOptions<
  readonly unknown[]
> {
  /** What each entry is; its name does not count. */
  readonly item: BaseParameter;
  /** Fewest entries. */
  readonly minItems?: number;
  /** Most entries. */
  readonly maxItems?: number;
  /** True when no two entries are equal. */
  readonly uniqueItems?: boolean;
}

/** The name of an item that was declared without one. */
export const ITEM_NAME = 'item';

/**
 * Any number of values of one kind, `list` on the wire. With an item that has
 * choices it is a multiple choice. A required list has at least one entry.
 */
export class ListParameter extends BaseParameter<readonly unknown[]> {
  static override readonly keys: WireKeys = {
    ...BaseParameter.keys,
    min_items: 'count',
    max_items: 'count',
    unique_items: 'boolean',
  };

  readonly paramType = 'list';
  /** What each entry is. */
  readonly item: BaseParameter;
  /** Fewest entries. */
  declare readonly minItems: number | undefined;
  /** Most entries. */
  declare readonly maxItems: number | undefined;
  /** True when no two entries are equal. */
  declare readonly uniqueItems: boolean;

  constructor(options: ListParameterOptions) {
    super(options);
    this.item = options.item;
    this.assert(this.item.paramType !== 'notice', 'A list has no notices.');
    this.assert(
      (this.minItems ?? 0) <= (this.maxItems ?? Infinity),
      'minItems is above maxItems.',
    );
    this.assertDefault();
  }

  override emptyValue(): unknown {
    return [];
  }

  override get hasAsyncValidation(): boolean {
    return super.hasAsyncValidation || this.item.hasAsyncValidation;
  }

  protected override requiredMessage(): string {
    return 'Add at least one entry.';
  }

  override isEmpty(value: unknown): boolean {
    return super.isEmpty(value) || (Array.isArray(value) && value.length === 0);
  }

  override normalize(
    value: unknown,
    scope: ParameterScope = EMPTY_SCOPE,
  ): readonly unknown[] {
    return (value as readonly unknown[]).map((one) =>
      this.item.isEmpty(one) ? null : this.item.normalize(one, scope),
    );
  }

  override withDefaults(value: unknown): unknown {
    if (!Array.isArray(value)) return value;
    return (value as readonly unknown[]).map((one) =>
      this.item.withDefaults(one),
    );
  }

  override nested(
    value: unknown,
    scope: ParameterScope,
  ): readonly NestedValue[] {
    if (!Array.isArray(value)) return [];
    return (value as readonly unknown[]).map((one, index) => ({
      parameter: this.item,
      value: one,
      at: toPointer(index),
      scope,
    }));
  }

  /** Reads JSON, or a value a line. */
  override parse(
    text: string,
  ): Parsed<readonly unknown[] | undefined, ParameterIssue> {
    if (text.trim().startsWith('[')) {
      return parseJsonText(text, () => this.typeIssue(text));
    }
    const value: unknown[] = [];
    const issues: ParameterIssue[] = [];
    for (const line of text.split('\n')) {
      const read = this.item.parse(line.trim());
      if (!read.ok) {
        const place = toPointer(this.name, value.length);
        issues.push(...read.issues.map((issue) => moveIssue(issue, place, 1)));
      } else if (read.value !== undefined) value.push(read.value);
    }
    if (issues.length > 0) return {ok: false, issues};
    return {
      ok: true,
      value: value.length === 0 ? undefined : value,
      warnings: [],
    };
  }

  override toView(): ParameterView {
    return {...super.toView(), item: itemView(this.item)};
  }

  protected override check(
    value: unknown,
    scope: ParameterScope,
  ): readonly ParameterIssue[] {
    if (!Array.isArray(value)) {
      const message = `Expected value of type 'list' but got ${describeType(value)}.`;
      return [this.issue('parameter/type', message)];
    }
    const entries = value as readonly unknown[];
    const inner = this.nested(entries, scope).flatMap((entry) =>
      entry.parameter
        .validate(entry.value, entry.scope)
        .map((issue) => moveIssue(issue, toPointer(this.name) + entry.at, 1)),
    );
    return [...this.#checkCount(entries), ...inner, ...this.#twins(entries)];
  }

  #checkCount({length}: readonly unknown[]): readonly ParameterIssue[] {
    const {minItems = 0, maxItems = Infinity} = this;
    if (length >= minItems && length <= maxItems) return [];
    const message =
      length < minItems
        ? `Give at least ${entryText(minItems)}.`
        : `Give at most ${entryText(maxItems)}.`;
    return [this.issue('parameter/items', message)];
  }

  #twins(entries: readonly unknown[]): readonly ParameterIssue[] {
    if (!this.uniqueItems) return [];
    const seen = new Set<string>();
    return entries.flatMap((entry, index) => {
      const text = canonicalText(entry);
      if (!seen.has(text)) {
        seen.add(text);
        return [];
      }
      const message = 'This entry is there already.';
      return [this.issue('parameter/unique', message, toPointer(index))];
    });
  }
}

function itemView(item: BaseParameter): ItemDefinition {
  const {name, ...view} = item.toView();
  return name === ITEM_NAME ? view : {...view, name};
}

function entryText(count: number): string {
  return count === 1 ? '1 entry' : `${String(count)} entries`;
}
