import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';

import type {LsError} from '@ls-annotation/core';
import {RemoteOperatorError} from '@ls-annotation/operators';
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
      <p>
        <strong>
          ${
            hasAnswered(error)
              ? `No operators from ${source.label}.`
              : `${source.label} did not answer.`
          }
        </strong>
        ${error?.message}
      </p>
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

/** What came was no answer of a server of operators; the error says what. */
function hasAnswered(error: LsError | null): boolean {
  return error instanceof RemoteOperatorError && error.status !== null;
}
