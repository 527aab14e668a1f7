import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';

import type {ReplayRun} from './replay-run.js';

/** What {@link renderProgress} shows. */
export interface ProgressOptions {
  /** The replay that is going on. */
  readonly run: ReplayRun;
  /** Entries of the recording. */
  readonly count: number;
  /** Has the next entry happen. */
  readonly onNext: () => void;
  /** Has all that is left happen. */
  readonly onRush: () => void;
}

/** Returns how far a replay is, and the way on when it waits for one. */
export function renderProgress({
  run,
  count,
  onNext,
  onRush,
}: ProgressOptions): TemplateResult {
  return html`
    <progress
      aria-label="Replay"
      max=${Math.max(1, count)}
      .value=${run.position}
    ></progress>
    <span class="muted">${run.position} of ${count}</span>
    ${
      run.status === 'waiting'
        ? html`<button class="button" type="button" @click=${onNext}>
              Next
            </button>
            <button class="button" type="button" @click=${onRush}>
              To the end
            </button>`
        : nothing
    }
  `;
}
