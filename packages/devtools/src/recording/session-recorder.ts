import {html, nothing} from 'lit';
import type {PropertyValues, TemplateResult} from 'lit';
import {query, state} from 'lit/decorators.js';

import type {AnnotationHostElement} from '@ls-annotation/elements';

import type {RecordChooseEvent} from '../record-list/record-list-events.js';
import type {RecordListElement} from '../record-list/record-list.js';
import {saveFile} from '../shared/save-file.js';
import {ToolElement} from '../shared/tool.js';

import {HostShowEvent} from './host-show-event.js';
import {readRecording} from './read-recording.js';
import {
  entryDetails,
  entryKind,
  entryName,
  recordingSize,
} from './recorded-entry.js';
import {renderRecorderBar} from './recorder-bar.js';
import {renderProgress} from './render-progress.js';
import {replayObstacle, showRecorded} from './replay-obstacle.js';
import {ReplayRun} from './replay-run.js';
import type {RecordedEntry, SessionRecording} from './session-recording.js';
import {sessionRecorderStyles} from './session-recorder.styles.js';
import {SessionTape} from './session-tape.js';

/** Name of the file that is exported. */
const FILE_NAME = 'session.json';

/**
 * Records what happens in a host and has it happen again: every change of the
 * store and every frontend event, from the state that was there when the
 * recording began.
 *
 * A replay ends with the same annotations as the recording, whatever plugins
 * do meanwhile; or, when plugins are to make their changes anew, it tells
 * whether they did what they had done. Handlers hear the recorded events,
 * except for those which ask the page to save, fetch or go somewhere else.
 * What was there before can be put back.
 *
 * @summary Records a session, and replays it to the same annotation.
 * @since 0.1.0
 *
 * @slot options - Further things to set, beside its own.
 *
 * @fires {HostShowEvent} ls-host-show - Fired when the host has been made to show the task and config of the recording, or its own again. Bubbles, composed, not cancelable.
 */
export class SessionRecorderElement extends ToolElement {
  static override styles = [super.styles, sessionRecorderStyles];

  @state()
  private recording: SessionRecording | null = null;

  @state()
  private tape: SessionTape | null = null;

  @state()
  private run: ReplayRun | null = null;

  @state()
  private speed = 'Infinity';

  @state()
  private arePluginsAnew = false;

  @state()
  private chosen: RecordedEntry | null = null;

  @state()
  private said = '';

  @state()
  private isWrong = false;

  /** True when the recording needs another task or config. */
  @state()
  private isElsewhere = false;

  /** Has the host show what it showed before it showed the recording's. */
  @state()
  private shownBefore: (() => Promise<void>) | null = null;

  @query('ls-record-list')
  private readonly list!: RecordListElement | null;

  override disconnectedCallback(): void {
    this.#letGo();
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('host') && this.hasUpdated) this.#letGo();
  }

  protected override render(): TemplateResult {
    return html`
      ${this.#renderBar()}
      <div class="news">
        <p role="status" class=${this.isWrong ? 'alarm' : ''}>${this.said}</p>
        ${this.#renderProgress()}
        ${
          this.isElsewhere
            ? html`<button
                class="button"
                type="button"
                @click=${this.#onShowTask}
              >
                Show its task and config
              </button>`
            : nothing
        }
      </div>
      ${this.#renderEntries()}
      ${this.chosen ? this.#renderDetail(this.chosen) : nothing}
    `;
  }

  #renderBar(): TemplateResult {
    const isReplaying = this.#isRunning;
    return renderRecorderBar({
      isRecording: this.tape !== null,
      isReplaying,
      isRecorded: this.recording !== null,
      speed: this.speed,
      arePluginsAnew: this.arePluginsAnew,
      onRecord: this.#onRecord,
      onReplay: isReplaying ? this.#onStop : this.#onReplay,
      onSpeed: (speed) => {
        this.speed = speed;
      },
      onPlugins: (areAnew) => {
        this.arePluginsAnew = areAnew;
      },
      onExport: this.#onExport,
      onFile: (file) => {
        void this.#import(file);
      },
    });
  }

  #renderProgress(): TemplateResult | typeof nothing {
    const {run, recording, tape} = this;
    if (tape) {
      return html`<span class="muted">${tape.length} entries so far.</span>`;
    }
    if (run && recording && this.#isRunning) {
      return renderProgress({
        run,
        count: recording.entries.length,
        onNext: () => {
          void this.#goOn(run, () => run.step());
        },
        onRush: () => {
          void this.#goOn(run, () => run.rush());
        },
      });
    }
    return run || this.shownBefore
      ? html`<button class="button" type="button" @click=${this.#onPutBack}>
          Put back what was there before
        </button>`
      : nothing;
  }

  #renderEntries(): TemplateResult {
    const entries = this.recording?.entries ?? [];
    if (entries.length === 0) {
      return html`<p class="empty">
        Record, annotate, and stop: what happened is listed here.
      </p>`;
    }
    return html`<ls-record-list
      label="Recorded"
      .records=${entries}
      .chosen=${this.chosen}
      .renderRecord=${renderEntry}
      @ls-record-choose=${this.#onChoose}
    ></ls-record-list>`;
  }

  #renderDetail(entry: RecordedEntry): TemplateResult {
    const name = entryName(entry);
    return html`
      <section class="detail" tabindex="0" aria-label="Details of ${name}">
        <ls-value-tree name=${name} .value=${entry}></ls-value-tree>
      </section>
    `;
  }

  get #isRunning(): boolean {
    const status = this.run?.status;
    return status === 'running' || status === 'waiting';
  }

  #say(words: string, isWrong = false): void {
    this.said = words;
    this.isWrong = isWrong;
  }

  #letGo(): void {
    if (this.tape) this.#endTape(this.tape);
    this.run?.stop();
    this.run = null;
    this.shownBefore = null;
  }

  #endTape(tape: SessionTape): void {
    this.tape = null;
    this.#take(tape.stop());
    this.#say(`Recorded ${this.#size}.`);
  }

  #take(recording: SessionRecording): void {
    this.recording = recording;
    this.run = null;
    this.chosen = null;
    this.isElsewhere = false;
  }

  get #size(): string {
    return recordingSize(this.recording?.entries ?? []);
  }

  async #import(file: File): Promise<void> {
    const read = readRecording(await file.text());
    if (!read.ok) {
      const [first] = read.issues;
      this.#say(`Not imported. ${first?.message ?? ''}`, true);
      return;
    }
    this.#take(read.value);
    this.#say(`Imported ${this.#size}.`);
  }

  #startTape(host: AnnotationHostElement): void {
    const tape = new SessionTape(host, {
      onNews: () => {
        this.batch.request();
      },
      onEnd: () => {
        if (this.tape !== tape) return;
        this.#endTape(tape);
        this.#say(`Another task or config came: recorded ${this.#size}.`);
      },
    });
    this.tape = tape;
    this.#say('Recording.');
  }

  async #replay(
    host: AnnotationHostElement,
    recording: SessionRecording,
  ): Promise<void> {
    const obstacle = replayObstacle(host, recording);
    this.isElsewhere = obstacle !== '';
    this.#say(obstacle || 'Replaying.', obstacle !== '');
    if (obstacle) return;
    const run = new ReplayRun(host, recording, {
      speed: Number(this.speed),
      arePluginsAnew: this.arePluginsAnew,
      onNews: () => {
        this.batch.request();
      },
    });
    this.run = run;
    await run.start();
    this.#follow(run);
  }

  async #goOn(run: ReplayRun, work: () => Promise<void>): Promise<void> {
    await work();
    this.#follow(run);
  }

  /** Says where a replay is, once it has ended or waits. */
  #follow(run: ReplayRun): void {
    if (run !== this.run) return;
    const {outcome, status, position} = run;
    const entry = this.recording?.entries[position - 1];
    if (status === 'waiting') {
      this.chosen = entry ?? null;
      this.list?.reveal(entry ?? this.recording?.entries[0]);
      this.#say(entry ? entryName(entry) : 'As it was when recording began.');
    }
    if (!outcome) return;
    if (outcome.isSame) this.#say('Replayed: the result is as recorded.');
    else this.#say('Replayed: the result is not as recorded.', true);
  }

  readonly #onRecord = (): void => {
    const {host, tape} = this;
    if (tape) this.#endTape(tape);
    else if (host) this.#startTape(host);
  };

  readonly #onReplay = (): void => {
    const {host, recording} = this;
    if (host && recording) void this.#replay(host, recording);
  };

  readonly #onStop = (): void => {
    this.run?.stop();
    this.#say('Stopped.');
  };

  readonly #onPutBack = async (): Promise<void> => {
    const {run, shownBefore} = this;
    this.run = null;
    if (run) {
      await run.putBack();
    } else {
      this.shownBefore = null;
      await shownBefore?.();
      /** @internal */
      this.dispatchEvent(new HostShowEvent(true));
    }
    this.#say('What was there before is there again.');
  };

  readonly #onShowTask = async (): Promise<void> => {
    const {host, recording} = this;
    if (!host || !recording) return;
    this.isElsewhere = false;
    const putBack = await showRecorded(host, recording);
    this.shownBefore ??= putBack;
    /** @internal */
    this.dispatchEvent(new HostShowEvent(false));
    this.#say('Its task and config are on display.');
  };

  readonly #onChoose = ({record}: RecordChooseEvent): void => {
    this.chosen = record as RecordedEntry;
  };

  readonly #onExport = (): void => {
    const {recording} = this;
    if (!recording) return;
    const json = JSON.stringify(recording, null, 2);
    saveFile(FILE_NAME, new Blob([json], {type: 'application/json'}));
  };
}

function renderEntry(entry: RecordedEntry): TemplateResult {
  return html`
    <span class="main">${entryName(entry)}</span>
    <span class="more">${entryDetails(entry)}</span>
    <span class="figure">${entryKind(entry)}</span>
    <span class="figure">${(entry.atMs / 1000).toFixed(1)} s</span>
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'ls-session-recorder': SessionRecorderElement;
  }
}
