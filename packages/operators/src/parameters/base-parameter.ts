import type {Parsed} from '@ls-annotation/core';

import {ParameterDefinitionError, toMessage} from '../errors.js';
import type {AbortSignalLike} from '../operator/abort-signal.js';

import {cloneData, freezeData} from './clone-data.js';
import type {ConditionView} from './condition-view.js';
import {toPointer} from './parameter-issue.js';
import type {ParameterIssue, ParameterIssueCode} from './parameter-issue.js';
import type {ParameterProblem} from './parameter-problem.js';
import {EMPTY_SCOPE} from './parameter-scope.js';
import type {ParameterScope} from './parameter-scope.js';
import type {ParameterValues} from './parameter-values.js';
import type {ColumnView, ParameterView} from './parameter-view.js';
import {optionName, wireFault} from './wire-keys.js';
import type {WireKeys} from './wire-keys.js';

/**
 * What a custom check answers: words, or a list of them with places; nothing
 * when the value is fine.
 */
export type ValidationAnswer =
  string | readonly ParameterProblem[] | null | undefined;

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
   * What a form starts with; checked when the parameter is made. It is copied.
   * @defaultValue `null`, nothing
   */
  readonly default?: T | null;
  /**
   * Whether a value must be given.
   * @defaultValue `true`, as in LightlyStudio
   */
  readonly required?: boolean;
  /** Grey text in an empty field. */
  readonly placeholder?: string;
  /** A longer explanation, markdown. */
  readonly help?: string;
  /** Heading it stands under. */
  readonly group?: string;
  /** True when people see the value and cannot change it; it is submitted. */
  readonly readOnly?: boolean;
  /** True when people never see it; its value is submitted all the same. */
  readonly hidden?: boolean;
  /** Where it does not hold, it is neither shown nor submitted. */
  readonly visibleWhen?: ConditionView;
  /** Where it does not hold, it is greyed and not submitted. */
  readonly enabledWhen?: ConditionView;
  /** Parameters whose change asks for options and definitions anew. */
  readonly dependsOn?: readonly string[];
  /** Says what is wrong with a value that passed all other checks. */
  validate?(value: T, values: ParameterValues): ValidationAnswer;
  /** The same, where it takes time. Not asked while something else is wrong. */
  validateAsync?(
    value: T,
    values: ParameterValues,
    options: {readonly signal: AbortSignalLike},
  ): Promise<ValidationAnswer>;
  /** Further keys of the wire JSON, kept as they are. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** A parameter that stands in another one, with its value. */
export interface NestedValue {
  /** What the value is for. */
  readonly parameter: BaseParameter;
  /** The value. */
  readonly value: unknown;
  /** JSON pointer from the outer value to this one. */
  readonly at: string;
  /** What stands around it. */
  readonly scope: ParameterScope;
}

const BASE_KEYS = [
  'name',
  'description',
  'default',
  'required',
  'param_type',
  'columns',
];

/**
 * One named, typed input of an operator.
 *
 * A parameter knows its JSON, what a value must look like, and how to read one
 * from text. It does not know how a form looks. Parameters are immutable.
 *
 * A subclass lists the wire keys it knows in `keys` and declares (`declare`) a
 * field for each; one that can refuse values calls `assertDefault()` at the end
 * of its constructor.
 *
 * @typeParam T - type of a value that passed the checks.
 */
export abstract class BaseParameter<T = unknown> {
  /** The optional keys on the wire that the type knows. */
  static readonly keys: WireKeys = {
    title: 'string',
    placeholder: 'string',
    help: 'string',
    group: 'string',
    read_only: 'boolean',
    hidden: 'boolean',
    visible_when: 'condition',
    enabled_when: 'condition',
    depends_on: 'strings',
  };

  /** Name of the type on the wire. */
  abstract readonly paramType: string | null;
  /** Key of the value. */
  readonly name: string;
  /** A sentence for people; may be empty. */
  readonly description: string;
  /** What people read; the name when nothing else was given. */
  declare readonly title: string;
  /** What a form starts with; `null` for nothing. Frozen to its last leaf. */
  readonly default: T | null;
  /** True when a value must be given. */
  readonly required: boolean;
  /** Grey text in an empty field. */
  declare readonly placeholder: string | undefined;
  /** A longer explanation, markdown. */
  declare readonly help: string | undefined;
  /** Heading it stands under. */
  declare readonly group: string | undefined;
  /** True when people see the value and cannot change it. */
  declare readonly readOnly: boolean;
  /** True when people never see it; its value is submitted all the same. */
  declare readonly hidden: boolean;
  /** Where it does not hold, it is neither shown nor submitted. */
  declare readonly visibleWhen: ConditionView | undefined;
  /** Where it does not hold, it is greyed and not submitted. */
  declare readonly enabledWhen: ConditionView | undefined;
  /** Parameters whose change asks for options and definitions anew. */
  declare readonly dependsOn: readonly string[] | undefined;
  /** Keys of the wire JSON that this class does not interpret. */
  readonly extensions: Readonly<Record<string, unknown>>;
  readonly #keys: WireKeys;
  readonly #validate: ParameterOptions<never>['validate'];
  readonly #validateAsync: ParameterOptions<never>['validateAsync'];

  constructor(options: ParameterOptions<T>) {
    if (typeof options.name !== 'string' || options.name === '') {
      throw new ParameterDefinitionError('', 'A parameter needs a name.');
    }
    this.name = options.name;
    this.description = options.description ?? '';
    this.default = freezeData(cloneData(options.default ?? null));
    this.required = options.required ?? true;
    this.#keys = new.target.keys;
    this.extensions = unknownOnly(options.extensions ?? {}, this.#keys);
    this.#validate = options.validate?.bind(options);
    this.#validateAsync = options.validateAsync?.bind(options);
    Object.assign(this, readOptions(options, this.#keys));
  }

  /** What a form holds for "nothing was given": `''`, `false`, `[]`. */
  emptyValue(): unknown {
    return '';
  }

  /** True when the check of a value may have to wait, see `validateAsync`. */
  get hasAsyncValidation(): boolean {
    return this.#validateAsync !== undefined;
  }

  /**
   * Returns what a form starts with: a fresh copy of the default, or else
   * {@link emptyValue}.
   */
  initialValue(): unknown {
    return this.default === null ? this.emptyValue() : cloneData(this.default);
  }

  /**
   * Returns what is wrong with `value`, as a list that is empty when it fits.
   * An unset value is a problem only when the parameter is required.
   *
   * @param scope - what stands around it; custom checks and conditions look at
   *   it.
   */
  validate(
    value: unknown,
    scope: ParameterScope = EMPTY_SCOPE,
  ): readonly ParameterIssue[] {
    if (this.isEmpty(value)) {
      if (!this.required) return [];
      return [this.issue('parameter/required', this.requiredMessage())];
    }
    const found = this.check(value, scope);
    if (found.length > 0 || !this.#validate) return found;
    try {
      return this.#toIssues(this.#validate(value as never, scope.values));
    } catch (thrown) {
      return this.#toIssues(toMessage(thrown));
    }
  }

  /**
   * Returns what the custom checks that take time say, those of nested
   * parameters too. Ask it only for a value that passed {@link validate}.
   *
   * Rejects with the reason of the signal when that is aborted.
   */
  async validateAsync(
    value: unknown,
    scope: ParameterScope,
    signal: AbortSignalLike,
  ): Promise<readonly ParameterIssue[]> {
    if (this.isEmpty(value)) return [];
    const [own, ...nested] = await Promise.all([
      this.#ask(value, scope, signal),
      ...this.nested(value, scope)
        .filter(({parameter}) => parameter.hasAsyncValidation)
        .map(async ({parameter, at, ...inner}) => {
          const found = await parameter.validateAsync(
            inner.value,
            inner.scope,
            signal,
          );
          return found.map((issue) => ({
            ...issue,
            path:
              toPointer(this.name) +
              at +
              issue.path.slice(toPointer(parameter.name).length),
          }));
        }),
    ]);
    return [...own, ...nested.flat()];
  }

  /** Tells whether `value` stands for "nothing was given". */
  isEmpty(value: unknown): boolean {
    return value === undefined || value === null || value === '';
  }

  /**
   * Returns `value` in the form operators get. Only called with values that
   * passed the checks.
   */
  normalize(value: unknown, _scope: ParameterScope = EMPTY_SCOPE): T {
    return value as T;
  }

  /** Returns `value` with the defaults of nested parameters it has no key of. */
  withDefaults(value: unknown): unknown {
    return value;
  }

  /** Returns the parameters that stand in this one, with their values. */
  nested(_value: unknown, _scope: ParameterScope): readonly NestedValue[] {
    return [];
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
      default: cloneData(this.default),
      required,
      param_type: paramType,
      columns: null,
      ...this.#keyView(),
      ...cloneData(this.extensions),
    };
  }

  /** Returns the wire JSON of a table's column, which has no `columns`. */
  toColumnView(): ColumnView {
    const {columns: _columns, ...view} = this.toView();
    return view;
  }

  /** What is said when nothing was given. */
  protected requiredMessage(): string {
    return 'This field is required.';
  }

  /** Returns what is wrong with a value that is not empty. */
  protected abstract check(
    value: unknown,
    scope: ParameterScope,
  ): readonly ParameterIssue[];

  /** Throws when the declared default does not pass the checks. */
  protected assertDefault(): void {
    if (this.default === null) return;
    const [issue] = this.check(this.default, EMPTY_SCOPE);
    if (!issue) return;
    throw new ParameterDefinitionError(
      this.name,
      `The default does not fit. ${issue.message}`,
    );
  }

  /** Throws when `isTrue` is not. */
  protected assert(isTrue: boolean, reason: string): void {
    if (!isTrue) throw new ParameterDefinitionError(this.name, reason);
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
  protected typeIssue(value: unknown, path = ''): ParameterIssue {
    return this.issue(
      'parameter/type',
      `Expected value of type '${this.paramType ?? 'str'}' ` +
        `but got ${describeType(value)}.`,
      path,
    );
  }

  async #ask(
    value: unknown,
    scope: ParameterScope,
    signal: AbortSignalLike,
  ): Promise<readonly ParameterIssue[]> {
    if (!this.#validateAsync) return [];
    try {
      signal.throwIfAborted();
      const {values} = scope;
      const answer = await this.#validateAsync(value as never, values, {
        signal,
      });
      signal.throwIfAborted();
      return this.#toIssues(answer);
    } catch (thrown) {
      signal.throwIfAborted();
      return this.#toIssues(toMessage(thrown));
    }
  }

  #toIssues(answer: ValidationAnswer): readonly ParameterIssue[] {
    const problems =
      typeof answer === 'string' ? [{message: answer}] : (answer ?? []);
    return problems
      .filter(({message}) => message !== '')
      .map(({message, path}) => this.issue('parameter/custom', message, path));
  }

  #keyView(): Record<string, unknown> {
    const own = this as unknown as Readonly<Record<string, unknown>>;
    const entries = Object.keys(this.#keys)
      .map((key) => [key, own[optionName(key)]] as const)
      .filter(([, value]) => value !== undefined && value !== false)
      .filter(([key, value]) => key !== 'title' || value !== this.name);
    return cloneData(Object.fromEntries(entries));
  }
}

/** Returns the word that messages use for the type of `value`. */
export function describeType(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}

/** Returns the options that belong to wire keys, checked and copied. */
function readOptions<T>(
  options: ParameterOptions<T>,
  keys: WireKeys,
): Readonly<Record<string, unknown>> {
  const given = options as unknown as Readonly<Record<string, unknown>>;
  const read: Record<string, unknown> = {};
  for (const [key, kind] of Object.entries(keys)) {
    const option = optionName(key);
    const value = given[option] ?? undefined;
    const fault = value === undefined ? '' : wireFault(value, kind);
    if (fault !== '') {
      throw new ParameterDefinitionError(
        options.name,
        `"${option}" must be ${fault}`,
      );
    }
    if (value !== undefined) read[option] = freezeData(cloneData(value));
    else if (kind === 'boolean') read[option] = false;
    else if (key === 'title') read[option] = options.name;
  }
  return read;
}

function unknownOnly(
  extensions: Readonly<Record<string, unknown>>,
  keys: WireKeys,
): Readonly<Record<string, unknown>> {
  const entries = Object.entries(extensions).filter(
    ([key]) => !BASE_KEYS.includes(key) && !Object.hasOwn(keys, key),
  );
  return freezeData(cloneData(Object.fromEntries(entries)));
}
