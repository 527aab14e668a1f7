import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';

import {pointerParts} from '@ls-annotation/operators';
import type {ParameterIssue} from '@ls-annotation/operators';

import type {FormModel} from './form-model.js';
import {countText} from './form-status.js';

type Part = TemplateResult | typeof nothing;

/** What can fail, and be tried again. */
export interface Progress {
  /** True while it goes on. */
  readonly isBusy: boolean;
  /** Why it failed; else empty. */
  readonly error: string;
  /** Tries once more. */
  readonly retry: () => void;
}

/**
 * Draws the list of what is wrong with a form. One problem that is shown at
 * its field needs no list.
 *
 * @param focus - leads to the field of a problem.
 */
export function renderSummary(
  model: FormModel,
  issues: readonly ParameterIssue[],
  focus: (issue: ParameterIssue) => void,
): Part {
  const isElsewhere = issues.some((issue) => !isShown(model, issue));
  if (issues.length < 2 && !isElsewhere) return nothing;
  return html`
    <div class="summary" part="summary">
      <p>${countText(issues.length)}</p>
      <ul>
        ${issues.map(
          (issue) => html`<li>${renderIssue(model, issue, focus)}</li>`,
        )}
      </ul>
    </div>
  `;
}

/** Tells whether the field that a problem is about can be seen. */
export function isShown(model: FormModel, {path}: ParameterIssue): boolean {
  const [name = ''] = pointerParts(path);
  return model.reading.activity.get(name)?.isVisible === true;
}

/** Draws that the controls of a form are being loaded, or could not be. */
export function renderLoading({isBusy, error, retry}: Progress): Part {
  if (error !== '') {
    return html`<div class="summary" part="load-error" role="alert">
      <p>The form could not be loaded. ${error}</p>
      ${renderRetry(retry)}
    </div>`;
  }
  return isBusy ? html`<p class="legend">Loading the form…</p>` : nothing;
}

/** Draws that a form is brought up to date, or could not be. */
export function renderResolving({isBusy, error, retry}: Progress): Part {
  if (error !== '') {
    return html`<div class="choice-status failed" part="resolve-error">
      <span role="alert"
        >The form could not be brought up to date. ${error}</span
      >
      ${renderRetry(retry)}
    </div>`;
  }
  return isBusy
    ? html`<p class="choice-status" part="resolving" role="status">
        <span class="spinner" aria-hidden="true"></span> Bringing the form up to
        date…
      </p>`
    : nothing;
}

function renderRetry(retry: () => void): TemplateResult {
  return html`<button class="button" type="button" @click=${retry}>
    Try again
  </button>`;
}

function renderIssue(
  model: FormModel,
  issue: ParameterIssue,
  focus: (issue: ParameterIssue) => void,
): TemplateResult {
  const place = model.placeOf(issue);
  const name = place?.title ?? pointerParts(issue.path).join(', ');
  if (!place || !isShown(model, issue)) {
    return html`${name === '' ? '' : `${name}: `}${issue.message}`;
  }
  return html`<button type="button" @click=${() => focus(issue)}>${name}</button
    >: ${issue.message}`;
}
