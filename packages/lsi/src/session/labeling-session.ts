import {
  BehaviorSubject,
  Subject,
  asyncScheduler,
  merge,
  type Observable,
} from 'rxjs';

import {
  AnnotationStore,
  messageOf,
  type LabelConfig,
  type LsError,
  type ResultJson,
  type Task,
  type User,
} from '@ls-annotation/core';

import {SaveError, ScriptImportError} from '../errors.js';
import type {
  HistoryItem,
  SelectAnnotationOptions,
} from '../events/frontend-event-map.js';
import {FrontendEvents} from '../events/frontend-events.js';
import {LSI, type LsiEventSource, type LsiSources} from '../lsi.js';
import type {AnnotationScope} from '../scope/annotation-scope.js';
import type {ScriptLoader} from '../script-loader.js';
import type {AnnotationView} from '../views/annotation-view.js';
import {DataManager} from '../views/data-manager.js';
import type {RootStore} from '../views/root-store.js';

import {Display} from './display.js';
import type {FrontendState} from './frontend-state.js';
import type {HotkeyBinder} from './hotkey-binder.js';
import {DEFAULT_INTERFACES} from './interfaces.js';
import type {LabelingActions} from './labeling-actions.js';
import {DEFAULT_SETTINGS, type LabelingSettings} from './labeling-settings.js';
import type {ModalRequest, ModalType} from './modal-request.js';
import type {CallApi, ReadConfig} from './session-context.js';
import {IDLE_FLAGS, type SessionFlags} from './session-flags.js';
import type {LabelingSessionOptions, Project} from './session-options.js';
import {SessionServices} from './session-services.js';

/** How long a `beforeSaveAnnotation` handler may take, milliseconds. */
export const SAVE_DEADLINE_MS = 30_000;

const NO_SCRIPTS: ScriptLoader = {
  load: (url) => Promise.reject(new ScriptImportError(url)),
};

const NO_EVENTS: LsiEventSource = {
  addHandler: () => () => undefined,
};

/**
 * One person at work on one task after another: everything of the host that
 * needs no page.
 *
 * Holds the store, the events, the annotations with what is on display, and
 * the save cycle. A page shows what {@link LabelingSession.annotation$} brings
 * and calls {@link LabelingSession.actions} for what a person does; plugins
 * get {@link LSI}, {@link LabelingSession.htx} and {@link LabelingSession.dm}.
 *
 * @example
 * ```ts
 * const session = new LabelingSession({user: {id: 1}});
 * session.setConfig(config, xml);
 * session.setTask({id: 1, data: {text: 'Hello'}});
 * const isSaved = await session.submit();
 * session.close();
 * ```
 */
export class LabelingSession {
  readonly #services: SessionServices;
  readonly #display: Display;
  readonly #modals = new Subject<ModalRequest>();
  readonly #errors = new Subject<LsError>();
  readonly #flags = new BehaviorSubject<SessionFlags>(IDLE_FLAGS);
  readonly #settings: BehaviorSubject<LabelingSettings>;
  #isClosed = false;

  /** Holder of all annotation state. */
  readonly store: AnnotationStore;

  /** Events of the frontend. */
  readonly events: FrontendEvents;

  /** What plugins see as `Htx`. */
  readonly htx: RootStore;

  /** What plugins see as `DM`. */
  readonly dm: DataManager;

  /** What surfaces and panels call for what a person does. */
  readonly actions: LabelingActions;

  /** Loads scripts for `LSI.import`. */
  scripts: ScriptLoader;

  /** Binds the keys of `Htx.Hotkey`, `null` without a page. */
  hotkeys: HotkeyBinder | null = null;

  /** Reads the XML that `Htx.assignConfig` gets, `null` without a page. */
  readConfig: ReadConfig | null = null;

  /** Answers `DM.apiCall`, `null` without a server. */
  callApi: CallApi | null = null;

  /**
   * True when the annotation that a task without one gets gives way, as long
   * as nothing was done with it, to the first one that the page makes. So
   * pages that make their own, as Label Studio's frontend wants it, have one.
   */
  yieldsFirst = false;

  /** Who annotates. */
  user: User | null;

  /** Everyone whose name may be shown. */
  users: readonly User[];

  /** Project of the task, for `DM.project`. */
  project: Project | null;

  /** Parts of the frontend that are on. */
  interfaces: readonly string[];

  /** Instructions of the project. */
  description: string;

  /** Messages that want to be shown; completes with the session. */
  readonly modals$: Observable<ModalRequest> = this.#modals.asObservable();

  /** What failed, that of handlers too; completes with the session. */
  readonly errors$: Observable<LsError>;

  /** What the session is busy with: the present, then every change. */
  readonly state$: Observable<SessionFlags> = this.#flags.asObservable();

  constructor(options: LabelingSessionOptions = {}) {
    this.store = options.store ?? new AnnotationStore();
    this.events = options.events ?? new FrontendEvents();
    this.errors$ = merge(this.#errors, this.events.errors$);
    this.scripts = options.scripts ?? NO_SCRIPTS;
    this.user = options.user ?? null;
    this.users = options.users ?? [];
    this.project = options.project ?? null;
    this.interfaces = options.interfaces ?? DEFAULT_INTERFACES;
    this.description = options.description ?? '';
    this.#settings = new BehaviorSubject<LabelingSettings>({
      ...DEFAULT_SETTINGS,
      ...options.settings,
    });
    this.#display = new Display({
      events: this.events,
      createLsi: (scope, owner, sources) =>
        this.#createLsi(scope, owner, sources),
      reportError: (error) => {
        this.reportError(error);
      },
    });
    this.#services = new SessionServices(this, {
      display: this.#display,
      scheduler: options.scheduler ?? asyncScheduler,
      saveDeadlineMs: options.saveDeadlineMs ?? SAVE_DEADLINE_MS,
      frontend: options,
    });
    this.htx = this.#services.root;
    this.dm = new DataManager(this.#services);
    this.actions = this.#services.actions;
  }

  /** The config, read with the task's data; `null` without one. */
  get config(): LabelConfig | null {
    return this.#services.loader.config;
  }

  /** The config as it was written. */
  get configXml(): string {
    return this.#services.loader.configXml;
  }

  /** Queue, task history, buttons of the page. */
  get frontend(): FrontendState {
    return this.#services.frontend;
  }

  /** The open scope, then every one that follows; `null` for none. */
  get annotation$(): Observable<AnnotationScope | null> {
    return this.#display.annotation$;
  }

  /** The scope of what is on display, `null` for none. */
  get scope(): AnnotationScope | null {
    return this.#display.scope;
  }

  /** The annotation, prediction or older version on display. */
  get annotation(): AnnotationView | null {
    return this.#services.annotations.shown;
  }

  /**
   * The `LSI` of what is on display. Without a display its getters answer
   * `undefined`, and what is registered with it is dropped at once.
   */
  get lsi(): LSI<AnnotationView> {
    return this.scope?.lsi ?? this.#createLsi(null, '');
  }

  /** What the session is busy with. */
  get flags(): SessionFlags {
    return this.#flags.value;
  }

  /** How the person likes to work. */
  get settings(): LabelingSettings {
    return this.#settings.value;
  }

  set settings(settings: Partial<LabelingSettings>) {
    this.#settings.next({...this.settings, ...settings});
  }

  /** The person's settings: the present ones, then every change. */
  get settings$(): Observable<LabelingSettings> {
    return this.#settings.asObservable();
  }

  /**
   * Takes another config and shows what is on display anew. What is annotated
   * is kept; results of tags that the config does not have are out of sight,
   * and in the JSON as they came.
   *
   * @param xml - The config as it was written, for `Htx.config`.
   */
  setConfig(config: LabelConfig | null, xml = ''): void {
    this.#services.loader.setConfig(config, xml);
  }

  /**
   * Shows a task, `null` for none. When it has no annotation, one is made. The
   * first annotation of the list, which is the newest, is selected.
   */
  setTask(task: Task | null): void {
    this.#services.loader.load(task);
  }

  /**
   * Emits `labelStudioLoad`, the first time, and `storageInitialized`, for a
   * page that gives the task later. Setting a task does so by itself.
   */
  start(): void {
    if (!this.#services.loader.isShowable) this.htx.initializeStore({});
  }

  /**
   * Ends the display and keeps everything else, for a host that has nothing
   * to show it in; {@link LabelingSession.redisplay} shows it again.
   */
  hide(): void {
    this.#display.clear();
  }

  /** Shows what is selected once more, in a new display. */
  redisplay(): void {
    const {loader, annotations} = this.#services;
    if (loader.isShowable) annotations.redisplay();
  }

  /**
   * Shows an annotation that the store holds already, without preparing it
   * and without an event: for a session whose store follows another one's.
   */
  showHeld(annotationId: string): void {
    const {loader, annotations} = this.#services;
    loader.takeHeld();
    annotations.showHeld(annotationId);
  }

  /** Makes an annotation and selects it. */
  createAnnotation(): AnnotationView {
    const {annotations} = this.#services;
    const made = annotations.create();
    annotations.select(made.id, {exitViewAll: true});
    return made;
  }

  /** Selects an annotation or prediction by internal id or server id. */
  selectAnnotation(
    id: string | number,
    options: SelectAnnotationOptions = {exitViewAll: true},
  ): AnnotationView | null {
    return this.#services.annotations.select(id, options);
  }

  /** Deletes an annotation, the one on display when no id is given. */
  deleteAnnotation(id?: string): void {
    const {annotations} = this.#services;
    const wanted = id ?? annotations.selected?.id;
    const annotation = this.htx.annotationStore.annotations.find(
      (candidate) => candidate.id === wanted || candidate.pk === wanted,
    );
    if (annotation) annotations.delete(annotation);
  }

  /**
   * Shows an older version of the annotation, one that is listed or another,
   * or leaves it with `null`.
   */
  selectHistory(item: AnnotationView | HistoryItem | null): void {
    this.#services.annotations.selectHistory(item);
  }

  /**
   * Submits the annotation, or updates one that the server knows.
   *
   * @returns False when something keeps it from being saved. Never rejects.
   */
  submit(): Promise<boolean> {
    return this.#afterComment(() => this.#services.saves.submit());
  }

  /** Updates the annotation; see {@link LabelingSession.submit}. */
  update(extra?: unknown): Promise<boolean> {
    return this.#afterComment(() => this.#services.saves.update(extra));
  }

  /** Skips the task; nothing is checked and no handler is waited for. */
  skip(extra?: unknown): Promise<boolean> {
    return this.#services.saves.skip(extra);
  }

  /** Accepts the annotation; see {@link LabelingSession.submit}. */
  accept(): Promise<boolean> {
    return this.#afterComment(() => this.#services.saves.accept());
  }

  /** Rejects the annotation; see {@link LabelingSession.submit}. */
  reject(extra?: {readonly comment?: unknown}): Promise<boolean> {
    return this.#afterComment(() => this.#services.saves.reject(extra));
  }

  /** Takes the last step back. */
  undo(): void {
    this.annotation?.undo();
  }

  /** Does the last undone step again. */
  redo(): void {
    this.annotation?.redo();
  }

  /** Returns what is on display as Label Studio results. */
  serialize(): ResultJson[] {
    return this.annotation?.serializeAnnotation() ?? [];
  }

  /**
   * Asked before a message is shown whether whoever asks for it may; `null`
   * when all may.
   */
  mayShowModal: ((request: ModalRequest) => boolean) | null = null;

  /** Asks for a message to be shown. */
  showModal(message: string, type: ModalType = 'warning'): void {
    if (this.mayShowModal?.({message, type}) === false) return;
    this.#modals.next({message, type});
  }

  /** Reports a failure on {@link LabelingSession.errors$}. */
  reportError(error: LsError): void {
    this.#errors.next(error);
  }

  /** Sets what the session is busy with. */
  setFlags(flags: Partial<SessionFlags>): void {
    if (this.#isClosed) return;
    this.#flags.next({...this.#flags.value, ...flags});
  }

  /** Ends everything: the display, the streams, the handlers. */
  close(): void {
    if (this.#isClosed) return;
    this.#display.end();
    this.#isClosed = true;
    this.#services.drafts.close();
    this.events.close();
    this.store.close();
    for (const stream of [this.#modals, this.#errors]) stream.complete();
    for (const stream of [this.#flags, this.#settings]) stream.complete();
  }

  /** A comment that is being typed goes first; without one there is no wait. */
  async #afterComment(save: () => Promise<boolean>): Promise<boolean> {
    try {
      const pending = this.htx.commentStore.commentFormSubmit();
      if (isPromise(pending)) await pending;
    } catch (error) {
      this.reportError(new SaveError('comments:create', error));
      this.showModal(messageOf(error));
      return false;
    }
    return save();
  }

  #createLsi(
    scope: AnnotationScope | null,
    owner: string,
    sources: LsiSources = {},
  ): LSI<AnnotationView> {
    return new LSI<AnnotationView>({
      root: () => (this.#isClosed ? null : this.htx),
      events: scope?.events ?? NO_EVENTS,
      scripts: {
        load: (url, integrity) => this.scripts.load(url, integrity),
      },
      ...sources,
      owner,
    });
  }
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value;
}
