import {html} from 'lit';
import type {TemplateResult} from 'lit';

/**
 * Returns the icon of an operator, decorative: a picture where it is an
 * address, else a character or two.
 */
export function operatorMark(icon: string): TemplateResult {
  const isAddress = /[./:]/.test(icon);
  return html`<span class="mark" aria-hidden="true"
    >${isAddress ? html`<img src=${icon} alt="" />` : icon}</span
  >`;
}
