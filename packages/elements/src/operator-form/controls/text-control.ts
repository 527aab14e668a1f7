import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';

import type {BaseParameter, StringParameter} from '@ls-annotation/operators';

import {ariaOf} from './aria-of.js';
import type {
  Field,
  FieldControl,
  FieldReading,
  ShapeOf,
} from './field-control.js';

/**
 * A line of text: for text, for numbers, and for types nobody here knows.
 *
 * Numbers are no `type="number"`: that answers nothing for `1.` or `-` while
 * they are being typed, and drops them.
 */
export const textControl: FieldControl = {
  layout: 'stacked',
  start: (_parameter, value) => toText(value),
  read: readText,
  paste: (_parameter, text) => text,
  render: (field) => withUnit(field, renderTextInput(field)),
};

/** Reads the value of a parameter whose state is text. */
export function readText(parameter: BaseParameter, raw: unknown): FieldReading {
  const text = raw as string;
  if (isDefaultObject(parameter, text)) {
    return {value: parameter.default, issues: []};
  }
  const parsed = parameter.parse(text);
  if (!parsed.ok) return {value: undefined, issues: parsed.issues};
  return {value: parsed.value, issues: []};
}

/** What a line of text may be told. */
export interface TextInputOptions {
  /** Type of the native control. */
  readonly type?: 'text' | 'password';
  /** Id of a list of suggestions. */
  readonly list?: string;
}

/** Draws the line of text of a field whose state is text. */
export function renderTextInput(
  field: Field,
  {type = 'text', list}: TextInputOptions = {},
): TemplateResult {
  const {parameter, id, raw, isReadOnly, isDisabled} = field;
  const aria = ariaOf(field);
  return html`
    <input
      id=${id}
      class="input"
      part="input"
      type=${type}
      inputmode=${inputMode(parameter)}
      placeholder=${parameter.placeholder ?? nothing}
      list=${list ?? nothing}
      autocomplete=${type === 'password' ? 'new-password' : 'off'}
      autocapitalize="off"
      spellcheck="false"
      ?readonly=${isReadOnly}
      ?disabled=${isDisabled}
      aria-label=${aria.label}
      aria-describedby=${aria.describedBy}
      aria-required=${aria.required}
      aria-invalid=${aria.invalid}
      .value=${live(raw as string)}
      @input=${({target}: InputEvent) =>
        field.change(() => (target as HTMLInputElement).value)}
      @blur=${() => field.leave()}
    />
  `;
}

/** Draws a control with the unit of its number after it. */
export function withUnit(
  {parameter, id}: Field,
  control: TemplateResult,
): TemplateResult {
  const {unit} = parameter as {readonly unit?: string};
  if (unit === undefined) return control;
  return html`<span class="with-unit">
    ${control}<span id=${`${id}-unit`} class="unit" part="unit">${unit}</span>
  </span>`;
}

/** Returns what a line of text shows for a value. */
export function toText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The decimal pad of a phone has no minus, so it is only for what needs none. */
function inputMode(parameter: BaseParameter): string {
  if (parameter.paramType === 'str') {
    const {format} = parameter as ShapeOf<StringParameter>;
    return format === 'email' || format === 'url' ? format : 'text';
  }
  const {min} = parameter as {readonly min?: number};
  if (min === undefined || min < 0) return 'text';
  return parameter.paramType === 'int' ? 'numeric' : 'decimal';
}

/** A type nobody knows may have any JSON as its default; it is kept whole. */
function isDefaultObject(parameter: BaseParameter, text: string): boolean {
  const value = parameter.default;
  const isObject = typeof value === 'object' && value !== null;
  return isObject && text === toText(value);
}
