import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';

import type {FieldControl} from './field-control.js';

/**
 * A checkbox. Its state is `null` until it was set: an optional parameter that
 * nobody touched stays unset, a required one is `false`.
 */
export const checkboxControl: FieldControl = {
  layout: 'inline',

  start: (_parameter, value) => value ?? null,

  read(parameter, raw) {
    const value = raw ?? (parameter.required ? false : undefined);
    return {value, issues: parameter.validate(value)};
  },

  render: ({id, raw, issues, describedBy, label, ...field}) => html`
    <input
      id=${id}
      class="checkbox"
      part="checkbox"
      type="checkbox"
      aria-label=${label || nothing}
      aria-describedby=${describedBy || nothing}
      aria-invalid=${issues.length > 0 ? 'true' : nothing}
      .checked=${live(raw === true)}
      @change=${({target}: Event) =>
        field.change(() => (target as HTMLInputElement).checked)}
      @blur=${() => field.leave()}
    />
  `,
};
