import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';

import type {Disposer} from '@ls-annotation/core';
import type {AnnotationHostElement} from '@ls-annotation/elements';

import {figuresStyles} from '../shared/figures.styles.js';
import {RecordingToolElement} from '../shared/recording-tool.js';

import {CostRecorder} from './cost-recorder.js';
import type {CostKind} from './cost-recorder.js';
import {costTableStyles} from './cost-table.styles.js';
import {meanMs} from './tally.js';
import type {Tally} from './tally.js';

const KINDS: readonly (readonly [CostKind, string])[] = [
  ['start', 'Start'],
  ['settled', 'Start, until it has settled'],
  ['end', 'End: disposers, and taking back'],
];

/**
 * How long a plugin keeps the page busy: when it starts, when its display
 * ends, and in the handlers of each event.
 *
 * It measures for as long as it is on the page and `recording`.
 *
 * @summary What a plugin costs.
 * @since 0.1.0
 */
export class CostTableElement extends RecordingToolElement {
  static override styles = [super.styles, figuresStyles, costTableStyles];

  /** Name of the plugin. */
  @property()
  plugin = '';

  readonly #recorder = new CostRecorder(
    () => this.plugin,
    () => {
      this.batch.request();
    },
  );

  protected override record(host: AnnotationHostElement): Disposer {
    return this.#recorder.watch(host);
  }

  protected override render(): TemplateResult {
    const events = [...this.#recorder.events].sort(
      ([, one], [, other]) => other.totalMs - one.totalMs,
    );
    return html`
      <div class="bar" role="group" aria-label="Cost">
        <p class="said muted">
          Milliseconds of the page’s own time, since this tab was opened.
        </p>
        <button class="button" type="button" @click=${this.#onClear}>
          Clear
        </button>
      </div>
      <div class="scroller" tabindex="0" role="region" aria-label="Figures">
        <table class="figures">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col" class="number">Count</th>
              <th scope="col" class="number">Mean</th>
              <th scope="col" class="number">Longest</th>
              <th scope="col" class="number">Total</th>
            </tr>
          </thead>
          <tbody>
            ${KINDS.map(([kind, label]) =>
              renderRow(label, this.#recorder.cost(kind)),
            )}
            ${events.map(([name, tally]) => renderRow(name, tally))}
            ${
              events.length === 0
                ? html`<tr>
                    <td colspan="5" class="muted">
                      No handler of the plugin has been called.
                    </td>
                  </tr>`
                : nothing
            }
          </tbody>
        </table>
      </div>
    `;
  }

  readonly #onClear = (): void => {
    this.#recorder.clear();
  };
}

function renderRow(label: string, tally: Tally): TemplateResult {
  const figures =
    tally.count === 0
      ? ['–', '–', '–']
      : [meanMs(tally), tally.longestMs, tally.totalMs].map(milliseconds);
  return html`<tr>
    <th scope="row">${label}</th>
    <td class="number">${tally.count}</td>
    ${figures.map((figure) => html`<td class="number">${figure}</td>`)}
  </tr>`;
}

function milliseconds(ms: number): string {
  return ms.toFixed(ms < 10 ? 2 : 0);
}

declare global {
  interface HTMLElementTagNameMap {
    'ls-cost-table': CostTableElement;
  }
}
