import {html, LitElement} from 'lit';
import type {PropertyValues, TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';

import type {Disposer} from '@ls-annotation/core';
import type {AnnotationHostElement} from '@ls-annotation/elements';
import {baseStyles, buttonStyles, ensureTokens} from '@ls-annotation/elements';

import type {CodeEditorElement} from '../code-editor/code-editor.js';
import type {Problem} from '../problems/problem.js';
import type {HostShowEvent} from '../recording/host-show-event.js';
import {barStyles} from '../shared/bar.styles.js';
import {fieldStyles} from '../shared/field.styles.js';
import {HostLink} from '../shared/host-link.js';
import type {PlaceChooseEvent} from '../shared/place-events.js';
import {saveFile} from '../shared/save-file.js';
import {tabsStyles} from '../shared/tabs.styles.js';
import type {TabMemory} from '../shared/tab-memory.js';
import {Visibility} from '../shared/visibility.js';

import {DraftDesk} from './draft-desk.js';
import {packDraft, readDraftFiles} from './draft-files.js';
import {brokenEditor} from './draft-problems.js';
import type {EditorName} from './draft-problems.js';
import {FailureNotes} from './failure-notes.js';
import {pluginElements, readDraft, shownTexts} from './host-plugin.js';
import type {ShownTexts} from './host-plugin.js';
import {renderBar} from './panel-bar.js';
import {editorLabel, renderEditors} from './panel-editors.js';
import {panelGestures} from './panel-gestures.js';
import {optionsMemory} from './panel-options.js';
import type {PanelOptions} from './panel-options.js';
import {PanelRunner} from './panel-runner.js';
import {PanelStatus} from './panel-status.js';
import {PANEL_TOOLS, renderTools} from './panel-tools.js';
import type {ToolParts} from './panel-tools.js';
import type {PluginDraft} from './plugin-draft.js';
import {pluginPanelStyles} from './plugin-panel.styles.js';

const ZIP_TYPE = 'application/zip';

/** A way back to other texts: what it is called, and what is said then. */
interface Undo {
  readonly label: string;
  readonly words: string;
}

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
  private editor: EditorName = 'script';

  @state()
  private tool = PANEL_TOOLS[0].id;

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
  readonly #desk = new DraftDesk(this, () => this.host?.nonce ?? '');
  readonly #failures = new FailureNotes(this, () => this.#draft.script);
  readonly #status = new PanelStatus(this);
  readonly #opened = new Set([PANEL_TOOLS[0].id]);
  readonly #visibility = new Visibility(this);
  #stopWatching: Disposer = () => undefined;
  #options: TabMemory<PanelOptions> | null = null;
  /** What was in the editors before a tool had the host show something. */
  #beforeShow: ShownTexts | null = null;
  #attaching: Promise<void> = Promise.resolve();

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
    return this.#bring('Runs', (runner) => runner.run(this.#draft));
  }

  /**
   * Starts over with what is in the editors: the annotations are those of the
   * sample task again.
   *
   * @returns False when a text has an error in it; nothing is changed then.
   */
  async reload(): Promise<boolean> {
    return this.#bring('Started over', (runner) => runner.reload(this.#draft));
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
    this.#stopWatching();
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
        @keydown=${this.#gestures.keydown}
        @dragover=${this.#gestures.dragover}
        @drop=${this.#gestures.drop}
      >
        ${renderBar({
          draft: this.#draft,
          status: this.#status,
          onRun: this.#onRun,
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
        ${renderEditors({
          draft: this.#draft,
          chosen: this.editor,
          problemsOf: (id) => this.#problemsOf(id),
          onChoose: this.#onChooseEditor,
          onInput: this.#onInput,
        })}
        ${this.#renderTools(this.runner)}
      </div>
    `;
  }

  #renderTools(runner: PanelRunner): TemplateResult {
    const parts: ToolParts = {
      host: runner.host,
      runner,
      draft: this.#draft,
      recording: this.keepRecording || this.#visibility.isVisible,
      failureCount: this.#failures.count,
      keepRecording: this.keepRecording,
      onKeepRecording: this.#onKeepRecording,
    };
    return html`
      <section
        class="side"
        aria-label="Tools"
        @ls-place-choose=${this.#onPlace}
        @ls-host-show=${this.#onHostShow}
      >
        ${renderTools(parts, {
          chosen: this.tool,
          opened: this.#opened,
          onChoose: this.#onChooseTool,
        })}
      </section>
    `;
  }

  get #draft(): PluginDraft {
    return this.#desk.draft;
  }

  #problemsOf(id: EditorName): readonly Problem[] {
    const problems = this.#desk.problems[id];
    return id === 'script'
      ? [...problems, ...this.#failures.problems]
      : problems;
  }

  async #attach(host: AnnotationHostElement | null): Promise<void> {
    this.#stopWatching();
    this.runner = null;
    if (!host) return;
    await host.displayed;
    const [element = null] = pluginElements(host);
    const given = await readDraft(host, element);
    if (host !== this.host) return;
    const runner = new PanelRunner(host, element, given);
    this.runner = runner;
    this.#options = optionsMemory(host.id);
    const options = this.#options.read();
    if (options) this.keepRecording = options.keepRecording;
    this.#recall(given, host.id);
    this.#stopWatching = this.#failures.watch(host, runner);
    await this.#desk.check();
  }

  /** Brings back what was not saved when the page was loaded again. */
  #recall(given: PluginDraft, hostId: string): void {
    this.#beforeShow = null;
    const isKept = this.#desk.open(given, hostId);
    if (!isKept) {
      this.#status.say('');
      return;
    }
    this.#offerBack('Your unsaved draft is back.', given, {
      label: 'Use the page’s',
      words: 'This is what the page has.',
    });
  }

  async #bring(
    done: string,
    work: (runner: PanelRunner) => Promise<void>,
  ): Promise<boolean> {
    const {runner} = this;
    if (!runner) return false;
    const broken = brokenEditor(await this.#desk.check());
    if (broken) {
      this.editor = broken;
      const where = editorLabel(broken);
      this.#status.say(`Not run: there is an error in “${where}”.`, true);
      return false;
    }
    this.#failures.clear();
    this.#status.say('Running …');
    await work(runner);
    // They have been set.
    if (this.#draft.settings !== '') this.#desk.change({settings: ''});
    const isFailed = this.#failures.count > 0;
    this.#status.say(
      isFailed ? `${done}, with a failure.` : `${done}.`,
      isFailed,
    );
    return true;
  }

  /** Takes what is in files into the editors; nothing runs of it yet. */
  async #import(files: readonly File[]): Promise<void> {
    const read = await readDraftFiles(files);
    if (!read.ok) {
      this.#status.say(`Nothing imported. ${read.message}`, true);
      return;
    }
    this.#replace(read.texts, `Imported ${read.names}.`, {
      label: 'Undo import',
      words: 'The import is undone.',
    });
  }

  /** Puts other texts into the editors, with a way back. */
  #replace(part: Partial<PluginDraft>, words: string, undo: Undo): void {
    const draft = this.#draft;
    this.#desk.change(part);
    this.#offerBack(words, draft, undo);
  }

  /** Says something, and offers to have other texts in the editors. */
  #offerBack(words: string, draft: PluginDraft, undo: Undo): void {
    this.#status.offer(words, {
      label: undo.label,
      onPress: () => {
        this.#desk.change(draft);
        this.#status.say(undo.words);
      },
    });
  }

  readonly #onOptions = (options: Partial<PluginDraft>): void => {
    this.#desk.change(options);
  };

  readonly #onExport = (): void => {
    const name = this.runner?.pluginName ?? 'plugin';
    const settings = this.#draft.settings || (this.runner?.settings ?? '');
    const bytes = packDraft({...this.#draft, settings});
    saveFile(`${name}.zip`, new Blob([bytes.slice()], {type: ZIP_TYPE}));
    this.#status.say(`Exported ${name}.zip.`);
  };

  readonly #onChooseEditor = (id: EditorName): void => {
    this.editor = id;
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

  /** The editors follow; what was in them can be had back. */
  readonly #onHostShow = ({isBack}: HostShowEvent): void => {
    const {host, runner} = this;
    if (!host || !runner) return;
    const shown = shownTexts(host);
    runner.noteShown(shown);
    const {config, task} = this.#draft;
    const part = isBack ? (this.#beforeShow ?? shown) : shown;
    this.#beforeShow = isBack ? null : (this.#beforeShow ?? {config, task});
    if (part.config === config && part.task === task) return;
    this.#replace(part, 'Config and task are those on display.', {
      label: 'Undo in the editors',
      words: 'The editors have what they had; Run shows it.',
    });
  };

  readonly #onKeepRecording = (keepRecording: boolean): void => {
    this.keepRecording = keepRecording;
    this.#options?.write({keepRecording});
  };

  readonly #onInput = (id: EditorName, text: string): void => {
    if (id === 'script') this.#failures.forgetPlaces();
    this.#status.keep();
    this.#desk.change({[id]: text});
  };

  readonly #onRun = (): void => {
    void this.run();
  };

  readonly #onFiles = (files: readonly File[]): void => {
    void this.#import(files);
  };

  readonly #gestures = panelGestures({
    onRun: this.#onRun,
    onFiles: this.#onFiles,
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'ls-plugin-panel': PluginPanelElement;
  }
}
