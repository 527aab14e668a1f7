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

/** Draws how a run ended by itself. */
export function renderEnd(snapshot: OperatorRunSnapshot): TemplateResult {
  const {state, result, error, log} = snapshot;
  const isSuccess = state === 'succeeded';
  return renderOutcome({
    isSuccess,
    message: result?.message || (isSuccess ? 'Done.' : 'It did not work.'),
    error,
    log,
  });
}

/** Draws why a run could not even be made. */
export function renderFailure(error: LsError): TemplateResult {
  const {message} = error;
  return renderOutcome({isSuccess: false, message, error: null, log: []});
}

interface Outcome {
  readonly isSuccess: boolean;
  readonly message: string;
  readonly error: LsError | null;
  readonly log: readonly OperatorLogEntry[];
}

function renderOutcome(outcome: Outcome): TemplateResult {
  const {isSuccess, message, error, log} = outcome;
  return html`
    <section
      class="outcome ${isSuccess ? 'success' : 'failure'}"
      part=${isSuccess ? 'result' : 'error'}
    >
      ${isSuccess ? successIcon() : failureIcon()}
      <div class="words">
        ${error ? html`<p class="title">The operator failed.</p>` : nothing}
        <p class="message">${message}</p>
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
