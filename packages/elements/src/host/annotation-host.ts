import {LitElement} from 'lit';
import type {PropertyValues, TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import type {Observable} from 'rxjs';

import type {
  AnnotationStore,
  ResultJson,
  Task,
  User,
} from '@ls-annotation/core';
import type {
  AnnotationScope,
  AnnotationView,
  FrontendEvents,
  HistoryItem,
  LabelingSession,
  LabelingSettings,
  LSI,
  ModalType,
  Project,
  RootStore,
} from '@ls-annotation/lsi';
import type {OperatorRegistry} from '@ls-annotation/operators';
import {LOCAL_SETTINGS} from '@ls-annotation/plugins';
import type {
  PluginRuntime,
  PluginSource,
  SettingsStorage,
} from '@ls-annotation/plugins';

import {contributionsStyles} from '../contributions/contributions.styles.js';
import type {HotkeyRegistry} from '../hotkeys/hotkey-registry.js';
import {baseStyles} from '../styles/base.styles.js';
import {buttonStyles} from '../styles/button.styles.js';
import {tokens} from '../styles/tokens.js';
import {tooltipStyles} from '../styles/tooltip.styles.js';
import type {SurfaceRegistry} from '../surfaces/surface-registry.js';

import {annotationHostStyles} from './annotation-host.styles.js';
import {HostContexts} from './host-contexts.js';
import {HostEngine} from './host-engine.js';
import {readConfig} from './host-inputs.js';
import type {InputError} from './input.js';
import {toTask} from './read-task-text.js';
import {renderHost} from './render-host.js';
import type {HostHandlers} from './render-host.js';
import {TabNames} from './tab-names.js';
import {takeOverProperties} from './take-over-properties.js';

/**
 * Shows a task through a Label Studio labeling config, lets a person annotate
 * it, and runs plugins and operators.
 *
 * The labeling interface is a light DOM child, so that plugins find it through
 * `document`; everything around it is shadow DOM. Config and task come from
 * properties, from addresses, or from inline children; plugins from
 * `<ls-plugin>` children and from `plugins`. The element may be moved: the
 * display closes and opens again, and what was annotated stays.
 *
 * Every frontend event leaves the element as a DOM event, see
 * `change-events.ts`; the ones listed here are those most often needed.
 *
 * @summary A task, a labeling config, and plugins, on any page.
 * @since 0.1.0
 *
 * @slot - What is not shown: plugins, operator sources, inline data.
 * @slot toolbar - Beside the buttons that save.
 * @slot before - Above the labeling interface.
 * @slot labeling - The labeling interface; filled by the host itself.
 * @slot after - Below the labeling interface.
 * @slot panel - In the side panel, below the regions.
 * @slot status - At the bottom.
 * @slot plugin-panel-… - What a plugin shows in the side panel; filled by the host itself.
 * @slot operator - Dialogs of operators; filled by the host itself.
 * @slot user-… - Who made an annotation, on its tab; filled by the host itself.
 *
 * @fires {AnnotationSelectEvent} ls-annotation-select - Fired when an annotation comes on display. Bubbles, composed, not cancelable.
 * @fires {AnnotationSubmitEvent} ls-annotation-submit - Fired when a new annotation is to be saved. Bubbles, composed, not cancelable.
 * @fires {AnnotationUpdateEvent} ls-annotation-update - Fired when a known annotation is to be saved. Bubbles, composed, not cancelable.
 * @fires {BeforeAnnotationSaveEvent} ls-before-annotation-save - Fired before a save. Bubbles, composed, cancelable: `preventDefault()` refuses.
 * @fires {AnnotationDeleteEvent} ls-annotation-delete - Fired when an annotation is about to be deleted. Bubbles, composed, not cancelable.
 * @fires {TaskSkipEvent} ls-task-skip - Fired when the task is to be skipped. Bubbles, composed, not cancelable.
 * @fires {RegionCreateEvent} ls-region-create - Fired when a region was made. Bubbles, composed, not cancelable.
 * @fires {RegionDeleteEvent} ls-region-delete - Fired when a region is about to be deleted. Bubbles, composed, not cancelable.
 * @fires {RegionSelectEvent} ls-region-select - Fired when other regions are selected. Bubbles, composed, not cancelable.
 * @fires {PluginErrorEvent} ls-plugin-error - Fired when a plugin failed. Bubbles, composed, not cancelable.
 * @fires {PluginReceiptEvent} ls-plugin-receipt - Fired for every plugin when its display has closed, with what it left behind. Bubbles, composed, not cancelable.
 * @fires {ConfigErrorEvent} ls-config-error - Fired when the config cannot be shown. Bubbles, composed, not cancelable.
 * @fires {TaskErrorEvent} ls-task-error - Fired when the task cannot be shown. Bubbles, composed, not cancelable.
 * @fires {OperatorErrorEvent} ls-operator-error - Fired when an operator failed. Bubbles, composed, not cancelable.
 * @fires {HostErrorEvent} ls-host-error - Fired when something else failed. Bubbles, composed, not cancelable.
 *
 * @csspart frame - Everything.
 * @csspart toolbar - The bar at the top.
 * @csspart tabs - The annotations.
 * @csspart tab - One annotation.
 * @csspart button - A button of the bar.
 * @csspart submit - The button that saves.
 * @csspart main - The labeling interface and what stands in its place.
 * @csspart instructions - The instructions of the project, while they are unfolded.
 * @csspart panel - The side panel.
 * @csspart region-list - The list of regions.
 * @csspart relation-list - The relations of regions.
 * @csspart plugin-panel - What a plugin shows in the side panel.
 * @csspart plugin-notice - What a plugin says at the bottom.
 * @csspart notice - A failure that was reported.
 * @csspart empty - What stands there without a task.
 * @csspart skeleton - What stands there while something is loaded.
 * @csspart error - What is wrong with a config or a task.
 * @csspart modal - A message that waits to be dismissed.
 *
 * @cssproperty [--ls-font-family=system-ui] - Typeface.
 * @cssproperty [--ls-font-family-mono=ui-monospace] - Typeface of code.
 * @cssproperty [--ls-font-size-small=0.75rem] - Size of secondary text.
 * @cssproperty [--ls-font-size=0.8125rem] - Size of text in the chrome.
 * @cssproperty [--ls-font-size-medium=0.875rem] - Size of running text.
 * @cssproperty [--ls-font-size-large=1rem] - Size of headings.
 * @cssproperty [--ls-line-height=1.5] - Line height.
 * @cssproperty [--ls-space-1=0.25rem] - Step of the spacing scale, a quarter.
 * @cssproperty [--ls-space-2=0.5rem] - Step of the spacing scale, a half.
 * @cssproperty [--ls-space-3=0.75rem] - Step of the spacing scale, three quarters.
 * @cssproperty [--ls-space-4=1rem] - Step of the spacing scale, the whole.
 * @cssproperty [--ls-space-6=1.5rem] - Step of the spacing scale, one and a half.
 * @cssproperty [--ls-radius=6px] - Radius of corners.
 * @cssproperty [--ls-radius-small=4px] - Radius of small corners.
 * @cssproperty [--ls-target-size=1.75rem] - Least height of what is pressed; more with a coarse pointer.
 * @cssproperty [--ls-panel-inline-size=18rem] - Width of the side panel.
 * @cssproperty [--ls-duration=120ms] - Duration of transitions; none when less motion is asked for.
 * @cssproperty [--ls-surface=light-dark(#ffffff, #16181d)] - Background.
 * @cssproperty [--ls-surface-raised=light-dark(#f7f8fa, #1e2128)] - Background of bars and notices.
 * @cssproperty [--ls-surface-hover=light-dark(#eef0f4, #282c35)] - Background of what the pointer is on.
 * @cssproperty [--ls-surface-selected=light-dark(#e7ecff, #27304f)] - Background of what is selected.
 * @cssproperty [--ls-border=light-dark(#dfe2e8, #31353f)] - Lines between areas.
 * @cssproperty [--ls-border-strong=light-dark(#868d9b, #7b8292)] - Outline of controls.
 * @cssproperty [--ls-text=light-dark(#1c2028, #e8eaef)] - Text.
 * @cssproperty [--ls-text-muted=light-dark(#5b6270, #a3a9b6)] - Text of less weight.
 * @cssproperty [--ls-accent=light-dark(#3b5bdb, #8da2fb)] - Colour of what is chosen and of the main action.
 * @cssproperty [--ls-accent-hover=light-dark(#2f4ac0, #a9b9ff)] - The accent under the pointer.
 * @cssproperty [--ls-on-accent=light-dark(#ffffff, #10142b)] - Text on the accent.
 * @cssproperty [--ls-danger=light-dark(#c92a2a, #ff8787)] - Colour of errors and of deleting.
 * @cssproperty [--ls-warning=light-dark(#945200, #ffc078)] - Colour of warnings.
 * @cssproperty [--ls-success=light-dark(#1b7a36, #69db7c)] - Colour of success.
 * @cssproperty [--ls-focus-ring=light-dark(#3b5bdb, #8da2fb)] - Ring around what has the focus.
 * @cssproperty [--ls-backdrop=light-dark(rgb(15 18 28 / 40%), rgb(0 0 0 / 60%))] - What dims the page behind a dialog.
 * @cssproperty [--ls-shadow=light-dark(rgb(20 24 40 / 14%), rgb(0 0 0 / 60%))] - Colour of shadows.
 * @cssproperty [--ls-sticky-inset=0] - Height of what the page keeps at its top, above which the bar does not scroll.
 *
 * @attr {string} nonce - Nonce of the page's content security policy, for plugins and `LSI.import`.
 */
export class AnnotationHostElement extends LitElement {
  static override styles = [
    tokens,
    baseStyles,
    buttonStyles,
    tooltipStyles,
    annotationHostStyles,
    contributionsStyles,
  ];

  /** Address of a labeling config, relative to the page. */
  @property({attribute: 'config-src', reflect: true})
  configSrc = '';

  /** Address of a task as JSON, or of a list of which the first is taken. */
  @property({attribute: 'task-src', reflect: true})
  taskSrc = '';

  /** `light` or `dark`; left out, that of the page. */
  @property({reflect: true})
  theme = '';

  /** Origins that plugins may come from, with spaces between; any without. */
  @property({attribute: 'allowed-origins'})
  allowedOrigins = '';

  @state()
  private isPanelOpen = false;

  readonly #engine = new HostEngine(this, {
    plugins: () => this.#plugins,
    allowedOrigins: () => toOrigins(this.allowedOrigins),
    onDisplay: (scope) => {
      this.#contexts.setDisplay(scope);
    },
    showPanel: () => {
      this.isPanelOpen = true;
    },
  });
  readonly #names = new TabNames(this, this.session);
  readonly #contexts = new HostContexts({host: this, ...this.#engine.parts});
  readonly #handlers: HostHandlers = {
    modalClose: (request) => {
      this.#engine.closeModal(request);
    },
    noticeDismiss: (notice) => {
      this.#engine.dismissNotice(notice);
    },
    pluginRestore: (pluginId) => {
      void this.restorePlugin(pluginId);
    },
    regionMenu: (event) => {
      this.#engine.regionMenu.showFor(event);
    },
    panelToggle: () => {
      this.isPanelOpen = !this.isPanelOpen;
    },
    slotChange: () => {
      this.requestUpdate();
    },
  };
  #settingsStorage = LOCAL_SETTINGS;
  #plugins: readonly PluginSource[] = [];
  #configXml = '';
  #isRendering = false;

  constructor() {
    super();
    takeOverProperties(this);
  }

  /** Labeling config, Label Studio XML; `''` for none. */
  get config(): string {
    const {state} = this.#engine.inputs.config;
    return state.status === 'ready' ? state.value.xml : this.#configXml;
  }

  set config(xml: string) {
    this.#configXml = xml;
    attempt(
      this.#engine.inputs.config,
      xml === '' ? null : () => readConfig(xml),
    );
  }

  /**
   * The task; setting it shows it. A task without an annotation gets a new
   * one. `null` for none.
   */
  get task(): Task | null {
    const {state} = this.#engine.inputs.task;
    return state.status === 'ready' ? state.value : null;
  }

  set task(task: Task | null) {
    attempt(
      this.#engine.inputs.task,
      task === null ? () => null : () => toTask(task),
    );
  }

  /** Plugins beside the `<ls-plugin>` children. */
  get plugins(): readonly PluginSource[] {
    return this.#plugins;
  }

  set plugins(plugins: readonly PluginSource[]) {
    this.#plugins = [...plugins];
    this.#engine.invalidate();
  }

  /**
   * Where the settings of plugins are kept; set it before the plugins. Secrets
   * are never handed over.
   */
  get settingsStorage(): SettingsStorage {
    return this.#settingsStorage;
  }

  set settingsStorage(storage: SettingsStorage) {
    this.#settingsStorage = storage;
    this.pluginRuntime.configure({settingsStorage: storage});
  }

  /** Who annotates. */
  get user(): User | null {
    return this.session.user;
  }

  set user(user: User | null) {
    this.session.user = user;
  }

  /** Everyone whose name may be shown. */
  get users(): readonly User[] {
    return this.session.users;
  }

  set users(users: readonly User[]) {
    this.session.users = users;
  }

  /** Project of the task, for `DM.project`. */
  get project(): Project | null {
    return this.session.project;
  }

  set project(project: Project | null) {
    this.session.project = project;
  }

  /** Parts of the frontend that are on, by Label Studio's names. */
  get interfaces(): readonly string[] {
    return this.session.interfaces;
  }

  set interfaces(interfaces: readonly string[]) {
    this.session.interfaces = [...interfaces];
    this.requestUpdate();
  }

  /** How the person likes to work; what is left out stays as it is. */
  get settings(): LabelingSettings {
    return this.session.settings;
  }

  set settings(settings: Partial<LabelingSettings>) {
    this.session.settings = settings;
    this.#engine.renewHotkeys();
  }

  /** `LSI` of the annotation on display. */
  get lsi(): LSI<AnnotationView> {
    this.#engine.flush();
    return this.session.lsi;
  }

  /** What plugins see as `Htx`. */
  get htx(): RootStore {
    this.#engine.flush();
    return this.session.htx;
  }

  /** Holder of all annotation state. */
  get store(): AnnotationStore {
    this.#engine.flush();
    return this.session.store;
  }

  /** Events of the frontend. */
  get events(): FrontendEvents {
    return this.session.events;
  }

  /** The present display, then every one that follows; `null` for none. */
  get annotation$(): Observable<AnnotationScope | null> {
    return this.session.annotation$;
  }

  /** Operators: register, list, open and run them. */
  get operators(): OperatorRegistry {
    return this.#engine.parts.operators;
  }

  /** Who runs the plugins: receipts, and what is set aside. */
  get pluginRuntime(): PluginRuntime {
    return this.#engine.parts.runtime;
  }

  /** Everything about the work at hand that needs no page. */
  get session(): LabelingSession {
    return this.#engine.parts.session;
  }

  /** Hotkeys of this host alone. */
  get hotkeys(): HotkeyRegistry {
    return this.#engine.parts.hotkeys;
  }

  /** Surfaces by tag; one that is registered is used by the next display. */
  get surfaces(): SurfaceRegistry {
    return this.#engine.surfaces;
  }

  /**
   * Settles when what was asked for is rendered and every plugin's run has
   * settled, or outstayed its deadline. Never rejects.
   */
  get displayed(): Promise<void> {
    return this.#engine.settled();
  }

  /**
   * Brings a plugin back that was set aside because it failed three times in
   * a row, and starts it. Never rejects.
   */
  restorePlugin(pluginId: string): Promise<void> {
    return this.#engine.restorePlugin(pluginId);
  }

  /**
   * Has another source run in the place of a plugin, under its id. Modules and
   * sandboxed plugins are swapped on the open display: annotation, selection,
   * history and what is being typed stay. A script makes the display anew.
   *
   * Lasts until the page changes the source itself. Settles like
   * {@link AnnotationHostElement.displayed}; rejects with a
   * `PluginUnknownError` when there is no plugin of that id.
   */
  replacePlugin(pluginId: string, source: PluginSource): Promise<void> {
    return this.#engine.replacePlugin(pluginId, source);
  }

  /** Makes an annotation and shows it. */
  createAnnotation(): AnnotationView {
    this.#engine.flush();
    return this.session.createAnnotation();
  }

  /** Shows an annotation or prediction, by internal id or server id. */
  selectAnnotation(id: string | number): AnnotationView | null {
    this.#engine.flush();
    return this.session.selectAnnotation(id);
  }

  /** Deletes an annotation; the one on display when no id is given. */
  deleteAnnotation(id?: string): void {
    this.#engine.flush();
    this.session.deleteAnnotation(id);
  }

  /** Shows an older version of the annotation, or leaves it with `null`. */
  selectHistory(item: HistoryItem | null): void {
    this.#engine.flush();
    this.session.selectHistory(item);
  }

  /**
   * Submits the annotation, or updates one that the server knows.
   *
   * @returns `false` when something keeps it from being saved. Never rejects.
   */
  submit(): Promise<boolean> {
    this.#engine.flush();
    return this.session.submit();
  }

  /** Updates the annotation; see {@link AnnotationHostElement.submit}. */
  // eslint-disable-next-line @typescript-eslint/no-misused-promises -- the public name is Label Studio's; Lit ignores what it returns
  override update(extra?: unknown): Promise<boolean> {
    if (this.#isRendering && extra instanceof Map) {
      this.#isRendering = false;
      super.update(extra);
      return Promise.resolve(false);
    }
    this.#engine.flush();
    return this.session.update(extra);
  }

  /** Skips the task; nothing is checked and no handler is waited for. */
  skip(extra?: unknown): Promise<boolean> {
    this.#engine.flush();
    return this.session.skip(extra);
  }

  /** Accepts the annotation; see {@link AnnotationHostElement.submit}. */
  accept(): Promise<boolean> {
    this.#engine.flush();
    return this.session.accept();
  }

  /** Rejects the annotation; see {@link AnnotationHostElement.submit}. */
  reject(extra?: {readonly comment?: unknown}): Promise<boolean> {
    this.#engine.flush();
    return this.session.reject(extra);
  }

  /** Takes the last step back. */
  undo(): void {
    this.session.undo();
  }

  /** Does the last undone step again. */
  redo(): void {
    this.session.redo();
  }

  /** Returns what is on display as Label Studio results. */
  serialize(): ResultJson[] {
    this.#engine.flush();
    return this.session.serialize();
  }

  /** Shows a message, as text, until it is dismissed. */
  showModal(message: string, type: ModalType = 'warning'): void {
    this.session.showModal(message, type);
  }

  /** Lit calls `update` too, and only from here. */
  protected override performUpdate(): void {
    this.#isRendering = true;
    try {
      super.performUpdate();
    } finally {
      this.#isRendering = false;
    }
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const {config, task} = this.#engine.inputs;
    if (changed.has('configSrc')) config.point(this.configSrc);
    if (changed.has('taskSrc')) task.point(this.taskSrc);
    if (changed.has('allowedOrigins')) this.#engine.invalidate();
  }

  protected override render(): TemplateResult {
    const {content, annotationId, modals, notices} = this.#engine;
    const {operators, hasSettings} = this.#engine;
    return renderHost({
      session: this.session,
      content,
      annotationId,
      namedIds: this.#names.ids,
      modals,
      notices,
      hasOperators: operators.hasOperators,
      hasRegionOperators: operators.hasRegionOperators,
      hasRuns: operators.hasRuns,
      hasSettings,
      settingsBook: this.pluginRuntime.settings,
      contributions: this.pluginRuntime.contributions,
      hasRegionList: this.#hasRegionList(),
      hasPanelSlot: this.#fills('panel'),
      hasToolbarSlot: this.#fills('toolbar'),
      hasStatusSlot: this.#fills('status'),
      isPanelOpen: this.isPanelOpen,
      on: this.#handlers,
    });
  }

  #hasRegionList(): boolean {
    const {interfaces, config} = this.session;
    if (this.#engine.annotationId === null) return false;
    const makesRegions = config?.controls.some(
      ({definition}) => definition.labeling || definition.shape !== '',
    );
    return interfaces.includes('side-column') && makesRegions === true;
  }

  #fills(slot: string): boolean {
    return this.querySelector(`:scope > [slot="${slot}"]`) !== null;
  }
}

interface Given<T> {
  give(value: T): void;
  fail(error: InputError): void;
  withdraw(): void;
}

/** Hands a value over, or the reason why it is none. */
function attempt<T>(input: Given<T>, read: (() => T) | null): void {
  if (!read) {
    input.withdraw();
    return;
  }
  let value: T;
  try {
    value = read();
  } catch (error) {
    input.fail(error as InputError);
    return;
  }
  input.give(value);
}

function toOrigins(list: string): readonly string[] | null {
  const origins = list.split(/\s+/).filter(Boolean);
  return origins.length > 0 ? origins : null;
}

declare global {
  interface HTMLElementTagNameMap {
    'ls-annotation-host': AnnotationHostElement;
  }
}
