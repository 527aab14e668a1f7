import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';

import type {BoolParameter} from '@ls-annotation/operators';

import {ariaOf} from './aria-of.js';
import type {FieldControl, ShapeOf} from './field-control.js';

/** A checkbox, or a switch. A required one that nobody touched is `false`. */
export const checkboxControl: FieldControl = {
  layout: 'inline',

  start: (_parameter, value) => value ?? null,

  read: (parameter, raw) => ({
    value: raw ?? (parameter.required ? false : undefined),
    issues: [],
  }),

  paste: (_parameter, text) =>
    /^\s*(?:true|yes|x|1|✓)\s*$/i.test(text)
      ? true
      : /^\s*(?:false|no|0)?\s*$/i.test(text) && text.trim() !== ''
        ? false
        : null,

  render(field) {
    const {id, raw, isReadOnly, isDisabled} = field;
    const {style, trueLabel, falseLabel} =
      field.parameter as ShapeOf<BoolParameter>;
    const isOn = raw === true;
    const words = isOn ? trueLabel : falseLabel;
    const aria = ariaOf(field);
    return html`
      <input
        id=${id}
        class=${style === 'switch' ? 'switch' : 'checkbox'}
        part="checkbox"
        type="checkbox"
        role=${style === 'switch' ? 'switch' : nothing}
        ?disabled=${isDisabled}
        aria-readonly=${isReadOnly ? 'true' : nothing}
        aria-label=${aria.label}
        aria-describedby=${aria.describedBy}
        aria-invalid=${aria.invalid}
        .checked=${live(isOn)}
        @click=${(event: Event) => {
          if (isReadOnly) event.preventDefault();
        }}
        @change=${({target}: Event) =>
          field.change(() => (target as HTMLInputElement).checked)}
        @blur=${() => field.leave()}
      />
      ${words ? html`<span id=${`${id}-words`} class="state-words">${words}</span>` : nothing}
    `;
  },
};
