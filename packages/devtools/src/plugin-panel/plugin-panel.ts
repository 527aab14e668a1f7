import {html, LitElement, nothing} from 'lit';
import type {PropertyValues, TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import type {Subscription} from 'rxjs';

import type {AnnotationHostElement} from '@ls-annotation/elements';
import {baseStyles, buttonStyles, ensureTokens} from '@ls-annotation/elements';
import type {PluginError} from '@ls-annotation/plugins';

import type {CodeEditorElement} from '../code-editor/code-editor.js';
import type {CodeLanguage} from '../code-editor/editor-setup.js';
import type {Problem} from '../problems/problem.js';
import {failureProblem} from '../problems/script-problems.js';
import {barStyles} from '../shared/bar.styles.js';
import {fieldStyles} from '../shared/field.styles.js';
import {HostLink} from '../shared/host-link.js';
import type {PlaceChooseEvent} from '../shared/place-events.js';
import {tabsStyles} from '../shared/tabs.styles.js';
import {renderTabs} from '../shared/tabs.js';
import {Visibility} from '../shared/visibility.js';

import {DraftMemory, isSameDraft} from './draft-memory.js';
import {packDraft, readDraftFiles} from './draft-files.js';
import {
  brokenEditor,
  draftProblems,
  EDITORS,
  NO_PROBLEMS,
} from './draft-problems.js';
import type {DraftProblems, EditorName} from './draft-problems.js';
import {pluginElements, readDraft} from './host-plugin.js';
import {renderBar} from './panel-bar.js';
import type {WayBack} from './panel-bar.js';
import {PanelRunner} from './panel-runner.js';
import {PANEL_TOOLS} from './panel-tools.js';
import type {ToolParts} from './panel-tools.js';
import {EMPTY_DRAFT} from './plugin-draft.js';
import type {PluginDraft} from './plugin-draft.js';
import {pluginPanelStyles} from './plugin-panel.styles.js';
import {saveFile} from './save-file.js';

/** How long somebody must have stopped typing before it is checked. */
const CHECK_DELAY_MS = 250;

const EDITOR_PARTS: Readonly<
  Record<EditorName, {readonly label: string; readonly language: CodeLanguage}>
> = {
  script: {label: 'Script', language: 'javascript'},
  config: {label: 'Labeling config', language: 'xml'},
  task: {label: 'Sample task', language: 'json'},
};

/**
 * Where plugins are written and tried: editors for the script, the labeling
 * config and a sample task beside what the host does with them.
 *
 * It works on the host that `for` names, or on the one around it, and on the
 * first `<ls-plugin>` there; without one it makes one. Ctrl+Enter (on a Mac
 * Command+Enter) runs what is in the editors: the annotation on display stays
 * as it is, and a text with an error in it is not used. What is in the editors
 * survives a reload of the page, leaves as a zip archive, and comes from one,
 * or from files, chosen or dropped on the panel. The panel stands
 * where it is put; wide it shows editors and tools side by side, narrow one
 * above the other.
 *
 * @summary A place to write, run and debug plugins.
 * @since 0.1.0
 *
 * @csspart bar - The buttons at the top.
 * @csspart tabs - A row of tabs.
 * @csspart tab - One tab.
 *
 * @cssproperty [--ls-plugin-panel-block-size=32rem] - Height of the panel; 44rem where it is narrow.
 */
export class PluginPanelElement extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    barStyles,
    tabsStyles,
    pluginPanelStyles,
  ];

  /** Id of the host; without it, the host around the panel. */
  @property({reflect: true})
  for = '';

  /** Has events and logs recorded while nobody can see the panel, too. */
  @property({type: Boolean, attribute: 'keep-recording'})
  keepRecording = false;

  @state()
  private draft: PluginDraft = EMPTY_DRAFT;

  @state()
  private problems: DraftProblems = NO_PROBLEMS;

  @state()
  private failures: readonly Problem[] = [];

  @state()
  private failureCount = 0;

  @state()
  private editor: EditorName = 'script';

  @state()
  private tool = PANEL_TOOLS[0].id;

  @state()
  private status = '';

  @state()
  private isAlarm = false;

  @state()
  private back: WayBack | null = null;

  @state()
  private runner: PanelRunner | null = null;

  @query('[data-editor="script"]')
  private readonly scriptEditor!: CodeEditorElement | null;

  readonly #link = new HostLink(
    this,
    () => this.for,
    (host) => {
      this.#attaching = this.#attach(host);
    },
  );
  readonly #opened = new Set([PANEL_TOOLS[0].id]);
  readonly #visibility = new Visibility(this);
  #subscriptions: Subscription[] = [];
  #memory: DraftMemory | null = null;
  #given = EMPTY_DRAFT;
  #attaching: Promise<void> = Promise.resolve();
  #checkTimer: ReturnType<typeof setTimeout> | undefined;

  /** The host that is worked on, or `null` while there is none. */
  get host(): AnnotationHostElement | null {
    return this.#link.host;
  }

  /** Settles when the host, if there is one, has been read. Never rejects. */
  get ready(): Promise<void> {
    return this.#attaching;
  }

  /**
   * Runs what is in the editors on the annotation on display.
   *
   * @returns False when a text has an error in it; nothing is changed then.
   */
  async run(): Promise<boolean> {
    return this.#bring('Runs', (runner) => runner.run(this.draft));
  }

  /**
   * Starts over with what is in the editors: the annotations are those of the
   * sample task again.
   *
   * @returns False when a text has an error in it; nothing is changed then.
   */
  async reload(): Promise<boolean> {
    return this.#bring('Started over', (runner) => runner.reload(this.draft));
  }

  /** Shows the next annotation; makes one where there is no other. */
  async step(): Promise<void> {
    await this.runner?.step();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    ensureTokens(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#checkTimer);
    this.#letGo();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('for') && this.hasUpdated) this.#link.look();
  }

  protected override render(): TemplateResult {
    if (!this.runner) {
      return html`<p class="lost" role="status">
        ${
          this.for
            ? `There is no annotation host with the id “${this.for}” yet.`
            : 'There is no annotation host around this panel.'
        }
      </p>`;
    }
    return html`
      <div
        class="panel"
        @keydown=${this.#keys}
        @dragover=${this.#onDragOver}
        @drop=${this.#onDrop}
      >
        ${renderBar({
          draft: this.draft,
          status: this.status,
          isAlarm: this.isAlarm,
          back: this.back,
          onRun: () => {
            void this.run();
          },
          onStep: () => {
            void this.step();
          },
          onReload: () => {
            void this.reload();
          },
          onChange: this.#onOptions,
          onFiles: this.#onFiles,
          onExport: this.#onExport,
        })}
        <section class="side" aria-label="Editors">
          ${renderTabs({
            label: 'Editors',
            chosen: this.editor,
            tabs: EDITORS.map((id) => ({
              id,
              label: EDITOR_PARTS[id].label,
              count: this.#problemsOf(id).length,
              isAlarm: true,
            })),
            onChoose: this.#onChoose,
          })}
          ${EDITORS.map((id) => this.#renderEditor(id))}
        </section>
        ${this.#renderTools(this.runner)}
      </div>
    `;
  }

  #renderEditor(id: EditorName): TemplateResult {
    const {label, language} = EDITOR_PARTS[id];
    return html`
      <div
        class="content"
        role="tabpanel"
        id="panel-${id}"
        aria-labelledby="tab-${id}"
        ?hidden=${id !== this.editor}
      >
        <ls-code-editor
          data-editor=${id}
          label=${label}
          language=${language}
          .value=${this.draft[id]}
          .problems=${this.#problemsOf(id)}
          @ls-code-input=${this.#onInput}
        ></ls-code-editor>
      </div>
    `;
  }

  #renderTools(runner: PanelRunner): TemplateResult {
    const parts: ToolParts = {
      host: runner.host,
      runner,
      draft: this.draft,
      recording: this.keepRecording || this.#visibility.isVisible,
      failureCount: this.failureCount,
    };
    return html`
      <section
        class="side"
        aria-label="Tools"
        @ls-place-choose=${this.#onPlace}
      >
        ${renderTabs({
          label: 'Tools',
          chosen: this.tool,
          tabs: PANEL_TOOLS.map(({id, label, alarms}) => ({
            id,
            label,
            count: alarms?.(parts) ?? 0,
            isAlarm: true,
          })),
          onChoose: this.#onChooseTool,
        })}
        ${PANEL_TOOLS.map(
          ({id, startsAtOnce = false, render}) => html`
            <div
              class="content"
              role="tabpanel"
              id="panel-${id}"
              aria-labelledby="tab-${id}"
              ?hidden=${id !== this.tool}
            >
              ${startsAtOnce || this.#opened.has(id) ? render(parts) : nothing}
            </div>
          `,
        )}
      </section>
    `;
  }

  #problemsOf(id: EditorName): readonly Problem[] {
    const problems = this.problems[id];
    return id === 'script' ? [...problems, ...this.failures] : problems;
  }

  async #attach(host: AnnotationHostElement | null): Promise<void> {
    this.#letGo();
    this.runner = null;
    this.failures = [];
    this.failureCount = 0;
    if (!host) return;
    await host.displayed;
    const [element = null] = pluginElements(host);
    const draft = await readDraft(host, element);
    if (host !== this.host) return;
    this.runner = new PanelRunner(host, element, draft);
    this.#memory = new DraftMemory(host.id);
    this.#given = draft;
    this.#recall(draft);
    this.#subscriptions = [
      host.pluginRuntime.errors$.subscribe(this.#onFailure),
    ];
    host.pluginRuntime.failures.forEach(this.#onFailure);
    await this.#check();
  }

  /** Brings back what was not saved when the page was loaded again. */
  #recall(given: PluginDraft): void {
    const kept = this.#memory?.read() ?? null;
    this.draft = kept ?? given;
    this.#say('');
    if (!kept || isSameDraft(kept, given)) return;
    this.#say('Your unsaved draft is back.');
    this.back = {
      label: 'Use the page’s',
      onPress: () => {
        this.#change(given);
        this.#say('This is what the page has.');
      },
    };
  }

  #keep(): void {
    const {draft} = this;
    this.#memory?.write(isSameDraft(draft, this.#given) ? null : draft);
  }

  #letGo(): void {
    for (const subscription of this.#subscriptions) subscription.unsubscribe();
    this.#subscriptions = [];
  }

  async #bring(
    done: string,
    work: (runner: PanelRunner) => Promise<void>,
  ): Promise<boolean> {
    const {runner} = this;
    if (!runner) return false;
    await this.#check();
    const broken = brokenEditor(this.problems);
    if (broken) {
      this.editor = broken;
      const {label} = EDITOR_PARTS[broken];
      this.#say(`Not run: there is an error in “${label}”.`, true);
      return false;
    }
    this.failures = [];
    this.failureCount = 0;
    await work(runner);
    this.status =
      this.failureCount > 0 ? `${done}, with a failure.` : `${done}.`;
    return true;
  }

  /** Takes what is in files into the editors; nothing runs of it yet. */
  async #import(files: readonly File[]): Promise<void> {
    const read = await readDraftFiles(files);
    if (!read.ok) {
      this.#say(`Nothing imported. ${read.message}`, true);
      return;
    }
    const {draft} = this;
    this.#change(read.texts);
    this.#say(`Imported ${read.names}.`);
    this.back = {
      label: 'Undo import',
      onPress: () => {
        this.#change(draft);
        this.#say('The import is undone.');
      },
    };
  }

  #say(words: string, isAlarm = false): void {
    this.status = words;
    this.isAlarm = isAlarm;
    this.back = null;
  }

  async #check(): Promise<void> {
    clearTimeout(this.#checkTimer);
    const {draft} = this;
    const problems = await draftProblems(draft, this.host?.nonce ?? '');
    if (draft === this.draft) this.problems = problems;
  }

  #change(part: Partial<PluginDraft>): void {
    this.draft = {...this.draft, ...part};
    this.#keep();
    clearTimeout(this.#checkTimer);
    this.#checkTimer = setTimeout(() => {
      void this.#check();
    }, CHECK_DELAY_MS);
  }

  readonly #onFailure = (error: PluginError): void => {
    const {runner} = this;
    if (error.pluginId !== runner?.pluginName) return;
    this.failureCount += 1;
    const {script} = this.draft;
    // A place in another text than the one in the editor says nothing.
    if (runner.textOf(error.source) !== script) return;
    const problem = failureProblem(script, error, runner.placeOf);
    if (problem) this.failures = [...this.failures.slice(-19), problem];
  };

  /** Before an editor gets them. */
  readonly #keys = {
    capture: true,
    handleEvent: (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopPropagation();
      void this.run();
    },
  };

  readonly #onOptions = (options: Partial<PluginDraft>): void => {
    this.#change(options);
  };

  readonly #onExport = (): void => {
    const name = this.runner?.pluginName ?? 'plugin';
    saveFile(`${name}.zip`, packDraft(this.draft));
    this.#say(`Exported ${name}.zip.`);
  };

  readonly #onChoose = (id: string): void => {
    this.editor = id as EditorName;
  };

  readonly #onChooseTool = (id: string): void => {
    this.#opened.add(id);
    this.tool = id;
  };

  readonly #onPlace = ({position}: PlaceChooseEvent): void => {
    this.editor = 'script';
    void this.updateComplete.then(() => {
      this.scriptEditor?.goTo(position.line, position.column);
    });
  };

  readonly #onInput = (event: Event): void => {
    const editor = event.currentTarget as CodeEditorElement;
    const id = editor.dataset.editor as EditorName;
    if (id === 'script') this.failures = [];
    this.back = null;
    this.#change({[id]: editor.value});
  };

  readonly #onFiles = (files: readonly File[]): void => {
    void this.#import(files);
  };

  readonly #onDragOver = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };

  /** Before an editor gets them, which would put their text in. */
  readonly #onDrop = {
    capture: true,
    handleEvent: (event: DragEvent): void => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      event.stopPropagation();
      void this.#import(files);
    },
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ls-plugin-panel': PluginPanelElement;
  }
}
