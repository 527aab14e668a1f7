import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';

import {icon} from '../../styles/icons.js';

import type {Field} from './field-control.js';

/** What a button that empties a field is told. */
export interface ClearOptions {
  /** True when there is something to clear. */
  readonly isShown: boolean;
  /** State of the control when nothing is given. */
  readonly empty: unknown;
  /** Id to focus then; left out: the field's. */
  readonly focusId?: string;
}

/**
 * Draws the button that empties a field. A cleared field is unset: its default
 * does not come back.
 */
export function renderClear(
  field: Field,
  {isShown, empty, focusId = field.id}: ClearOptions,
): TemplateResult | typeof nothing {
  if (!isShown || field.isReadOnly || field.isDisabled) return nothing;
  return html`<button
    class="button quiet icon clear"
    part="clear"
    type="button"
    aria-label=${`Clear ${field.label || field.parameter.title}`}
    @click=${() => {
      field.change(() => empty);
      field.form.focusLater(focusId);
    }}
  >
    ${icon('close')}
  </button>`;
}
