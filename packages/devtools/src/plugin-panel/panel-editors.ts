import {html} from 'lit';
import type {TemplateResult} from 'lit';

import type {CodeEditorElement} from '../code-editor/code-editor.js';
import type {CodeLanguage} from '../code-editor/editor-setup.js';
import type {Problem} from '../problems/problem.js';
import {renderTabs} from '../shared/tabs.js';

import {EDITORS} from './draft-problems.js';
import type {EditorName} from './draft-problems.js';
import type {PluginDraft} from './plugin-draft.js';

const PARTS: Readonly<
  Record<EditorName, {readonly label: string; readonly language: CodeLanguage}>
> = {
  script: {label: 'Script', language: 'javascript'},
  config: {label: 'Labeling config', language: 'xml'},
  task: {label: 'Sample task', language: 'json'},
};

/** What {@link renderEditors} shows. */
export interface EditorsOptions {
  /** What is in the editors. */
  readonly draft: PluginDraft;
  /** The editor that is shown. */
  readonly chosen: EditorName;
  /** Returns what is marked in an editor. */
  readonly problemsOf: (name: EditorName) => readonly Problem[];
  /** Called with the editor that somebody chooses. */
  readonly onChoose: (name: EditorName) => void;
  /** Called with the text that somebody has typed into an editor. */
  readonly onInput: (name: EditorName, text: string) => void;
}

/** Returns what an editor is called. */
export function editorLabel(name: EditorName): string {
  return PARTS[name].label;
}

/** Returns the editors, one of which is shown, with their tabs. */
export function renderEditors(options: EditorsOptions): TemplateResult {
  const {chosen, problemsOf, onChoose} = options;
  return html`
    <section class="side" aria-label="Editors">
      ${renderTabs({
        label: 'Editors',
        chosen,
        tabs: EDITORS.map((id) => ({
          id,
          label: editorLabel(id),
          count: problemsOf(id).length,
          isAlarm: true,
        })),
        onChoose: (id) => {
          onChoose(id as EditorName);
        },
      })}
      ${EDITORS.map((name) => renderEditor(name, options))}
    </section>
  `;
}

function renderEditor(
  name: EditorName,
  {draft, chosen, problemsOf, onInput}: EditorsOptions,
): TemplateResult {
  const {label, language} = PARTS[name];
  return html`
    <div
      class="content"
      role="tabpanel"
      id="panel-${name}"
      aria-labelledby="tab-${name}"
      ?hidden=${name !== chosen}
    >
      <ls-code-editor
        data-editor=${name}
        label=${label}
        language=${language}
        .value=${draft[name]}
        .problems=${problemsOf(name)}
        @ls-code-input=${({currentTarget}: Event) => {
          onInput(name, (currentTarget as CodeEditorElement).value);
        }}
      ></ls-code-editor>
    </div>
  `;
}
