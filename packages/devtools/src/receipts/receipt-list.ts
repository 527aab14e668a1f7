import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {Subscription} from 'rxjs';

import type {Disposer} from '@ls-annotation/core';
import type {AnnotationHostElement} from '@ls-annotation/elements';
import type {
  PluginReceipt,
  ReceiptItem,
  SetAsidePlugin,
  SourcePosition,
} from '@ls-annotation/plugins';

import type {RecordChooseEvent} from '../record-list/record-list-events.js';
import {BoundedList} from '../shared/bounded-list.js';
import {figuresStyles} from '../shared/figures.styles.js';
import {RecordingToolElement} from '../shared/recording-tool.js';
import type {PlaceOf} from '../shared/place-of.js';
import {asWritten} from '../shared/place-of.js';
import {renderPlace} from '../shared/render-place.js';

import {isAlarming, outcomeWords, receiptWords} from './receipt-entry.js';
import type {ReceiptEntry} from './receipt-entry.js';
import {receiptListStyles} from './receipt-list.styles.js';

/** Receipts that are kept at least. */
const KEPT_RECEIPTS = 1000;

/**
 * What a plugin left behind with each display, and what became of it; and
 * whether it has been set aside, with a way to bring it back.
 *
 * It collects receipts for as long as it is on the page and `recording`.
 *
 * @summary The receipts of a plugin, display by display.
 * @since 0.1.0
 *
 * @fires {PlaceChooseEvent} ls-place-choose - Fired when somebody has asked for the place of a line. Bubbles, composed, not cancelable.
 */
export class ReceiptListElement extends RecordingToolElement {
  static override styles = [super.styles, figuresStyles, receiptListStyles];

  /** Name of the plugin. */
  @property()
  plugin = '';

  /** What the plugin keeps of the page: kinds with spaces between, or `all`. */
  @property()
  keep = '';

  /** Returns where in the author's text a place of what ran is. */
  @property({attribute: false})
  placeOf: PlaceOf = asWritten;

  @state()
  private shown: readonly ReceiptEntry[] = [];

  @state()
  private chosen: ReceiptEntry | null = null;

  @state()
  private setAside: readonly SetAsidePlugin[] = [];

  readonly #entries = new BoundedList<ReceiptEntry>(KEPT_RECEIPTS);

  protected override showNews(): void {
    this.shown = [...this.#entries.items];
  }

  protected override render(): TemplateResult {
    return html`
      ${this.#renderState()}
      ${
        this.shown.length === 0
          ? html`<p class="empty">
              When a display closes, what the plugin left of it is listed here.
              “Next annotation” and “Run” close one.
            </p>`
          : html`<ls-record-list
              label="Displays"
              .records=${this.shown}
              .chosen=${this.chosen}
              .renderRecord=${renderEntry}
              @ls-record-choose=${this.#onChoose}
            ></ls-record-list>`
      }
      ${this.chosen ? this.#renderDetail(this.chosen) : nothing}
    `;
  }

  #renderState(): TemplateResult {
    const setAside = this.setAside.find(
      ({pluginId}) => pluginId === this.plugin,
    );
    return html`
      <div class="bar" role="group" aria-label="State of the plugin">
        <p class="state" role="status">
          ${
            setAside
              ? html`<strong class="alarm">Set aside</strong> after three
                  failures without a success between: ${setAside.error.reason}`
              : html`<strong>In use</strong>
                  <span class="muted">${keepWords(this.keep)}</span>`
          }
        </p>
        ${
          setAside
            ? html`<button
                class="button primary"
                type="button"
                @click=${this.#onRestore}
              >
                Bring back
              </button>`
            : nothing
        }
        <button class="button" type="button" @click=${this.#onClear}>
          Clear
        </button>
      </div>
    `;
  }

  #renderDetail({receipt, placeOf}: ReceiptEntry): TemplateResult {
    const {run, items} = receipt;
    return html`
      <section class="detail" tabindex="0" aria-label="Receipt of run ${run}">
        ${
          receipt.isEmpty
            ? html`<p class="muted">
                Nothing was left: what the plugin took it gave back itself.
              </p>`
            : html`<table class="figures">
                <thead>
                  <tr>
                    <th scope="col">What</th>
                    <th scope="col" class="number">Count</th>
                    <th scope="col">Became</th>
                    <th scope="col">Place</th>
                  </tr>
                </thead>
                <tbody>
                  ${items.map((item) =>
                    renderItem(item, (place) => placeOf(place, receipt.source)),
                  )}
                </tbody>
              </table>`
        }
      </section>
    `;
  }

  protected override record({pluginRuntime}: AnnotationHostElement): Disposer {
    const subscription = new Subscription();
    subscription.add(
      pluginRuntime.receipts$.subscribe((receipt) => {
        if (receipt.pluginId === this.plugin) this.#add(receipt);
      }),
    );
    subscription.add(
      pluginRuntime.setAside$.subscribe((setAside) => {
        this.setAside = setAside;
      }),
    );
    return () => {
      subscription.unsubscribe();
    };
  }

  /** One that comes again has more lines. */
  #add(receipt: PluginReceipt): void {
    const entry = {receipt, placeOf: this.placeOf};
    const isKnown = this.#entries.replace(
      (one) => one.receipt.run === receipt.run,
      entry,
    );
    if (!isKnown) this.#entries.push(entry);
    if (this.chosen?.receipt.run === receipt.run) this.chosen = entry;
    this.batch.request();
  }

  readonly #onChoose = ({record}: RecordChooseEvent): void => {
    this.chosen = record as ReceiptEntry;
  };

  readonly #onRestore = (): void => {
    void this.host?.restorePlugin(this.plugin);
  };

  readonly #onClear = (): void => {
    this.chosen = null;
    this.#entries.clear();
    this.batch.request();
  };
}

function renderEntry({receipt}: ReceiptEntry): TemplateResult {
  const isBad = receipt.items.some(isAlarming);
  return html`
    <span class="main">Run ${receipt.run}</span>
    <span class="more">annotation ${receipt.annotationId}</span>
    <span class="figure owners ${isBad ? 'alarm' : ''}"
      >${receiptWords(receipt)}</span
    >
    <span class="figure">${receipt.busyMs.toFixed(1)} ms</span>
  `;
}

function renderItem(
  item: ReceiptItem,
  placeOf: (position: SourcePosition) => SourcePosition,
): TemplateResult {
  const {kind, what, count, outcome, position} = item;
  return html`
    <tr>
      <th scope="row">${kind} <span class="muted">${what}</span></th>
      <td class="number">${count}</td>
      <td class=${isAlarming(item) ? 'alarm' : ''}>${outcomeWords(outcome)}</td>
      <td>
        ${
          position
            ? renderPlace(placeOf(position))
            : html`<span class="muted">not known</span>`
        }
      </td>
    </tr>
  `;
}

function keepWords(keep: string): string {
  const kinds = keep.trim().split(/\s+/).join(', ');
  return kinds === ''
    ? 'Everything it leaves is taken back.'
    : `It keeps, as the page allows: ${kinds}.`;
}

declare global {
  interface HTMLElementTagNameMap {
    'ls-receipt-list': ReceiptListElement;
  }
}
