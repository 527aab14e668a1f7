import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';

import type {Disposer} from '@ls-annotation/core';
import type {AnnotationHostElement} from '@ls-annotation/elements';
import type {LogLevel} from '@ls-annotation/plugins';

import type {RecordChooseEvent} from '../record-list/record-list-events.js';
import {RecordingToolElement} from '../shared/recording-tool.js';
import type {PlaceOf} from '../shared/place-of.js';
import {asWritten} from '../shared/place-of.js';
import {PlaceChooseEvent} from '../shared/place-events.js';
import {renderPlace} from '../shared/render-place.js';
import {hasMembers} from '../value-tree/members-of.js';

import type {ConsoleEntry} from './console-entry.js';
import {ConsoleRecorder} from './console-recorder.js';
import {pluginConsoleStyles} from './plugin-console.styles.js';

interface LevelGroup {
  readonly label: string;
  readonly levels: readonly LogLevel[];
}

/** What is shown or hidden together. */
const GROUPS: readonly LevelGroup[] = [
  {label: 'Errors', levels: ['error']},
  {label: 'Warnings', levels: ['warn']},
  {label: 'Info', levels: ['log', 'info']},
  {label: 'Debug', levels: ['debug']},
];

/**
 * What a plugin writes to the console, and what is reported of it: the last
 * five thousand lines, each with its values to look into and its place.
 *
 * It listens for as long as it is on the page and `recording`. Everything
 * appears in the browser's own console as well.
 *
 * @summary The console of a plugin.
 * @since 0.1.0
 *
 * @fires {PlaceChooseEvent} ls-place-choose - Fired when somebody has asked for the place of a line. Bubbles, composed, not cancelable.
 */
export class PluginConsoleElement extends RecordingToolElement {
  static override styles = [super.styles, pluginConsoleStyles];

  /** Name of the plugin. */
  @property()
  plugin = '';

  /** Returns where in the author's text a place of what ran is. */
  @property({attribute: false})
  placeOf: PlaceOf = asWritten;

  @state()
  private filter = '';

  @state()
  private hiddenLevels: ReadonlySet<string> = new Set();

  @state()
  private shown: readonly ConsoleEntry[] = [];

  @state()
  private chosen: ConsoleEntry | null = null;

  readonly #recorder = new ConsoleRecorder(() => {
    this.batch.request();
  });

  protected override record({pluginRuntime}: AnnotationHostElement): Disposer {
    return this.#recorder.watch(pluginRuntime, {
      nameOf: () => this.plugin,
      placeOf: (position, source) => this.placeOf(position, source),
    });
  }

  protected override showNews(): void {
    this.#show();
  }

  protected override render(): TemplateResult {
    return html`
      ${this.#renderTools()}
      ${
        this.shown.length === 0
          ? html`<p class="empty">
              ${
                this.#recorder.entries.length === 0
                  ? 'The plugin has not logged anything, and nothing was reported of it.'
                  : 'No line fits the filter and the levels.'
              }
            </p>`
          : html`<ls-record-list
              label="Console"
              .records=${this.shown}
              .chosen=${this.chosen}
              .renderRecord=${renderEntry}
              @ls-record-choose=${this.#onChoose}
              @keydown=${this.#onKeyDown}
              @click=${this.#onClick}
            ></ls-record-list>`
      }
      ${this.chosen ? this.#renderDetail(this.chosen) : nothing}
    `;
  }

  #renderTools(): TemplateResult {
    return html`
      <div class="bar" role="group" aria-label="Console">
        <input
          type="search"
          aria-label="Filter by text"
          placeholder="Filter"
          .value=${this.filter}
          @input=${this.#onFilter}
        />
        <div class="levels" role="group" aria-label="Levels">
          ${GROUPS.map((group) => this.#renderLevel(group))}
        </div>
        <button class="button" type="button" @click=${this.#onClear}>
          Clear
        </button>
      </div>
    `;
  }

  #renderLevel({label, levels}: LevelGroup): TemplateResult {
    const count = this.#recorder.entries
      .filter(({level}) => levels.includes(level))
      .reduce((sum, entry) => sum + entry.count, 0);
    return html`
      <button
        class="button"
        type="button"
        aria-pressed=${!this.hiddenLevels.has(label)}
        @click=${() => {
          this.#toggle(label);
        }}
      >
        ${label}${count > 0 ? html` <span class="count">${count}</span>` : ''}
      </button>
    `;
  }

  #renderDetail({words, args, position}: ConsoleEntry): TemplateResult {
    return html`
      <section class="detail" tabindex="0" aria-label="Details of the line">
        <p class="words">${words}</p>
        ${position ? html`<p>${renderPlace(position)}</p>` : nothing}
        ${args
          .filter(hasMembers)
          .map(
            (value) => html`<ls-value-tree .value=${value}></ls-value-tree>`,
          )}
      </section>
    `;
  }

  #show(): void {
    const wanted = this.filter.trim().toLowerCase();
    const hidden = GROUPS.filter(({label}) =>
      this.hiddenLevels.has(label),
    ).flatMap(({levels}) => levels);
    this.shown = this.#recorder.entries.filter(
      ({level, words}) =>
        !hidden.includes(level) && words.toLowerCase().includes(wanted),
    );
  }

  #toggle(label: string): void {
    const hidden = new Set(this.hiddenLevels);
    if (!hidden.delete(label)) hidden.add(label);
    this.hiddenLevels = hidden;
    this.#show();
  }

  readonly #goToChosen = (): void => {
    const {position = null} = this.chosen ?? {};
    /** @internal */
    if (position) this.dispatchEvent(new PlaceChooseEvent(position));
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const isPlain = !event.ctrlKey && !event.metaKey;
    if (event.key === 'Enter' && isPlain) this.#goToChosen();
  };

  /** The list has chosen the line by then. */
  readonly #onClick = (event: Event): void => {
    const [target] = event.composedPath();
    if (target instanceof Element && target.matches('.to-place')) {
      this.#goToChosen();
    }
  };

  readonly #onChoose = ({record}: RecordChooseEvent): void => {
    this.chosen = record as ConsoleEntry;
  };

  readonly #onFilter = (event: Event): void => {
    this.filter = (event.currentTarget as HTMLInputElement).value;
    this.#show();
  };

  readonly #onClear = (): void => {
    this.chosen = null;
    this.#recorder.clear();
  };
}

const MARKS: Readonly<Partial<Record<LogLevel, string>>> = {
  error: 'Error',
  warn: 'Warning',
};

function renderEntry(entry: ConsoleEntry): TemplateResult {
  const {level, words, position, count} = entry;
  const mark = MARKS[level];
  return html`
    ${mark ? html`<span class="mark ${level}">${mark}</span>` : nothing}
    <span class="more line ${level}">${words}</span>
    ${count > 1 ? html`<span class="times">${count}×</span>` : nothing}
    ${
      position
        ? html`<span class="figure to-place"
            >${position.line}:${position.column}</span
          >`
        : nothing
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'ls-plugin-console': PluginConsoleElement;
  }
}
