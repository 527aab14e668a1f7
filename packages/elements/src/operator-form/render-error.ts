import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';

import type {ParameterIssue} from '@ls-annotation/operators';

/** Draws the first of a field's issues under the id that describes it. */
export function renderError(
  id: string,
  issues: readonly ParameterIssue[],
): TemplateResult | typeof nothing {
  const [issue] = issues;
  if (!issue) return nothing;
  return html`<p id=${id} class="error" part="error">
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6.25" />
      <path d="M8 4.75v3.75M8 11v.01" />
    </svg>
    <span>${issue.message}</span>
  </p>`;
}
