import {Callers} from './callers.js';
import {Displays} from './displays.js';
import {EventLog} from './event-log.js';
import type {HostBundle, HostElement} from './host-bundle.js';
import {MemberLog} from './member-log.js';
import {PageGlobals} from './page-globals.js';
import type {PageOptions} from './page-options.js';
import type {PageReport} from './page-report.js';
import {recordConnections} from './record-connections.js';
import {ErrorRecorder} from './record-errors.js';
import {recordListeners} from './record-listeners.js';
import {LsiRecorder} from './record-lsi.js';
import {MemberRecorder} from './record-members.js';
import {NodeRecorder} from './record-nodes.js';
import {recordObservers} from './record-observers.js';
import {recordTimers} from './record-timers.js';
import type {Recording} from './recording.js';
import {replaceMethod} from './replace-method.js';
import {ResourceLog} from './resource-log.js';
import {giveSettings, settingIssues} from './settings-check.js';
import type {TextPoints} from './text-map.js';
import {unsupportedTags} from './unsupported-tags.js';
import {textPoints} from './text-points.js';
import type {TextQuery} from './text-points.js';

/** How long timers of closed displays are given to end, milliseconds. */
const SETTLE_MS = 2000;

/** How often it is looked whether they have, milliseconds. */
const SETTLE_STEP_MS = 50;

/**
 * The page of a check: a host that runs the plugin, and recorders around it.
 *
 * The recorders are in place before the host's bundle is loaded.
 */
export class PageCheck {
  /** Events that the host emits, for scenarios. */
  readonly emitted = new EventLog();
  /** The host, once {@link PageCheck.start} has made it. */
  host: HostElement | null = null;

  readonly #options: PageOptions;
  readonly #callers: Callers;
  readonly #displays = new Displays();
  readonly #log = new ResourceLog(this.#displays);
  readonly #nodes: NodeRecorder;
  readonly #errors: ErrorRecorder;
  readonly #members: MemberLog;
  readonly #displayMs: number[] = [];
  #lsi: LsiRecorder | null = null;
  #globals: PageGlobals | null = null;
  #settingIssues: readonly string[] = [];
  readonly #startedIn = new Set<number>();

  constructor(options: PageOptions) {
    this.#options = options;
    this.#callers = new Callers({
      host: absolute(options.hostUrl).replace(/[^/]*$/, ''),
      folder: absolute(options.folderUrl),
      isScript: options.pluginType === 'script',
    });
    const recording: Recording = {
      callers: this.#callers,
      displays: this.#displays,
      log: this.#log,
    };
    this.#errors = new ErrorRecorder(this.#callers, options.pluginFile);
    this.#members = new MemberLog(this.#callers);
    this.#nodes = new NodeRecorder(recording);
    recordTimers(recording);
    recordListeners(recording);
    recordObservers(recording);
    recordConnections(recording);
  }

  /** Makes the host and resolves when the first display has been made. */
  async start(): Promise<void> {
    const bundle = (await import(
      absolute(this.#options.hostUrl)
    )) as HostBundle;
    const members = new MemberRecorder(this.#members);
    this.#lsi = new LsiRecorder(bundle, this.#callers);
    this.#countRuns(bundle);
    members.watchClasses(bundle);
    const host = this.#makeHost(members);
    document.body.append(host);
    this.#nodes.accept();
    this.#globals = new PageGlobals();
    await this.#timed(() => undefined);
    this.#settingIssues = settingIssues(host, this.#options);
  }

  /**
   * Makes another annotation and shows it.
   *
   * @returns How long it took, milliseconds.
   */
  async newAnnotation(): Promise<number> {
    return this.#timed((host) => host.createAnnotation());
  }

  /** Shows another task. */
  async showTask(task: unknown): Promise<void> {
    await this.#timed((host) => {
      host.task = task;
    });
  }

  /**
   * Shows the annotation `offset` places further, round and round; makes
   * another one when there is none.
   *
   * @returns How long it took, milliseconds.
   */
  async switchAnnotation(offset: number): Promise<number> {
    if (this.#host().htx.annotationStore.annotations.length < 2) {
      return this.newAnnotation();
    }
    return this.#timed((host) => {
      const {annotations, selected} = host.htx.annotationStore;
      const at = annotations.findIndex(({id}) => id === selected?.id);
      const count = annotations.length;
      const next = annotations[(((at + offset) % count) + count) % count];
      if (next) host.selectAnnotation(next.id);
    });
  }

  /** Resolves when no timer of a closed display is to fire any more. */
  async settle(): Promise<void> {
    const isBusy = (): boolean =>
      this.#log.hasPending('timeout') || this.#log.hasPending('frame');
    const end = performance.now() + SETTLE_MS;
    while (isBusy() && performance.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, SETTLE_STEP_MS));
    }
  }

  /** Returns where a part of a text is, `null` when it is not there. */
  textPoints(query: TextQuery): TextPoints | null {
    return textPoints(query);
  }

  /** Returns everything that was recorded. */
  report(): PageReport {
    this.#nodes.note();
    return {
      displays: this.#displays.open,
      runs: this.#startedIn.size,
      displayMs: this.#displayMs,
      errors: this.#errors.errors,
      hostErrors: this.#errors.hostErrors,
      events: this.#lsi?.events ?? [],
      members: this.#members.uses,
      scripts: this.#lsi?.scripts ?? [],
      leftovers: this.#log.leftovers(),
      globals: this.#globals?.names ?? [],
      storageKeys: this.#globals?.storageKeys ?? [],
      settingIssues: this.#settingIssues,
      unsupported: unsupportedTags(),
    };
  }

  #makeHost(members: MemberRecorder): HostElement {
    const {config, task, user, project} = this.#options;
    const host = document.createElement('ls-annotation-host') as HostElement;
    this.host = host;
    this.#errors.listen(host);
    // What it does after three failures is of interest as well.
    host.pluginRuntime.setAside$.subscribe((setAside) => {
      queueMicrotask(() => {
        for (const {pluginId} of setAside) void host.restorePlugin(pluginId);
      });
    });
    host.annotation$.subscribe((scope) => {
      if (!scope) return;
      if (this.#displays.open > 0) this.#nodes.note();
      this.#displays.next();
    });
    host.events.all$.subscribe(({name, args}) => {
      this.#lsi?.noteEmitted(name);
      this.emitted.note(name);
      for (const arg of args) members.watch(arg);
    });
    members.watch(host.htx);
    members.watch(host.session.dm);
    Object.assign(host, {config, task, user, project});
    giveSettings(host, this.#options);
    host.append(this.#makePlugin());
    return host;
  }

  #makePlugin(): HTMLElement {
    const {folderUrl, pluginFile, pluginName, pluginType, permissions} =
      this.#options;
    const plugin = document.createElement('ls-plugin');
    plugin.setAttribute('plugin-id', pluginName);
    plugin.setAttribute('src', folderUrl + pluginFile);
    plugin.setAttribute('type', pluginType);
    // Label Studio takes nothing back: a plugin has until its next run for it.
    plugin.setAttribute('keep', 'all');
    if (permissions) {
      plugin.setAttribute('sandbox', '');
      plugin.setAttribute('permissions', permissions.join(' '));
    }
    return plugin;
  }

  /** A scope makes an `LSI` in the name of the plugin that it starts. */
  #countRuns(bundle: HostBundle): void {
    const {prototype} = bundle.AnnotationScope as {prototype: object};
    const count = (owner: unknown): void => {
      if (owner !== this.#options.pluginName) return;
      this.#startedIn.add(this.#displays.open);
    };
    replaceMethod(
      prototype,
      'createLsi',
      (original) =>
        function (this: unknown, ...args) {
          count(args[0]);
          return original.apply(this, args);
        },
    );
  }

  async #timed(act: (host: HostElement) => unknown): Promise<number> {
    const host = this.#host();
    const start = performance.now();
    act(host);
    await host.displayed;
    const time = performance.now() - start;
    this.#displayMs.push(time);
    return time;
  }

  #host(): HostElement {
    if (this.host) return this.host;
    throw new Error('The check of this page has not started.');
  }
}

function absolute(url: string): string {
  return new URL(url, location.origin).href;
}
