import type {LitElement, ReactiveController} from 'lit';
import {distinctUntilChanged, map} from 'rxjs';

import type {Disposer, LsError} from '@ls-annotation/core';
import type {AnnotationScope, ModalRequest} from '@ls-annotation/lsi';
import type {PluginSource} from '@ls-annotation/plugins';
import {runAsHost} from '@ls-annotation/plugins';

import {describeOffences} from '../contributions/find-offences.js';
import type {Offence} from '../contributions/find-offences.js';
import {HostContributions} from '../contributions/host-contributions.js';
import {pluginMenuEntries} from '../contributions/region-menu-entries.js';
import {ConfigErrorEvent, TaskErrorEvent} from '../events/error-events.js';
import {createDefaultRegistry} from '../surfaces/default-registry.js';
import type {SurfaceRegistry} from '../surfaces/surface-registry.js';
import type {ToastElement} from '../toast/toast.js';

import {HostDisplay} from './host-display.js';
import {bindHostHotkeys} from './host-hotkeys.js';
import {HostInputs} from './host-inputs.js';
import type {HostContent} from './host-inputs.js';
import {withNotice, withoutGone, withSetAside} from './host-notices.js';
import type {HostNotice} from './host-notices.js';
import {HostOperators} from './host-operators.js';
import {createHostParts} from './host-parts.js';
import type {HostParts} from './host-parts.js';
import {HostRegionMenu} from './host-region-menu.js';
import {wireHost} from './host-wiring.js';
import {inlineTexts, watchChildren} from './inline-children.js';
import type {InputError} from './input.js';
import {PluginReplacements} from './plugin-replacements.js';
import {pluginSources} from './plugin-sources.js';

/** What a {@link HostEngine} asks of its element. */
export interface HostEngineOptions {
  /** Plugins beside the `<ls-plugin>` children. */
  readonly plugins: () => readonly PluginSource[];
  /** Origins that plugins may come from, or `null` for any. */
  readonly allowedOrigins: () => readonly string[] | null;
  /** Called when another display has opened, or none is open any more. */
  readonly onDisplay: (scope: AnnotationScope | null) => void;
  /** Opens the side panel where there is no room for it beside. */
  readonly showPanel: () => void;
}

/**
 * The life of a host: what runs while it is on the page, what changes when
 * config, task or plugins change, and what its chrome shows.
 *
 * Changes are gathered and take effect together a little later, or at once
 * with {@link HostEngine.flush}. Leaving the page closes the display and lets
 * go of everything outside; coming back opens it again.
 */
export class HostEngine implements ReactiveController {
  /** Session, operators, plugins, hotkeys. */
  readonly parts: HostParts;
  /** Config and task. */
  readonly inputs: HostInputs;
  /** Surfaces by tag. */
  readonly surfaces: SurfaceRegistry = createDefaultRegistry();
  /** Internal id of what is on display, or `null`. */
  annotationId: string | null = null;
  /** Messages that want to be dismissed. */
  modals: readonly ModalRequest[] = [];
  /** Failures that people are told of. */
  notices: readonly HostNotice[] = [];
  /** What the chrome offers of the operators. */
  readonly operators: HostOperators;
  /** What can be done with a region. */
  readonly regionMenu: HostRegionMenu;
  /** True when there are plugins with settings. */
  hasSettings = false;

  readonly #host: LitElement;
  readonly #options: HostEngineOptions;
  readonly #display: HostDisplay;
  readonly #contributions: HostContributions;
  readonly #replacements = new PluginReplacements();
  readonly #connected: Promise<void>;
  #content: HostContent = {kind: 'empty', missing: 'task'};
  #onConnected: () => void = () => undefined;
  #disposers: Disposer[] = [];
  #isDirty = false;
  #reported: InputError | null = null;

  constructor(host: LitElement, options: HostEngineOptions) {
    this.#host = host;
    this.#options = options;
    this.parts = createHostParts(host);
    this.inputs = new HostInputs(this.parts.session, () => {
      this.invalidate();
    });
    this.operators = new HostOperators({
      ...this.parts,
      host,
      areHotkeysOn: () => this.parts.session.settings.enableHotkeys,
      onChange: () => {
        host.requestUpdate();
      },
      onError: (error) => {
        this.parts.session.reportError(error);
      },
    });
    const {runtime} = this.parts;
    this.regionMenu = new HostRegionMenu({
      ...this.parts,
      host,
      menu: () => host.renderRoot.querySelector('ls-region-menu'),
      entriesOf: (region, select) => [
        ...pluginMenuEntries(runtime.contributions, region),
        ...this.operators.regionEntries(select),
      ],
    });
    this.#display = new HostDisplay({
      ...this.parts,
      host,
      surfaces: this.surfaces,
      announce: (message) => this.toast?.announce(message),
      onDisplay: (scope) => {
        this.annotationId = scope?.annotationId ?? null;
        options.onDisplay(scope);
        host.requestUpdate();
      },
    });
    this.#connected = new Promise((resolve) => {
      this.#onConnected = resolve;
    });
    host.addController(this);
    this.#contributions = new HostContributions(host, {
      ...this.parts,
      board: this.parts.runtime.contributions,
    });
  }

  /**
   * What stands in the place of the labeling interface: nothing when a page
   * has given config and task through `Htx`, and a few words when it has said
   * there that there is no access, no task, or no more work.
   */
  get content(): HostContent {
    const {kind} = this.#content;
    if (kind !== 'empty' && kind !== 'labeling') return this.#content;
    const {noAccess, labeledSuccess, noTask} = this.parts.session.flags;
    if (noAccess) return {kind: 'empty', missing: 'access'};
    if (labeledSuccess) return {kind: 'empty', missing: 'work'};
    if (kind === 'labeling' && noTask) return {kind: 'empty', missing: 'task'};
    return kind === 'empty' && this.annotationId !== null && !noTask
      ? {kind: 'labeling', isBusy: false}
      : this.#content;
  }

  /** Where short messages are shown and read out. */
  get toast(): ToastElement | null {
    return this.#host.renderRoot.querySelector('ls-toast');
  }

  hostConnected(): void {
    this.#disposers = [
      this.#display.connect(),
      wireHost({
        ...this.parts,
        host: this.#host,
        onModal: (request) => {
          this.#setModals([...this.modals, request]);
        },
        onError: (error) => {
          this.#tell(error);
        },
        onOffences: (offences) => {
          void this.#showOffences(offences);
        },
        onSetAside: (setAside) => {
          this.notices = withSetAside(this.notices, setAside);
          this.#host.requestUpdate();
        },
      }),
      this.operators.connect(),
      this.regionMenu.connect(),
      this.#watchSettings(),
      this.#watchFlags(),
      this.#watchPage(),
      this.#bindHotkeys(),
    ];
    this.inputs.config.resume();
    this.inputs.task.resume();
    this.#readChildren();
    // What changed before may be waiting for this moment.
    this.#isDirty = false;
    this.invalidate();
    this.#onConnected();
  }

  hostDisconnected(): void {
    this.inputs.config.pause();
    this.inputs.task.pause();
    this.inputs.hide();
    for (const dispose of this.#disposers.reverse()) dispose();
    this.#disposers = [];
    this.parts.hotkeys.clear();
    this.modals = [];
    this.notices = [];
  }

  /** Has changes take effect a little later. */
  invalidate(): void {
    if (this.#isDirty) return;
    this.#isDirty = true;
    // A plugin may have set what changes: the change is the host's.
    runAsHost(() => {
      queueMicrotask(() => {
        this.flush();
      });
    });
  }

  /** Has changes take effect now. */
  flush(): void {
    if (!this.#isDirty || !this.#isReady()) return;
    runAsHost(() => {
      this.#applyChanges();
    });
  }

  #applyChanges(): void {
    this.#isDirty = false;
    const {session, runtime, scripts} = this.parts;
    const allowedOrigins = this.#options.allowedOrigins();
    const {nonce} = this.#host;
    scripts.configure({nonce, allowedOrigins});
    runtime.configure({nonce, allowedOrigins});
    const arePluginsNew = runtime.setSources(
      this.#replacements.apply(this.#sources()),
    );
    this.notices = withoutGone(this.notices, runtime.sources);
    const before = session.scope;
    this.#content = this.inputs.apply();
    if (this.#content.kind === 'loading') this.#loadSurfaces();
    if (arePluginsNew && before && before === session.scope) {
      this.#display.swap(before);
    }
    this.#report();
    this.#host.requestUpdate();
  }

  /**
   * Resolves when everything that was asked for is on display and every
   * plugin's run has settled. Never rejects.
   */
  async settled(): Promise<void> {
    await this.#connected;
    let running: Promise<void> | null = null;
    while (running !== this.#display.running || this.#isPending()) {
      this.flush();
      await this.inputs.config.settled;
      await this.inputs.task.settled;
      this.flush();
      await this.#host.updateComplete;
      running = this.#display.running;
      await running;
    }
    // What plugins contribute is drawn with the next update.
    await this.#host.updateComplete;
    await this.#contributions.settled;
    await this.#host.updateComplete;
  }

  /** Takes a modal away. */
  closeModal(request: ModalRequest): void {
    this.#setModals(this.modals.filter((other) => other !== request));
  }

  /** Brings a plugin back that was set aside. */
  async restorePlugin(pluginId: string): Promise<void> {
    await runAsHost(() => this.parts.runtime.restore(pluginId));
  }

  /**
   * Has another source run in the place of a plugin.
   *
   * @throws {@link PluginUnknownError}
   */
  async replacePlugin(pluginId: string, source: PluginSource): Promise<void> {
    this.#replacements.add(this.#sources(), pluginId, source);
    this.notices = this.notices.filter((one) => one.pluginId !== pluginId);
    this.invalidate();
    await this.settled();
  }

  /** Takes a notice away. */
  dismissNotice(notice: HostNotice): void {
    this.notices = this.notices.filter((other) => other !== notice);
    this.#host.requestUpdate();
  }

  /** Binds the hotkeys again, after the settings have changed. */
  renewHotkeys(): void {
    if (this.#disposers.length === 0) return;
    this.#disposers.pop()?.();
    this.#disposers.push(this.#bindHotkeys());
    this.parts.session.redisplay();
  }

  #sources(): readonly PluginSource[] {
    return [...pluginSources(this.#host), ...this.#options.plugins()];
  }

  /** The parser may still be busy with the children. */
  #isReady(): boolean {
    return this.#host.isConnected && document.readyState !== 'loading';
  }

  #isPending(): boolean {
    return this.#isDirty && this.#host.isConnected;
  }

  /** They may come while the task is still on its way. */
  #loadSurfaces(): void {
    const {state} = this.inputs.config;
    if (state.status !== 'ready') return;
    const types = state.value.config.tags.map(({type}) => type);
    // What does not arrive is tried again, and reported, by the display.
    void this.surfaces.prepare(types);
  }

  #report(): void {
    const error = this.content.kind === 'error' ? this.content.error : null;
    if (error === this.#reported) return;
    this.#reported = error;
    if (!error || this.content.kind !== 'error') return;
    const {subject} = this.content;
    this.#host.dispatchEvent(
      subject === 'config'
        ? new ConfigErrorEvent(error)
        : new TaskErrorEvent(error),
    );
  }

  /** Says what keeps the annotation from being saved, and goes there. */
  async #showOffences(offences: readonly Offence[]): Promise<void> {
    const [first] = offences;
    if (!first) return;
    const {session} = this.parts;
    this.toast?.show(describeOffences(offences));
    this.#display.showProblems(
      offences.flatMap(({controlName, text: message, itemIndex}) => {
        const tag = session.config?.byName.get(controlName);
        return tag ? [{tag, message, itemIndex}] : [];
      }),
    );
    if (first.regionId === '') return;
    this.#options.showPanel();
    session.actions.selectRegions([first.regionId]);
    await this.#host.updateComplete;
    const list = this.#host.renderRoot.querySelector('ls-region-list');
    await list?.focusRegion(first.regionId);
  }

  #tell(error: LsError): void {
    this.notices = withNotice(this.notices, error);
    this.#host.requestUpdate();
  }

  #setModals(modals: readonly ModalRequest[]): void {
    this.modals = modals;
    this.#host.requestUpdate();
  }

  #bindHotkeys(): Disposer {
    const {session, hotkeys} = this.parts;
    if (!session.settings.enableHotkeys) return () => undefined;
    return bindHostHotkeys(hotkeys, {
      session,
      tell: (message) => this.toast?.show(message),
    });
  }

  #watchSettings(): Disposer {
    const subscription = this.parts.runtime.settings.list$.subscribe((list) => {
      const hasSettings = list.length > 0;
      if (hasSettings === this.hasSettings) return;
      this.hasSettings = hasSettings;
      this.#host.requestUpdate();
    });
    return () => {
      subscription.unsubscribe();
    };
  }

  #watchFlags(): Disposer {
    const told$ = this.parts.session.state$.pipe(
      map(({noAccess, labeledSuccess, noTask, showingDescription}) =>
        [noAccess, labeledSuccess, noTask, showingDescription].join(),
      ),
      distinctUntilChanged(),
    );
    const subscription = told$.subscribe(() => {
      this.#host.requestUpdate();
    });
    return () => {
      subscription.unsubscribe();
    };
  }

  #watchPage(): Disposer {
    const host = this.#host;
    const onPlugin = (): void => {
      this.invalidate();
    };
    const onParsed = (): void => {
      this.flush();
    };
    const unwatch = watchChildren(host, () => {
      this.#readChildren();
      this.invalidate();
    });
    host.addEventListener('ls-plugin-change', onPlugin);
    document.addEventListener('DOMContentLoaded', onParsed);
    return () => {
      unwatch();
      host.removeEventListener('ls-plugin-change', onPlugin);
      document.removeEventListener('DOMContentLoaded', onParsed);
    };
  }

  #readChildren(): void {
    const {config, task} = inlineTexts(this.#host);
    this.inputs.config.setInline(config);
    this.inputs.task.setInline(task);
  }
}
