import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';

import type {StringParameter} from '@ls-annotation/operators';

import {ariaOf} from './aria-of.js';
import type {FieldControl, ShapeOf} from './field-control.js';
import {readText, toText} from './text-control.js';

const ROWS = 3;

/** Several lines of text; Enter is a new line there. */
export const longTextControl: FieldControl = {
  layout: 'stacked',
  start: (_parameter, value) => toText(value),
  read: readText,

  render(field) {
    const {placeholder, rows} = field.parameter as ShapeOf<StringParameter>;
    const aria = ariaOf(field);
    return html`
      <textarea
        id=${field.id}
        class="input"
        part="input"
        rows=${rows ?? ROWS}
        placeholder=${placeholder ?? nothing}
        ?readonly=${field.isReadOnly}
        ?disabled=${field.isDisabled}
        aria-label=${aria.label}
        aria-describedby=${aria.describedBy}
        aria-required=${aria.required}
        aria-invalid=${aria.invalid}
        .value=${live(field.raw as string)}
        @input=${({target}: InputEvent) =>
          field.change(() => (target as HTMLTextAreaElement).value)}
        @blur=${() => field.leave()}
      ></textarea>
    `;
  },
};
