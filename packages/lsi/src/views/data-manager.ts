import {parsedLabelConfig} from '@ls-annotation/core';

import {ApiMissingError} from '../errors.js';
import type {SessionContext} from '../session/session-context.js';
import type {Project} from '../session/session-options.js';
import type {TaskHistoryEntry} from '../session/task-history.js';

import type {AnnotationView} from './annotation-view.js';
import type {RootStore} from './root-store.js';
import type {TaskView} from './task-view.js';
import type {UserView} from './user-view.js';

/** The frontend as Label Studio's data manager knows it. */
export interface FrontendWrapper {
  /** The root store. */
  readonly lsf: RootStore;
  /** The task on display, `null` without one. */
  readonly task: TaskView | null;
  /** Server id of the task. */
  readonly taskID: unknown;
  /** Tasks that were on display. */
  readonly taskHistory: TaskHistoryEntry[];
  /** The chosen annotation, `null` for none. */
  readonly currentAnnotation: AnnotationView | null;
  /** Annotations, newest first. */
  readonly annotations: AnnotationView[];
  /** Predictions in the order of the task. */
  readonly predictions: AnnotationView[];
  /** The project, `undefined` when the page does not say. */
  readonly project: Project | undefined;
  /** True for a stream of tasks, false for chosen ones. */
  readonly labelStream: boolean;
}

/** The tasks as Label Studio's data manager lists them. */
export interface TaskStoreView {
  /** The task on display, `null` without one. */
  readonly selected: TaskView | null;
  /** Tasks that are known here: the one on display. */
  readonly list: readonly TaskView[];
  /** How many tasks there are in the queue, or known. */
  readonly total: number;
}

/** What scripts of a page use of Label Studio's data manager. */
export interface ManagerSdk {
  /** The frontend. */
  readonly lsf: FrontendWrapper;
  /** `labelstream` for a stream of tasks, `explorer` for chosen ones. */
  readonly mode: string;
  /** Subscribes to an event of the frontend. */
  on(name: string, handler: (...args: never[]) => unknown): void;
  /** Ends that. */
  off(name: string, handler: (...args: never[]) => unknown): void;
}

/**
 * What plugins see as `DM`: the part of Label Studio's data manager that there
 * is without its pages.
 */
export class DataManager {
  readonly #context: SessionContext;

  constructor(context: SessionContext) {
    this.#context = context;
  }

  /**
   * The project as Label Studio's project API has it, with `label_config` and
   * `parsed_label_config` filled in from the config; `undefined` when the page
   * does not say.
   */
  get project(): Project | undefined {
    const {project: source, config, configXml} = this.#context;
    if (!source) return undefined;
    return Object.freeze({
      label_config: configXml,
      parsed_label_config: config ? parsedLabelConfig(config) : {},
      config_has_control_tags: (config?.controls.length ?? 0) > 0,
      ...source,
    });
  }

  /** Everyone whose name may be shown. */
  get users(): UserView[] {
    return this.#context.root.users;
  }

  /** `labelstream` for a stream of tasks, `explorer` for chosen ones. */
  get mode(): 'explorer' | 'labelstream' {
    return this.#context.frontend.explore ? 'explorer' : 'labelstream';
  }

  /** The frontend. */
  get LSF(): FrontendWrapper {
    const {root} = this.#context;
    const {annotationStore} = root;
    return {
      lsf: root,
      task: root.task,
      taskID: root.task?.id,
      taskHistory: root.taskHistory,
      currentAnnotation: annotationStore.selected,
      annotations: annotationStore.annotations,
      predictions: annotationStore.predictions,
      project: this.project,
      labelStream: this.mode === 'labelstream',
    };
  }

  /** The data manager as scripts of a page know it. */
  get SDK(): ManagerSdk {
    const {events} = this.#context.root;
    return {
      lsf: this.LSF,
      mode: this.mode,
      on: (name, handler) => {
        events.on(name, handler);
      },
      off: (name, handler) => {
        events.off(name, handler);
      },
    };
  }

  /** The tasks. */
  get taskStore(): TaskStoreView {
    const {root} = this.#context;
    const {task: selected} = root;
    const list = selected ? [selected] : [];
    return {selected, list, total: root.queueTotal || list.length};
  }

  /**
   * Asks the server of the project.
   *
   * @param name - Name of the request, for example `project`.
   * @returns Its answer. Rejects with {@link ApiMissingError} where the page
   * gives no server.
   */
  async apiCall(
    name: string,
    parameters?: unknown,
    body?: unknown,
  ): Promise<unknown> {
    const {callApi} = this.#context;
    if (!callApi) throw new ApiMissingError(name);
    return callApi(name, parameters, body);
  }
}
