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
 */
export interface PluginContext {
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

  /**
   * Has `disposer` run when the display closes.
   *
   * Disposers run in reverse order, each once and each guarded; one that
   * comes too late runs at once.
   */
  addDisposer(disposer: Disposer): void;
}
