import type {SchedulerLike} from 'rxjs';

import type {
  AnnotationStore,
  LabelConfig,
  LsError,
  TaskData,
  User,
} from '@ls-annotation/core';

import type {FrontendEvents} from '../events/frontend-events.js';
import type {RootStore} from '../views/root-store.js';

import type {AnnotationList} from './annotation-list.js';
import type {DraftSaver} from './draft-saver.js';
import type {Editors} from './editors.js';
import type {FrontendState} from './frontend-state.js';
import type {HotkeyBinder} from './hotkey-binder.js';
import type {LabelingActions} from './labeling-actions.js';
import type {LabelingSettings} from './labeling-settings.js';
import type {ModalType} from './modal-request.js';
import type {SaveCycle} from './save-cycle.js';
import type {SessionFlags} from './session-flags.js';
import type {TaskLoader} from './task-loader.js';
import type {Project} from './session-options.js';

/**
 * Reads a labeling config of its XML.
 *
 * @throws An error with what is wrong.
 */
export type ReadConfig = (xml: string) => LabelConfig;

/** Asks the server of a project, by the name of the request. */
export type CallApi = (
  name: string,
  parameters?: unknown,
  body?: unknown,
) => Promise<unknown>;

/**
 * What the parts of a session share. Getters answer for the present.
 *
 * @internal
 */
export interface SessionContext {
  /** Holder of all annotation state. */
  readonly store: AnnotationStore;
  /** Events of the frontend. */
  readonly events: FrontendEvents;
  /** Source of time. */
  readonly scheduler: SchedulerLike;
  /** The config, read with the task's data; `null` without one. */
  readonly config: LabelConfig | null;
  /** The config as it was written. */
  readonly configXml: string;
  /** Values of the task. */
  readonly data: TaskData;
  /** How the person likes to work. */
  readonly settings: LabelingSettings;
  /** Parts of the frontend that are on. */
  readonly interfaces: readonly string[];
  /** Who annotates. */
  readonly user: User | null;
  /** Everyone whose name may be shown. */
  readonly users: readonly User[];
  /** Project of the task. */
  readonly project: Project | null;
  /** Instructions of the project. */
  readonly description: string;
  /** What the session is busy with. */
  readonly flags: SessionFlags;
  /** What plugins see as `Htx`. */
  readonly root: RootStore;
  /** What views change the store with. */
  readonly editors: Editors;
  /** What surfaces change the store with. */
  readonly actions: LabelingActions;
  /** Annotations, predictions and what is on display. */
  readonly annotations: AnnotationList;
  /** Submit, update, skip and review. */
  readonly saves: SaveCycle;
  /** Keeper of unsaved work. */
  readonly drafts: DraftSaver;
  /** Takes configs and tasks in. */
  readonly loader: TaskLoader;
  /** What the frontend knows beside the task. */
  readonly frontend: FrontendState;
  /** Binds keys, `null` without a page. */
  readonly hotkeys: HotkeyBinder | null;
  /** True when the first annotation gives way to one that the page makes. */
  readonly yieldsFirst: boolean;
  /** Reads a config of its XML, `null` without a page. */
  readonly readConfig: ReadConfig | null;
  /** Asks the server of a project, `null` without one. */
  readonly callApi: CallApi | null;
  /** Sets everyone whose name may be shown. */
  setUsers(users: readonly User[]): void;
  /** Sets which parts of the frontend are on. */
  setInterfaces(interfaces: readonly string[]): void;
  /** Sets what the session is busy with. */
  setFlags(flags: Partial<SessionFlags>): void;
  /** Asks for a modal. */
  showModal(message: string, type?: ModalType): void;
  /** Reports a failure. */
  reportError(error: LsError): void;
}
