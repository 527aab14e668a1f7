import type {SchedulerLike} from 'rxjs';

import type {
  AnnotationStore,
  LabelConfig,
  LsError,
  TaskData,
  User,
} from '@ls-annotation/core';

import type {FrontendEvents} from '../events/frontend-events.js';
import {RootStore} from '../views/root-store.js';

import {AnnotationList} from './annotation-list.js';
import type {Display} from './display.js';
import {DraftSaver} from './draft-saver.js';
import {createEditors, type Editors} from './editors.js';
import {FrontendState, type FrontendOptions} from './frontend-state.js';
import type {HotkeyBinder} from './hotkey-binder.js';
import type {LabelingActions} from './labeling-actions.js';
import type {LabelingSettings} from './labeling-settings.js';
import type {ModalType} from './modal-request.js';
import {SaveCycle} from './save-cycle.js';
import {SessionActions} from './session-actions.js';
import type {CallApi, ReadConfig, SessionContext} from './session-context.js';
import type {SessionFlags} from './session-flags.js';
import type {Project} from './session-options.js';
import {TaskLoader} from './task-loader.js';

const NO_DATA: TaskData = Object.freeze({});

/** What a session gives its parts. */
export interface SessionHost {
  /** Holder of all annotation state. */
  readonly store: AnnotationStore;
  /** Events of the frontend. */
  readonly events: FrontendEvents;
  /** How the person likes to work. */
  readonly settings: LabelingSettings;
  /** Parts of the frontend that are on. */
  interfaces: readonly string[];
  /** Who annotates. */
  readonly user: User | null;
  /** Everyone whose name may be shown. */
  users: readonly User[];
  /** Project of the task. */
  readonly project: Project | null;
  /** Instructions of the project. */
  readonly description: string;
  /** What the session is busy with. */
  readonly flags: SessionFlags;
  /** Binds keys, `null` without a page. */
  readonly hotkeys: HotkeyBinder | null;
  /** Reads a config of its XML, `null` without a page. */
  readonly readConfig: ReadConfig | null;
  /** Asks the server of a project, `null` without one. */
  readonly callApi: CallApi | null;
  /** True when the first annotation gives way to one that the page makes. */
  readonly yieldsFirst: boolean;
  /** Sets what the session is busy with. */
  setFlags(flags: Partial<SessionFlags>): void;
  /** Asks for a message to be shown. */
  showModal(message: string, type?: ModalType): void;
  /** Reports a failure. */
  reportError(error: LsError): void;
}

/** What the parts of a session are made with. */
export interface SessionServicesOptions {
  /** What is on display. */
  readonly display: Display;
  /** Source of time. */
  readonly scheduler: SchedulerLike;
  /** How long a `beforeSaveAnnotation` handler may take, milliseconds. */
  readonly saveDeadlineMs: number;
  /** What the page says about the frontend. */
  readonly frontend: FrontendOptions;
}

/**
 * The parts of a session, made once and handed to each other.
 *
 * @internal
 */
export class SessionServices implements SessionContext {
  readonly #host: SessionHost;
  readonly scheduler: SchedulerLike;
  readonly frontend: FrontendState;
  readonly root: RootStore;
  readonly editors: Editors;
  readonly actions: LabelingActions;
  readonly annotations: AnnotationList;
  readonly drafts: DraftSaver;
  readonly saves: SaveCycle;
  readonly loader: TaskLoader;

  constructor(host: SessionHost, options: SessionServicesOptions) {
    this.#host = host;
    this.scheduler = options.scheduler;
    this.frontend = new FrontendState(() => {
      this.setFlags({});
    }, options.frontend);
    this.root = new RootStore(this);
    this.editors = createEditors(this, 'plugin');
    this.actions = new SessionActions(this);
    this.annotations = new AnnotationList(this, options.display);
    this.drafts = new DraftSaver(this);
    this.saves = new SaveCycle(this, this.drafts, options.saveDeadlineMs);
    this.loader = new TaskLoader(this, options.display);
  }

  get store(): AnnotationStore {
    return this.#host.store;
  }

  get events(): FrontendEvents {
    return this.#host.events;
  }

  get config(): LabelConfig | null {
    return this.loader.config;
  }

  get configXml(): string {
    return this.loader.configXml;
  }

  get data(): TaskData {
    return this.store.state.task?.data ?? NO_DATA;
  }

  get settings(): LabelingSettings {
    return this.#host.settings;
  }

  get interfaces(): readonly string[] {
    return this.#host.interfaces;
  }

  get user(): User | null {
    return this.#host.user;
  }

  get users(): readonly User[] {
    return this.#host.users;
  }

  get project(): Project | null {
    return this.#host.project;
  }

  get description(): string {
    return this.#host.description;
  }

  get flags(): SessionFlags {
    return this.#host.flags;
  }

  get hotkeys(): HotkeyBinder | null {
    return this.#host.hotkeys;
  }

  get readConfig(): ReadConfig | null {
    return this.#host.readConfig;
  }

  get callApi(): CallApi | null {
    return this.#host.callApi;
  }

  get yieldsFirst(): boolean {
    return this.#host.yieldsFirst;
  }

  setUsers(users: readonly User[]): void {
    this.#host.users = users;
    this.setFlags({});
  }

  setInterfaces(interfaces: readonly string[]): void {
    this.#host.interfaces = interfaces;
    this.setFlags({});
  }

  setFlags(flags: Partial<SessionFlags>): void {
    this.#host.setFlags(flags);
  }

  showModal(message: string, type: ModalType = 'warning'): void {
    this.#host.showModal(message, type);
  }

  reportError(error: LsError): void {
    this.#host.reportError(error);
  }
}
