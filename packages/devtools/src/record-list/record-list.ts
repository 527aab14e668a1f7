import {html, LitElement, nothing} from 'lit';
import type {PropertyValues, TemplateResult} from 'lit';
import {property, query} from 'lit/decorators.js';

import {baseStyles, ensureTokens} from '@ls-annotation/elements';

import {RecordChooseEvent} from './record-list-events.js';
import {recordListStyles} from './record-list.styles.js';

/** Height of a line, as the styles have it. */
const ROW_REM = 2;
/** Lines beyond those in view. */
const OVERSCAN = 4;

/**
 * A list of any number of records, of which only the lines in view exist. It
 * stays at its end when it is there and records are added. Arrow keys, Page
 * Up and Down, Home and End choose a line.
 *
 * @summary A list of thousands of records, to choose one of.
 * @since 0.1.0
 *
 * @fires {RecordChooseEvent} ls-record-choose - Fired when somebody has chosen a line. Bubbles, composed, not cancelable.
 */
export class RecordListElement extends LitElement {
  static override styles = [baseStyles, recordListStyles];

  /** Name for assistive technology. */
  @property()
  label = '';

  /** The records, in their order. */
  @property({attribute: false})
  records: readonly unknown[] = [];

  /** The chosen record; anything else for none. */
  @property({attribute: false})
  chosen: unknown = null;

  /** Returns what a line shows. */
  @property({attribute: false})
  renderRecord: (record: never) => TemplateResult | typeof nothing = () =>
    nothing;

  @query('.list')
  private readonly list!: HTMLElement | null;

  readonly #resizes = new ResizeObserver(() => {
    this.requestUpdate();
  });
  #isAtEnd = true;
  #rowPx = 32;

  override connectedCallback(): void {
    super.connectedCallback();
    ensureTokens(this);
    const {fontSize} = getComputedStyle(document.documentElement);
    this.#rowPx = ROW_REM * (parseFloat(fontSize) || 16);
    this.#resizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resizes.disconnect();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('records') || !this.#isAtEnd) return;
    const {list} = this;
    if (list) list.scrollTop = list.scrollHeight;
  }

  protected override render(): TemplateResult {
    const chosen = this.records.indexOf(this.chosen);
    return html`
      <div
        class="list"
        role="listbox"
        tabindex="0"
        aria-label=${this.label}
        aria-activedescendant=${chosen < 0 ? nothing : `record-${String(chosen)}`}
        @scroll=${this.#onScroll}
        @keydown=${this.#onKeyDown}
        @click=${this.#onClick}
      >
        <div
          class="space"
          role="none"
          .style=${`block-size: ${String(this.records.length * this.#rowPx)}px`}
        >
          ${this.#shown(chosen).map((index) => this.#renderRow(index, chosen))}
        </div>
      </div>
      <div class="ring"></div>
    `;
  }

  #renderRow(index: number, chosen: number): TemplateResult {
    return html`<div
      class="record"
      role="option"
      id="record-${index}"
      aria-selected=${index === chosen}
      aria-posinset=${index + 1}
      aria-setsize=${this.records.length}
      data-index=${index}
      .style=${`translate: 0 ${String(index * this.#rowPx)}px`}
    >
      ${this.renderRecord(this.records[index] as never)}
    </div>`;
  }

  /** Numbers of the lines that exist; the chosen one always does. */
  #shown(chosen: number): readonly number[] {
    const {list} = this;
    const heightPx = list?.clientHeight ?? 0;
    const visible = Math.ceil(heightPx / this.#rowPx);
    const count = this.records.length;
    const topPx = list?.scrollTop ?? 0;
    const first = this.#isAtEnd
      ? count - visible - OVERSCAN
      : Math.floor(topPx / this.#rowPx) - OVERSCAN;
    const from = Math.max(0, first);
    const to = Math.min(count, from + visible + 2 * OVERSCAN);
    const range = Array.from(
      {length: Math.max(0, to - from)},
      (_, at) => from + at,
    );
    return chosen < 0 || range.includes(chosen) ? range : [...range, chosen];
  }

  /** Has the line of a record in view; does nothing for one that is not there. */
  reveal(record: unknown): void {
    const index = this.records.indexOf(record);
    const {list} = this;
    if (index < 0 || !list) return;
    const topPx = index * this.#rowPx;
    const leastPx = topPx + this.#rowPx - list.clientHeight;
    const scrollPx = Math.max(leastPx, Math.min(list.scrollTop, topPx));
    if (scrollPx !== list.scrollTop) list.scrollTop = scrollPx;
  }

  #choose(index: number): void {
    const record = this.records[index];
    if (record === undefined || !this.list) return;
    this.chosen = record;
    this.reveal(record);
    /** @internal */
    this.dispatchEvent(new RecordChooseEvent(record));
  }

  readonly #onScroll = (event: Event): void => {
    const {scrollTop, clientHeight, scrollHeight} =
      event.currentTarget as HTMLElement;
    this.#isAtEnd = scrollTop + clientHeight >= scrollHeight - this.#rowPx / 2;
    this.requestUpdate();
  };

  readonly #onClick = (event: Event): void => {
    const row = (event.target as Element).closest<HTMLElement>('.record');
    if (row) this.#choose(Number(row.dataset.index));
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const last = this.records.length - 1;
    const at = this.records.indexOf(this.chosen);
    const page = Math.max(
      1,
      Math.floor((this.list?.clientHeight ?? 0) / this.#rowPx) - 1,
    );
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? last : at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: last,
    };
    const index = moves[event.key];
    if (index === undefined) return;
    event.preventDefault();
    this.#choose(Math.max(0, Math.min(index, last)));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ls-record-list': RecordListElement;
  }
}
