export {messageOf} from '@ls-annotation/core';
export {
  ApiMissingError,
  ConfigReaderMissingError,
  HandlerDeadlineError,
  HandlerError,
  HotkeyNameError,
  ResultsError,
  SaveError,
  ScopeCloseError,
  ScriptImportError,
  SuggestionsError,
} from './errors.js';
export {EventInvoker} from './events/event-invoker.js';
export {FRONTEND_EVENTS} from './events/frontend-event-catalogue.js';
export type {FrontendEventEntry} from './events/frontend-event-catalogue.js';
export type {
  FrontendEventArguments,
  FrontendEventMap,
  FrontendEventName,
  HistoryItem,
  ReviewDetail,
  SaveEventName,
  SelectAnnotationOptions,
} from './events/frontend-event-map.js';
export type {FrontendEvent} from './events/frontend-event.js';
export {FrontendEvents} from './events/frontend-events.js';
export type {
  FrontendEventSource,
  HandlerAdoption,
  HandlerOptions,
  HandlerOutcome,
  HandlerRun,
} from './events/frontend-events.js';
export type {
  FrontendEventHandler,
  HandlerCall,
} from './events/handler-table.js';
export {HandlerThrew} from './events/event-watcher.js';
export type {
  CalledHandler,
  EventHandling,
  EventWatcher,
  HandlerWatcher,
} from './events/event-watcher.js';
export {LSI} from './lsi.js';
export type {
  LsiAnnotation,
  LsiEventSource,
  LsiOptions,
  LsiRootStore,
  LsiRootTask,
  LsiSources,
  LsiTask,
} from './lsi.js';
export {AnnotationScope} from './scope/annotation-scope.js';
export type {AnnotationScopeOptions} from './scope/annotation-scope.js';
export {DisposerStack} from './scope/disposer-stack.js';
export type {AbortSignalLike, ScopeSignal} from './scope/scope-signal.js';
export {ScopedEvents} from './scope/scoped-events.js';
export type {EventLifetime} from './scope/scoped-events.js';
export type {ScriptLoader} from './script-loader.js';
export type {
  CustomButton,
  CustomButtonEntry,
  CustomButtons,
} from './session/custom-button.js';
export type {FrontendOptions, FrontendState} from './session/frontend-state.js';
export type {
  HotkeyBinder,
  HotkeyBinderOptions,
} from './session/hotkey-binder.js';
export {DEFAULT_INTERFACES} from './session/interfaces.js';
export type {
  ControlPlace,
  CreateResultOptions,
  LabelingActions,
} from './session/labeling-actions.js';
export {LabelingSession, SAVE_DEADLINE_MS} from './session/labeling-session.js';
export {DEFAULT_SETTINGS} from './session/labeling-settings.js';
export type {LabelingSettings} from './session/labeling-settings.js';
export {MODAL_TYPES, isModalType} from './session/modal-request.js';
export type {ModalRequest, ModalType} from './session/modal-request.js';
export type {CallApi, ReadConfig} from './session/session-context.js';
export type {TaskHistoryEntry} from './session/task-history.js';
export {serializeAnnotation} from './session/serialize-annotation.js';
export {IDLE_FLAGS} from './session/session-flags.js';
export type {SessionFlags} from './session/session-flags.js';
export type {
  LabelingSessionOptions,
  Project,
} from './session/session-options.js';
export {AnnotationStoreView} from './views/annotation-store-view.js';
export type {CreateAnnotationOptions} from './views/annotation-store-view.js';
export {AnnotationView} from './views/annotation-view.js';
export type {BoxEdges} from './views/bounding-box.js';
export {CommentStoreView} from './views/comment-store-view.js';
export {CommentView} from './views/comment-view.js';
export type {CommentJson} from './views/comment-view.js';
export type {DeserializeOptions} from './views/annotation-view.js';
export {ControlView} from './views/control-view.js';
export {DataManager} from './views/data-manager.js';
export {DateTimeView} from './views/date-time-view.js';
export {HistoryView} from './views/history-view.js';
export type {HistoryEntry} from './views/history-view.js';
export {HotkeyGroup} from './views/hotkeys.js';
export type {HotkeyFactory} from './views/hotkeys.js';
export {BitmaskRegionView} from './views/bitmask-region-view.js';
export {ImageRegionView} from './views/image-region-view.js';
export {ImageTagView} from './views/image-tag-view.js';
export type {ImageEntityView} from './views/image-tag-view.js';
export {ItemView} from './views/item-view.js';
export {DEFAULT_KEYMAP} from './views/keymap.js';
export type {Keymap, NamedHotkey} from './views/keymap.js';
export {LiveMap} from './views/live-map.js';
export type {ObjectSurface, SizeView} from './views/object-surface.js';
export {ObjectView} from './views/object-view.js';
export type {PlayerReference, SyncHandler} from './views/object-view.js';
export {PairwiseView} from './views/pairwise-view.js';
export {RegionStoreView} from './views/region-store-view.js';
export type {SelectionView} from './views/region-store-view.js';
export {RegionView} from './views/region-view.js';
export type {GlobalOffsetsView} from './views/region-view.js';
export {RelationStoreView} from './views/relation-store-view.js';
export type {RelationView} from './views/relation-store-view.js';
export type {ResultStyle} from './views/result-style.js';
export {ResultView} from './views/result-view.js';
export {RootStore} from './views/root-store.js';
export {TagView} from './views/tag-view.js';
export type {TaskView} from './views/task-view.js';
export {TaxonomyView} from './views/taxonomy-view.js';
export {
  ParagraphsRegionView,
  TextRegionView,
} from './views/text-region-view.js';
export {
  fromTextPlacement,
  textOffsetsOf,
  toTextPlacement,
} from './views/text-offsets.js';
export type {TextOffsets, TextPlacement} from './views/text-offsets.js';
export {UserLabelsView} from './views/user-labels-view.js';
export type {UserLabel} from './views/user-labels-view.js';
export type {UserView} from './views/user-view.js';
export {TimeSeriesRegionView} from './views/time-series-region-view.js';
export {
  TimelineRegionView,
  VideoRegionView,
} from './views/video-region-view.js';
export {VectorRegionView} from './views/vector-region-view.js';
export {VideoTagView} from './views/video-tag-view.js';
export type {VideoPlayer} from './views/video-tag-view.js';
