import type {Observable} from 'rxjs';

import type {Disposer, Task} from '@ls-annotation/core';
import type {
  AnnotationScope,
  AnnotationView,
  DataManager,
  FrontendEventSource,
  LabelingSession,
  LSI,
  RootStore,
} from '@ls-annotation/lsi';

import type {Contribute} from './contributions/contribution.js';
import type {SettingValues} from './plugin-setting.js';
import type {PluginServices} from './services/plugin-services.js';

/** The part of an operator registry that a plugin needs. */
export interface PluginOperators {
  /** Adds an operator; the disposer takes it away again. */
  register(operator: object): Disposer;
}

/**
 * What a module plugin gets for one display of an annotation.
 *
 * Everything in it is bound to the display: streams complete, handlers go and
 * disposers run when the display closes.
 *
 * @typeParam S - type of the values of its settings.
 */
export interface PluginContext<S = SettingValues> {
  /** Id of the plugin. */
  readonly pluginId: string;
  /** The host element, or `null` without one. */
  readonly host: HTMLElement | null;
  /** Session of the host. */
  readonly session: LabelingSession;
  /** Label Studio Interface. */
  readonly lsi: LSI;
  /** What Label Studio plugins see as `Htx`. */
  readonly htx: RootStore;
  /** What Label Studio plugins see as `DM`. */
  readonly dm: DataManager;
  /** The display. */
  readonly scope: AnnotationScope;
  /** Live view of the annotation on display. */
  readonly annotation: AnnotationView;
  /** The task on display. */
  readonly task: Task | null;
  /** Frontend events for as long as the display lasts. */
  readonly events: FrontendEventSource;
  /** Aborts when the display closes; for `fetch` and listeners. */
  readonly signal: AbortSignal;
  /** Operators of the host; what is registered here goes with the display. */
  readonly operators: PluginOperators;
  /** Buttons, panels, hotkeys, badges and the like in the host's chrome. */
  readonly contribute: Contribute;
  /** Services of other plugins, and its own. */
  readonly services: PluginServices;
  /** The values of its settings, always as they are at the moment. */
  readonly settings: S;
  /** The values of its settings: now, then on every change. */
  readonly settings$: Observable<S>;

  /**
   * Has `disposer` run when the display closes.
   *
   * Disposers run in reverse order, each once and each guarded; one that
   * comes too late runs at once.
   */
  addDisposer(disposer: Disposer): void;
}
