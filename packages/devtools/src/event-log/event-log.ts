import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {query, state} from 'lit/decorators.js';

import type {Disposer} from '@ls-annotation/core';
import type {AnnotationHostElement} from '@ls-annotation/elements';
import {FRONTEND_EVENTS} from '@ls-annotation/lsi';

import type {RecordChooseEvent} from '../record-list/record-list-events.js';
import type {RecordListElement} from '../record-list/record-list.js';
import {RecordingToolElement} from '../shared/recording-tool.js';
import {describeValue} from '../value-tree/describe-value.js';

import {eventLogStyles} from './event-log.styles.js';
import {EventRecorder} from './event-recorder.js';
import {
  busyMsOf,
  isVeto,
  outcomeOf,
  ownerName,
  searchTextOf,
} from './logged-event.js';
import type {LoggedCall, LoggedEvent} from './logged-event.js';
import {readArguments} from './read-arguments.js';

/**
 * The frontend's events of a host as they come, each with who handled it, for
 * how long, and what came of it; and a form to fire one by hand.
 *
 * It watches for as long as it is on the page, is `recording` and not paused,
 * and shows what is new at most once a frame. The last ten thousand events are kept.
 *
 * @summary The events of a host, and what their handlers did.
 * @since 0.1.0
 */
export class EventLogElement extends RecordingToolElement {
  static override styles = [super.styles, eventLogStyles];

  @state()
  private filter = '';

  @state()
  private isPaused = false;

  @state()
  private shown: readonly LoggedEvent[] = [];

  @state()
  private chosen: LoggedEvent | null = null;

  @state()
  private said = '';

  @state()
  private isWrong = false;

  @query('ls-record-list')
  private readonly list!: RecordListElement | null;

  readonly #recorder = new EventRecorder(() => {
    this.batch.request();
  });

  protected override get isRecording(): boolean {
    return super.isRecording && !this.isPaused;
  }

  protected override record({events}: AnnotationHostElement): Disposer {
    this.#recorder.watch(events);
    return () => {
      this.#recorder.watch(null);
    };
  }

  protected override async showNews(): Promise<void> {
    this.#show();
    await this.updateComplete;
    await this.list?.updateComplete;
  }

  protected override render(): TemplateResult {
    return html`
      ${this.#renderTools()}
      <ls-record-list
        label="Events"
        .records=${this.shown}
        .chosen=${this.chosen}
        .renderRecord=${renderEntry}
        @ls-record-choose=${this.#onChoose}
      ></ls-record-list>
      ${this.shown.length === 0 ? this.#renderEmpty() : nothing}
      ${this.chosen ? this.#renderDetail(this.chosen) : nothing}
      ${this.#renderForm()}
    `;
  }

  #renderTools(): TemplateResult {
    const all = this.#recorder.entries.length;
    const count = this.shown.length;
    return html`
      <div class="bar" role="group" aria-label="Event log">
        <input
          type="search"
          aria-label="Filter by name or text"
          placeholder="Filter"
          .value=${this.filter}
          @input=${this.#onFilter}
        />
        <button
          class="button"
          type="button"
          aria-pressed=${this.isPaused}
          @click=${this.#onPause}
        >
          Pause
        </button>
        <button class="button" type="button" @click=${this.#onClear}>
          Clear
        </button>
        <span class="count">
          ${count === all ? all : `${String(count)} of ${String(all)}`}
        </span>
      </div>
    `;
  }

  #renderEmpty(): TemplateResult {
    return html`<p class="empty">
      ${
        this.#recorder.entries.length === 0
          ? 'Nothing has happened yet. Annotate, or fire an event below.'
          : 'No event fits the filter.'
      }
    </p>`;
  }

  #renderDetail(entry: LoggedEvent): TemplateResult {
    const {name, args} = entry.event;
    return html`
      <section class="detail" tabindex="0" aria-label="Details of ${name}">
        <h3>${name}</h3>
        ${
          entry.calls.length === 0
            ? html`<p class="muted">Nobody handled it.</p>`
            : html`<ul class="calls">
                ${entry.calls.map((call) => renderCall(entry, call))}
              </ul>`
        }
        ${args.map(
          (value, index) =>
            html`<ls-value-tree
              name=${argumentName(name, index)}
              .value=${value}
            ></ls-value-tree>`,
        )}
      </section>
    `;
  }

  #renderForm(): TemplateResult {
    return html`
      <details class="fire">
        <summary>Fire an event</summary>
        <form @submit=${this.#onFire}>
          <input
            name="name"
            aria-label="Name of the event"
            placeholder="entityCreate"
            list="names"
            required
            autocomplete="off"
          />
          <datalist id="names">
            ${FRONTEND_EVENTS.map(
              ({name}) => html`<option value=${name}></option>`,
            )}
          </datalist>
          <textarea
            name="arguments"
            rows="1"
            aria-label="Arguments, as JSON"
            aria-describedby="said"
            aria-invalid=${this.isWrong}
            placeholder='["$annotation"]'
            spellcheck="false"
          ></textarea>
          <button class="button" type="submit">Fire</button>
          <p id="said" role="status" class=${this.isWrong ? 'alarm' : 'muted'}>
            ${this.said}
          </p>
        </form>
      </details>
    `;
  }

  #show(): void {
    const {entries} = this.#recorder;
    const wanted = this.filter.trim().toLowerCase();
    this.shown =
      wanted === ''
        ? [...entries]
        : entries.filter((entry) => searchTextOf(entry).includes(wanted));
  }

  readonly #onChoose = ({record}: RecordChooseEvent): void => {
    this.chosen = record as LoggedEvent;
  };

  readonly #onFilter = (event: Event): void => {
    this.filter = (event.currentTarget as HTMLInputElement).value;
    this.#show();
  };

  readonly #onPause = (): void => {
    this.isPaused = !this.isPaused;
    this.renewRecording();
  };

  readonly #onClear = (): void => {
    this.chosen = null;
    this.#recorder.clear();
  };

  readonly #onFire = (event: SubmitEvent): void => {
    event.preventDefault();
    const {host} = this;
    if (!host) return;
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const name = (data.get('name') as string).trim();
    const read = readArguments(data.get('arguments') as string, host);
    this.isWrong = !read.ok;
    if (!read.ok) {
      this.said = read.message;
      return;
    }
    const count = host.events.dispatch(name, ...read.args).length;
    const handlers = count === 1 ? '1 handler' : `${String(count)} handlers`;
    this.said = `${name}: ${handlers} called.`;
  };
}

function renderEntry(entry: LoggedEvent): TemplateResult {
  const {event, calls} = entry;
  // What went wrong is not to be looked for among what did not.
  const bad = calls.filter((call) => isBad(entry, call));
  const told = bad.length > 0 ? bad : calls;
  const owners = [...new Set(told.map((call) => ownerWords(entry, call)))];
  const args = event.args.map(describeValue).join(', ');
  return html`
    <span class="main">${event.name}</span>
    <span class="more">${args}</span>
    <span class="figure owners ${bad.length > 0 ? 'alarm' : ''}"
      >${owners.join(', ')}</span
    >
    <span class="figure">
      ${calls.length > 0 ? busyWords(busyMsOf(entry), 1) : nothing}
    </span>
  `;
}

function isBad(entry: LoggedEvent, call: LoggedCall): boolean {
  return call.status === 'threw' || isVeto(entry, call);
}

function ownerWords(entry: LoggedEvent, call: LoggedCall): string {
  const owner = ownerName(call);
  if (call.status === 'threw') return `${owner} threw`;
  return isVeto(entry, call) ? `${owner} vetoed` : owner;
}

function busyWords(busyMs: number, digits: number): string {
  return Number.isNaN(busyMs) ? '– ms' : `${busyMs.toFixed(digits)} ms`;
}

function renderCall(entry: LoggedEvent, call: LoggedCall): TemplateResult {
  return html`<li>
    <strong>${ownerName(call)}</strong>
    <span class=${isBad(entry, call) ? 'alarm' : 'muted'}
      >${outcomeOf(entry, call)}</span
    >
    <span class="muted">in ${busyWords(call.busyMs, 2)}</span>
  </li>`;
}

function argumentName(name: string, index: number): string {
  const known = FRONTEND_EVENTS.find((one) => one.name === name);
  return known?.arguments[index]?.replace('?', '') ?? String(index);
}

declare global {
  interface HTMLElementTagNameMap {
    'ls-event-log': EventLogElement;
  }
}
