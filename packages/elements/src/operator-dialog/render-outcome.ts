import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';

import type {LsError} from '@ls-annotation/core';
import type {
  OperatorLogEntry,
  OperatorRun,
  OperatorRunSnapshot,
} from '@ls-annotation/operators';

import {formatElapsed} from './format-elapsed.js';

/** Draws how far a run is. */
export function renderProgress(run: OperatorRun): TemplateResult {
  const {fraction, text} = run.progress;
  return html`
    <section class="outcome" part="progress">
      <div class="progress-text">
        <span>${text || 'Running…'}</span>
        <span class="elapsed" part="elapsed">
          ${formatElapsed(run.elapsedMs)}
        </span>
      </div>
      <progress
        aria-label="Progress"
        max="1"
        value=${fraction ?? nothing}
      ></progress>
      ${renderLog(run.log)}
    </section>
  `;
}

/** Draws how a run ended. */
export function renderEnd(snapshot: OperatorRunSnapshot): TemplateResult {
  const {state, result, error, log} = snapshot;
  const isSuccess = state === 'succeeded';
  const part = isSuccess ? 'result' : 'error';
  const title = isSuccess ? 'Done.' : 'It did not work.';
  return html`
    <section
      class="outcome ${isSuccess ? 'success' : 'failure'}"
      part=${state === 'aborted' ? 'result' : part}
    >
      ${isSuccess ? successIcon() : failureIcon()}
      <div class="words">
        ${error ? html`<p class="title">The operator failed.</p>` : nothing}
        <p class="message">${result?.message || title}</p>
        ${error ? renderDetails(error) : nothing} ${renderLog(log)}
      </div>
    </section>
  `;
}

/** Draws that a run was cancelled. */
export function renderAborted({result}: OperatorRunSnapshot): TemplateResult {
  return html`
    <section class="outcome aborted" part="result">
      <p class="message">${result?.message}</p>
    </section>
  `;
}

function renderDetails(error: LsError): TemplateResult {
  return html`
    <details>
      <summary>Details</summary>
      <pre tabindex="0" aria-label="Details">${detailsOf(error)}</pre>
    </details>
  `;
}

function renderLog(
  log: readonly OperatorLogEntry[],
): TemplateResult | typeof nothing {
  if (log.length === 0) return nothing;
  return html`
    <details>
      <summary>Log (${log.length})</summary>
      <pre tabindex="0" aria-label="Log">
${log.map(({message}) => message).join('\n')}</pre>
    </details>
  `;
}

/** What someone who reports a failure would want to copy. */
function detailsOf(error: LsError): string {
  const {cause} = error;
  const stack = cause instanceof Error ? (cause.stack ?? String(cause)) : '';
  return [`${error.name} (${error.code})`, error.message, stack]
    .filter((line) => line !== '')
    .join('\n');
}

function successIcon(): TemplateResult {
  return html`<svg viewBox="0 0 16 16" aria-hidden="true">
    <circle cx="8" cy="8" r="6.25" />
    <path d="m5.25 8.25 2 2 3.5-4" />
  </svg>`;
}

function failureIcon(): TemplateResult {
  return html`<svg viewBox="0 0 16 16" aria-hidden="true">
    <circle cx="8" cy="8" r="6.25" />
    <path d="M8 4.75v3.75M8 11v.01" />
  </svg>`;
}
