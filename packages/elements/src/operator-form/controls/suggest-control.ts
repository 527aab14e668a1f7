import {html} from 'lit';

import type {ChoiceParameter} from '@ls-annotation/operators';

import type {FieldControl, ShapeOf} from './field-control.js';
import {readText, renderTextInput, toText, withUnit} from './text-control.js';

/** A line of text with the browser's own list of suggestions. */
export const suggestControl: FieldControl = {
  layout: 'stacked',
  start: (_parameter, value) => toText(value),
  read: readText,
  paste: (_parameter, text) => text,

  render(field) {
    const {suggestions = []} = field.parameter as ShapeOf<
      ChoiceParameter<string | number>
    >;
    const list = `${field.id}-list`;
    return html`
      ${withUnit(field, renderTextInput(field, {list}))}
      <datalist id=${list}>
        ${suggestions.map((one) => html`<option value=${one}></option>`)}
      </datalist>
    `;
  },
};
