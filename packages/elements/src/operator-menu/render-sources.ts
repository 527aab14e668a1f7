import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';

import type {OperatorSource} from '@ls-annotation/operators';

/**
 * Draws the servers whose operators are being asked for, or could not be.
 * Nothing is said of one that has answered: its operators are there.
 *
 * @param onRetry - asks a server again.
 */
export function renderSources(
  sources: readonly OperatorSource[],
  onRetry: (source: OperatorSource) => void,
): readonly (TemplateResult | typeof nothing)[] {
  return sources.map((source) => {
    const {status, error} = source.state;
    if (status === 'loading') {
      return html`<p class="source" part="source" role="status">
        Loading operators from ${source.label}…
      </p>`;
    }
    if (status !== 'failed') return nothing;
    return html`<div class="source failed" part="source">
      <p><strong>${source.label} did not answer.</strong> ${error?.message}</p>
      <button
        class="button"
        part="retry"
        type="button"
        aria-label="Try again: ${source.label}"
        @click=${() => onRetry(source)}
      >
        Try again
      </button>
    </div>`;
  });
}
