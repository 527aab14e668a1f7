import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';

import type {BaseParameter} from '@ls-annotation/operators';

import type {FieldControl} from './field-control.js';

/**
 * A line of text: for text, for numbers, and for types nobody here knows.
 *
 * Numbers are no `type="number"`: that answers nothing for `1.` or `-` while
 * they are being typed, and drops them.
 */
export const textControl: FieldControl = {
  layout: 'stacked',

  start: (_parameter, value) => toText(value),

  read(parameter, raw) {
    const text = raw as string;
    if (isDefaultObject(parameter, text)) {
      return {value: parameter.default, issues: []};
    }
    const parsed = parameter.parse(text);
    if (!parsed.ok) return {value: undefined, issues: parsed.issues};
    return {value: parsed.value, issues: parameter.validate(parsed.value)};
  },

  render: ({parameter, id, raw, issues, describedBy, label, ...field}) => html`
    <input
      id=${id}
      class="input"
      part="input"
      type="text"
      inputmode=${inputMode(parameter)}
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      aria-label=${label || nothing}
      aria-describedby=${describedBy || nothing}
      aria-required=${parameter.required ? 'true' : nothing}
      aria-invalid=${issues.length > 0 ? 'true' : nothing}
      .value=${live(raw as string)}
      @input=${({target}: InputEvent) =>
        field.change(() => (target as HTMLInputElement).value)}
      @blur=${() => field.leave()}
    />
  `,
};

/** The decimal pad of a phone has no minus, so it is only for what needs none. */
function inputMode(parameter: BaseParameter): string {
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

function toText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
