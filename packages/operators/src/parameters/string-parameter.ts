import type {Parsed} from '@ls-annotation/core';

import {ChoiceParameter} from './choice-parameter.js';
import type {ChoiceParameterOptions} from './choice-parameter.js';
import type {ParameterIssue} from './parameter-issue.js';
import type {StringFormat} from './parameter-view.js';
import {MAX_PATTERN_TEXT, SafePattern} from './pattern/safe-pattern.js';
import {STRING_FORMATS, formatFault} from './string-format.js';
import type {WireKeys} from './wire-keys.js';

/** What a text parameter takes. */
export interface StringParameterOptions extends ChoiceParameterOptions<string> {
  /** Fewest characters (code points). */
  readonly minLength?: number;
  /** Most characters (code points). */
  readonly maxLength?: number;
  /** Regular expression that the whole text must match, see `SafePattern`. */
  readonly pattern?: string;
  /** What is said of text that does not match the pattern. */
  readonly patternMessage?: string;
  /** What the text must be. */
  readonly format?: StringFormat;
  /** True for text of several lines. */
  readonly multiline?: boolean;
  /** Lines to show. */
  readonly rows?: number;
  /** True for passwords: never shown, remembered or logged. */
  readonly secret?: boolean;
}

/**
 * Text, `str` on the wire.
 *
 * Where a value is required, blanks alone are not one. Otherwise text is
 * passed on exactly as it was typed.
 */
export class StringParameter extends ChoiceParameter<string> {
  static override readonly keys: WireKeys = {
    ...ChoiceParameter.keys,
    min_length: 'count',
    max_length: 'count',
    pattern: 'pattern',
    pattern_message: 'string',
    format: STRING_FORMATS,
    multiline: 'boolean',
    rows: 'count',
    secret: 'boolean',
  };

  readonly paramType = 'str';
  /** Fewest characters (code points). */
  declare readonly minLength: number | undefined;
  /** Most characters (code points). */
  declare readonly maxLength: number | undefined;
  /** Regular expression that the whole text must match. */
  declare readonly pattern: string | undefined;
  /** What is said of text that does not match the pattern. */
  declare readonly patternMessage: string | undefined;
  /** What the text must be. */
  declare readonly format: StringFormat | undefined;
  /** True for text of several lines. */
  declare readonly multiline: boolean;
  /** Lines to show. */
  declare readonly rows: number | undefined;
  /** True for passwords: never shown, remembered or logged. */
  declare readonly secret: boolean;
  readonly #pattern: SafePattern | null;

  constructor(options: StringParameterOptions) {
    super(options);
    const pattern =
      this.pattern === undefined ? null : SafePattern.compile(this.pattern);
    this.#pattern = typeof pattern === 'string' ? null : pattern;
    this.assert(
      (this.minLength ?? 0) <= (this.maxLength ?? Infinity),
      'minLength is above maxLength.',
    );
    this.assertChoices();
    this.assertDefault();
  }

  override isEmpty(value: unknown): boolean {
    if (this.required && typeof value === 'string') return value.trim() === '';
    return super.isEmpty(value);
  }

  override parse(text: string): Parsed<string | undefined, ParameterIssue> {
    return {ok: true, value: text === '' ? undefined : text, warnings: []};
  }

  protected override checkValue(value: unknown): readonly ParameterIssue[] {
    if (typeof value !== 'string') return [this.typeIssue(value)];
    const length = this.#lengthFault(value);
    if (length !== '') return [this.issue('parameter/length', length)];
    const pattern = this.#patternFault(value);
    if (pattern !== '') return [this.issue('parameter/pattern', pattern)];
    const format =
      this.format === undefined ? '' : formatFault(value, this.format);
    return format === '' ? [] : [this.issue('parameter/format', format)];
  }

  #lengthFault(value: string): string {
    const {minLength = 0, maxLength = Infinity} = this;
    const {length} = Array.from(value);
    if (length < minLength) return `Enter at least ${count(minLength)}.`;
    return length > maxLength ? `Enter at most ${count(maxLength)}.` : '';
  }

  #patternFault(value: string): string {
    if (!this.#pattern || this.#pattern.matches(value)) return '';
    if (value.length > MAX_PATTERN_TEXT) {
      return `Enter at most ${count(MAX_PATTERN_TEXT)}.`;
    }
    return this.patternMessage ?? `Match the form ${this.#pattern.source}`;
  }
}

function count(length: number): string {
  return length === 1 ? '1 character' : `${String(length)} characters`;
}
