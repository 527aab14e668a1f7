import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';

import type {LsError} from '@ls-annotation/core';
import type {
  OperatorEntry,
  OperatorLogEntry,
  OperatorOutput,
  OperatorRun,
  OperatorRunSnapshot,
  OutputIssue,
  ProposedEdits,
} from '@ls-annotation/operators';

import {formatElapsed} from './format-elapsed.js';
import {exportedParts} from './nested-parts.js';
import {queueText} from './queue-text.js';

/** Draws how far a run is, or where it stands while it waits for its turn. */
export function renderProgress(run: OperatorRun): TemplateResult {
  const queued = queueText(run);
  return html`
    <section class="outcome" part="progress">
      ${queued === null ? renderBar(run) : html`<p class="quiet">${queued}</p>`}
      ${renderLog(run.log)}
    </section>
  `;
}

function renderBar({progress, elapsedMs}: OperatorRun): TemplateResult {
  const {fraction, text} = progress;
  return html`
    <div class="progress-text">
      <span>${text || 'Running…'}</span>
      <span class="elapsed" part="elapsed">${formatElapsed(elapsedMs)}</span>
    </div>
    <progress
      aria-label="Progress"
      max="1"
      value=${fraction ?? nothing}
    ></progress>
  `;
}

/** Draws how a run ended by itself. */
export function renderEnd(snapshot: OperatorRunSnapshot): TemplateResult {
  const {state, result, error, log, outputIssues} = snapshot;
  const isSuccess = state === 'succeeded';
  return renderOutcome({
    isSuccess,
    message: result?.message || (isSuccess ? 'Done.' : 'It did not work.'),
    error,
    log,
    outputs: result?.outputs ?? [],
    issues: outputIssues,
  });
}

/** Draws what is asked before a run. */
export function renderQuestion({
  name,
  title = name,
  danger,
  confirmText,
}: Pick<OperatorEntry, 'name'> & Partial<OperatorEntry>): TemplateResult {
  const words =
    confirmText ||
    (danger === 'dangerous'
      ? `“${title}” may not be undone. Run it?`
      : `Run “${title}”?`);
  return html`
    <section
      class="outcome ${danger === 'dangerous' ? 'failure' : 'question'}"
      part="question"
    >
      ${danger === 'dangerous' ? failureIcon() : nothing}
      <div class="words"><p class="message">${words}</p></div>
    </section>
  `;
}

/** Draws edits that wait for a person's word. */
export function renderReview(
  {result, error, log, outputIssues}: OperatorRunSnapshot,
  proposal: ProposedEdits,
): TemplateResult {
  const {title, message} = reviewWords(proposal, error);
  return html`
    <section class="outcome review" part="changes">
      <p class="title">${title}</p>
      ${message ? html`<p class="message">${message}</p>` : nothing}
      <ls-operator-changes
        exportparts=${exportedParts('changes')}
        .proposal=${proposal}
      ></ls-operator-changes>
      ${renderOutputs(result?.outputs ?? [], outputIssues)} ${renderLog(log)}
    </section>
  `;
}

/** Returns what stands over edits that wait; it follows the annotation. */
export function reviewWords(
  {conflicts}: Pick<ProposedEdits, 'conflicts'>,
  error: LsError | null = null,
): {readonly title: string; readonly message: string} {
  if (conflicts.length > 0) {
    const message = error?.message ?? 'Some changes do not fit any more.';
    return {title: 'The annotation was changed meanwhile.', message};
  }
  return {title: error ? 'All changes fit again.' : 'Preview', message: ''};
}

/** Draws what became of edits that waited. */
export function renderSettled({state, changes}: ProposedEdits): TemplateResult {
  if (state !== 'applied') {
    return html`<section class="outcome aborted" part="result">
      <p class="message">Nothing was changed.</p>
    </section>`;
  }
  const message =
    changes.length > 0 ? 'Applied. One undo takes it back.' : 'Done.';
  return renderOutcome({isSuccess: true, message});
}

/** Draws why a run could not even be made. */
export function renderFailure(error: LsError): TemplateResult {
  const {message} = error;
  return renderOutcome({isSuccess: false, message});
}

interface Outcome {
  readonly isSuccess: boolean;
  readonly message: string;
  readonly error?: LsError | null;
  readonly log?: readonly OperatorLogEntry[];
  readonly outputs?: readonly OperatorOutput[];
  readonly issues?: readonly OutputIssue[];
}

function renderOutcome(outcome: Outcome): TemplateResult {
  const {isSuccess, message, error = null, log = []} = outcome;
  const {outputs = [], issues = []} = outcome;
  return html`
    <section
      class="outcome ${isSuccess ? 'success' : 'failure'}"
      part=${isSuccess ? 'result' : 'error'}
    >
      ${isSuccess ? successIcon() : failureIcon()}
      <div class="words">
        ${error ? html`<p class="title">The operator failed.</p>` : nothing}
        <p class="message">${message}</p>
        ${renderOutputs(outputs, issues)}
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

function renderOutputs(
  outputs: readonly OperatorOutput[],
  issues: readonly OutputIssue[],
): TemplateResult | typeof nothing {
  if (outputs.length === 0 && issues.length === 0) return nothing;
  return html`<ls-operator-results
    exportparts=${exportedParts('results')}
    .outputs=${outputs}
    .issues=${issues}
  ></ls-operator-results>`;
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
