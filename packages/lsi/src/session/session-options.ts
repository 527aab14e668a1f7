import type {SchedulerLike} from 'rxjs';

import type {AnnotationStore, User} from '@ls-annotation/core';

import type {FrontendEvents} from '../events/frontend-events.js';
import type {ScriptLoader} from '../script-loader.js';

import type {FrontendOptions} from './frontend-state.js';
import type {LabelingSettings} from './labeling-settings.js';

/** The project a task belongs to, as Label Studio's project API has it. */
export interface Project {
  /** Server id. */
  readonly id?: number | string;
  /** Name to show. */
  readonly title?: string;
  /** Whatever else the page knows. */
  readonly [key: string]: unknown;
}

/** What a {@link LabelingSession} may be made with. */
export interface LabelingSessionOptions extends FrontendOptions {
  /**
   * Holder of the state: one that follows another session's, for example.
   * @defaultValue a new one
   */
  readonly store?: AnnotationStore;
  /**
   * Events of the frontend.
   * @defaultValue new ones
   */
  readonly events?: FrontendEvents;
  /** Who annotates. */
  readonly user?: User | null;
  /** Everyone whose name may be shown. */
  readonly users?: readonly User[];
  /** Project of the task, for `DM.project`. */
  readonly project?: Project | null;
  /**
   * Parts of the frontend that are on.
   * @defaultValue {@link DEFAULT_INTERFACES}
   */
  readonly interfaces?: readonly string[];
  /** Settings that differ from {@link DEFAULT_SETTINGS}. */
  readonly settings?: Partial<LabelingSettings>;
  /** Instructions of the project. */
  readonly description?: string;
  /** Loads scripts for `LSI.import`; without it every import rejects. */
  readonly scripts?: ScriptLoader;
  /**
   * How long a `beforeSaveAnnotation` handler may take, milliseconds.
   * @defaultValue 30000
   */
  readonly saveDeadlineMs?: number;
  /**
   * Source of time.
   * @defaultValue rxjs' `asyncScheduler`
   */
  readonly scheduler?: SchedulerLike;
}
