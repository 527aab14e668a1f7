import {html} from 'lit';

import {icon} from '../../styles/icons.js';

import type {FieldControl} from './field-control.js';
import {readText, renderTextInput, toText} from './text-control.js';

/** A line of text nobody else should read, hidden until it is asked for. */
export const secretControl: FieldControl = {
  layout: 'stacked',
  start: (_parameter, value) => toText(value),
  read: readText,

  render(field) {
    const {id, form, parameter} = field;
    const isShown = form.ui(id) === true;
    return html`<span class="with-button">
      ${renderTextInput(field, {type: isShown ? 'text' : 'password'})}
      <button
        class="button icon"
        part="toggle"
        type="button"
        aria-label=${`Show ${field.label || parameter.title}`}
        aria-pressed=${isShown ? 'true' : 'false'}
        aria-controls=${id}
        ?disabled=${field.isDisabled}
        @click=${() => form.setUi(id, !isShown)}
      >
        ${icon(isShown ? 'visible' : 'hidden')}
      </button>
    </span>`;
  },
};
