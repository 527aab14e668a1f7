import {html} from 'lit';
import type {TemplateResult} from 'lit';

import {renderFileButton} from '../shared/render-file-button.js';

/** Speeds to choose from, as `ReplayRun` takes them. */
const SPEEDS: readonly (readonly [string, string])[] = [
  ['Infinity', 'At once'],
  ['10', '10 times as fast'],
  ['1', 'As fast as recorded'],
  ['0', 'Step by step'],
];

/** What {@link renderRecorderBar} shows. */
export interface RecorderBarOptions {
  /** True while something is recorded. */
  readonly isRecording: boolean;
  /** True while something is replayed, or waits for a step. */
  readonly isReplaying: boolean;
  /** True when there is something to replay. */
  readonly isRecorded: boolean;
  /** The chosen speed. */
  readonly speed: string;
  /** Whether plugins make their changes anew in a replay. */
  readonly arePluginsAnew: boolean;
  /** Begins or ends a recording. */
  readonly onRecord: () => void;
  /** Begins or ends a replay. */
  readonly onReplay: () => void;
  /** Called with the speed that somebody has chosen. */
  readonly onSpeed: (speed: string) => void;
  /** Called with what somebody has set of plugins. */
  readonly onPlugins: (areAnew: boolean) => void;
  /** Saves the recording as a file. */
  readonly onExport: () => void;
  /** Called with the file that somebody has chosen. */
  readonly onFile: (file: File) => void;
}

/** Returns the bar of the recorder: what records, and what replays, and how. */
export function renderRecorderBar(options: RecorderBarOptions): TemplateResult {
  const {isRecording, isReplaying, isRecorded, onRecord, onReplay} = options;
  return html`
    <div class="bar" role="group" aria-label="Session">
      <button
        class="button"
        type="button"
        aria-pressed=${isRecording}
        ?disabled=${isReplaying}
        @click=${onRecord}
      >
        ${isRecording ? 'Stop recording' : 'Record'}
      </button>
      <button
        class="button primary"
        type="button"
        ?disabled=${!isRecorded || isRecording}
        @click=${onReplay}
      >
        ${isReplaying ? 'Stop replay' : 'Replay'}
      </button>
      ${renderOptions(options)} ${renderFiles(options)}
      <slot name="options"></slot>
    </div>
  `;
}

function renderOptions({
  isReplaying,
  speed,
  arePluginsAnew,
  onSpeed,
  onPlugins,
}: RecorderBarOptions): TemplateResult {
  return html`
    <select
      aria-label="Speed of the replay"
      ?disabled=${isReplaying}
      @change=${({currentTarget}: Event) => {
        onSpeed((currentTarget as HTMLSelectElement).value);
      }}
    >
      ${SPEEDS.map(
        ([value, label]) =>
          html`<option value=${value} ?selected=${value === speed}>
            ${label}
          </option>`,
      )}
    </select>
    <label class="check">
      <input
        type="checkbox"
        .checked=${arePluginsAnew}
        ?disabled=${isReplaying}
        @change=${({currentTarget}: Event) => {
          onPlugins((currentTarget as HTMLInputElement).checked);
        }}
      />
      Plugins act anew
    </label>
  `;
}

function renderFiles({
  isRecording,
  isReplaying,
  isRecorded,
  onExport,
  onFile,
}: RecorderBarOptions): TemplateResult {
  return html`
    <button
      class="button"
      type="button"
      ?disabled=${!isRecorded}
      @click=${onExport}
    >
      Export
    </button>
    ${renderFileButton({
      label: 'Import',
      inputLabel: 'Recorded session',
      accept: '.json,application/json',
      isDisabled: isReplaying || isRecording,
      onFiles: ([file]) => {
        if (file) onFile(file);
      },
    })}
  `;
}
