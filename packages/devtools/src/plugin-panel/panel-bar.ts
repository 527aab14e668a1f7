import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';

import type {PluginKind} from '@ls-annotation/plugins';

import {renderFileButton} from '../shared/render-file-button.js';

import type {PanelStatus} from './panel-status.js';
import type {PluginDraft} from './plugin-draft.js';

/** What {@link renderBar} shows. */
export interface BarOptions {
  /** What is in the editors. */
  readonly draft: PluginDraft;
  /** How the last action went, and a way back from it. */
  readonly status: PanelStatus;
  /** Runs the draft. */
  readonly onRun: () => void;
  /** Shows another annotation. */
  readonly onStep: () => void;
  /** Starts over. */
  readonly onReload: () => void;
  /** Called with what somebody has set. */
  readonly onChange: (options: Partial<PluginDraft>) => void;
  /** Called with the files that somebody has chosen. */
  readonly onFiles: (files: readonly File[]) => void;
  /** Saves the draft as a file. */
  readonly onExport: () => void;
}

/** Returns the bar of the panel: what runs the draft, and how. */
export function renderBar(options: BarOptions): TemplateResult {
  const {onRun, onStep, onReload} = options;
  return html`
    <div class="bar" part="bar" role="group" aria-label="Run">
      <button
        class="button primary"
        type="button"
        title="Run on the annotation on display (Ctrl+Enter)"
        aria-keyshortcuts="Control+Enter Meta+Enter"
        @click=${onRun}
      >
        Run
      </button>
      <button
        class="button"
        type="button"
        title="Show another annotation; the plugin runs on it"
        @click=${onStep}
      >
        Next annotation
      </button>
      <button
        class="button"
        type="button"
        title="Start over with the annotations of the sample task"
        @click=${onReload}
      >
        Start over
      </button>
      ${renderOptions(options)} ${renderFiles(options)} ${renderStatus(options)}
    </div>
  `;
}

function renderStatus({
  status: {words, isAlarm, back},
}: BarOptions): TemplateResult {
  return html`
    <p class="status ${isAlarm ? 'alarm' : ''}" role="status">${words}</p>
    ${
      back
        ? html`<button class="button" type="button" @click=${back.onPress}>
            ${back.label}
          </button>`
        : nothing
    }
  `;
}

function renderOptions({draft, onChange}: BarOptions): TemplateResult {
  const {kind, sandbox, permissions} = draft;
  return html`
    <select
      aria-label="Kind of plugin"
      .value=${kind}
      @change=${({currentTarget}: Event) => {
        const {value} = currentTarget as HTMLSelectElement;
        onChange({kind: value as PluginKind});
      }}
    >
      <option value="script" ?selected=${kind === 'script'}>Script</option>
      <option value="module" ?selected=${kind === 'module'}>Module</option>
    </select>
    <label class="check">
      <input
        type="checkbox"
        .checked=${sandbox}
        @change=${({currentTarget}: Event) => {
          onChange({sandbox: (currentTarget as HTMLInputElement).checked});
        }}
      />
      Sandbox
    </label>
    ${
      sandbox
        ? html`<input
            class="permissions"
            type="text"
            dir="ltr"
            aria-label="Permissions in the sandbox"
            placeholder="write:own modal …"
            .value=${permissions}
            @input=${({currentTarget}: Event) => {
              onChange({
                permissions: (currentTarget as HTMLInputElement).value,
              });
            }}
          />`
        : nothing
    }
  `;
}

function renderFiles({onFiles, onExport}: BarOptions): TemplateResult {
  return html`
    ${renderFileButton({
      label: 'Import',
      inputLabel: 'Files to import',
      title:
        'From a zip archive, or plugin.js, view.xml, data.json and plugin.json; or drop them here',
      accept: '.zip,.js,.mjs,.xml,.json',
      isMultiple: true,
      onFiles,
    })}
    <button
      class="button"
      type="button"
      title="Save plugin.js, view.xml, data.json and plugin.json as a zip archive"
      @click=${onExport}
    >
      Export
    </button>
  `;
}
