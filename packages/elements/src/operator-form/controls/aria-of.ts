import {nothing} from 'lit';

import type {Field} from './field-control.js';

/** Attributes of a control; `nothing` for those that are left out. */
export interface ControlAria {
  /** For `aria-label`. */
  readonly label: string | typeof nothing;
  /** For `aria-describedby`. */
  readonly describedBy: string | typeof nothing;
  /** For `aria-required`. */
  readonly required: 'true' | typeof nothing;
  /** For `aria-invalid`. */
  readonly invalid: 'true' | typeof nothing;
}

/** Returns what assistive technology is told of a control. */
export function ariaOf(field: Field): ControlAria {
  const {label, describedBy, parameter, issues} = field;
  return {
    label: label || nothing,
    describedBy: describedBy || nothing,
    required: parameter.required ? 'true' : nothing,
    invalid: issues.length > 0 ? 'true' : nothing,
  };
}
