import type {Parsed} from '@ls-annotation/core';

import {ParameterDefinitionError} from '../errors.js';

import {toPointer} from './parameter-issue.js';

import type {ParameterIssue, ParameterIssueCode} from './parameter-issue.js';
import type {ColumnView, ParameterView} from './parameter-view.js';

/** What every parameter takes. */
export interface ParameterOptions<T> {
  /** Key of the value, unique in its operator. */
  readonly name: string;
  /**
   * A sentence for people, shown at the field.
   * @defaultValue `''`
   */
  readonly description?: string;
  /**
   * What people read instead of the name; extension key `title` on the wire.
   * @defaultValue the name
   */
  readonly title?: string;
  /**
   * What a form starts with; checked when the parameter is made.
   * @defaultValue `null`, nothing
   */
  readonly default?: T | null;
  /**
   * Whether a value must be given.
   * @defaultValue `true`, as in LightlyStudio
   */
  readonly required?: boolean;
  /** Further keys of the wire JSON, kept as they are. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/**
 * One named, typed input of an operator.
 *
 * A parameter knows its JSON, what a value must look like, and how to read one
 * from text. It does not know how a form looks. Parameters are immutable.
 *
 * A subclass that can refuse values calls `assertDefault()` at the end of its
 * constructor.
 *
 * @typeParam T - type of a value that passed the checks.
 */
export abstract class BaseParameter<T = unknown> {
  /** Name of the type on the wire. */
  abstract readonly paramType: string | null;
  /** Key of the value. */
  readonly name: string;
  /** A sentence for people; may be empty. */
  readonly description: string;
  /** What people read; the name when nothing else was given. */
  readonly title: string;
  /** What a form starts with; `null` for nothing. */
  readonly default: T | null;
  /** True when a value must be given. */
  readonly required: boolean;
  /** Keys of the wire JSON that this class does not interpret. */
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(options: ParameterOptions<T>) {
    if (typeof options.name !== 'string' || options.name === '') {
      throw new ParameterDefinitionError('', 'A parameter needs a name.');
    }
    this.name = options.name;
    this.description = options.description ?? '';
    this.title = options.title ?? options.name;
    this.default = options.default ?? null;
    this.required = options.required ?? true;
    this.extensions = {...options.extensions};
  }

  /**
   * Returns what is wrong with `value`, as a list that is empty when it fits.
   * An unset value is a problem only when the parameter is required.
   */
  validate(value: unknown): readonly ParameterIssue[] {
    if (!this.isEmpty(value)) return this.check(value);
    if (!this.required) return [];
    return [this.issue('parameter/required', 'This field is required.')];
  }

  /** Tells whether `value` stands for "nothing was given". */
  isEmpty(value: unknown): boolean {
    return value === undefined || value === null || value === '';
  }

  /**
   * Returns `value` in the form operators get. Only called with values that
   * passed the checks.
   */
  normalize(value: unknown): T {
    return value as T;
  }

  /**
   * Reads a value from what a person typed. Empty text is `undefined`, unset.
   * The value still has to pass {@link validate}.
   */
  abstract parse(text: string): Parsed<T | undefined, ParameterIssue>;

  /** Returns the wire JSON. */
  toView(): ParameterView {
    const {name, description, required, paramType} = this;
    return {
      name,
      description,
      default: this.default,
      required,
      param_type: paramType,
      columns: null,
      ...(this.title !== name && {title: this.title}),
      ...this.extensions,
    };
  }

  /** Returns the wire JSON of a table's column, which has no `columns`. */
  toColumnView(): ColumnView {
    const view = {...this.toView()} as Record<string, unknown>;
    delete view.columns;
    return view as unknown as ColumnView;
  }

  /** Returns what is wrong with a value that is not empty. */
  protected abstract check(value: unknown): readonly ParameterIssue[];

  /** Throws when the declared default does not pass the checks. */
  protected assertDefault(): void {
    if (this.default === null) return;
    const [issue] = this.check(this.default);
    if (!issue) return;
    throw new ParameterDefinitionError(
      this.name,
      `The default does not fit. ${issue.message}`,
    );
  }

  /** Returns an issue of this parameter; `path` leads on from its value. */
  protected issue(
    code: ParameterIssueCode,
    message: string,
    path = '',
  ): ParameterIssue {
    return {code, message, path: toPointer(this.name) + path};
  }

  /** Returns the issue of a value that is of another type. */
  protected typeIssue(value: unknown): ParameterIssue {
    return this.issue(
      'parameter/type',
      `Expected value of type '${this.paramType ?? 'str'}' ` +
        `but got ${describeType(value)}.`,
    );
  }
}

/** Returns the word that messages use for the type of `value`. */
export function describeType(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}
