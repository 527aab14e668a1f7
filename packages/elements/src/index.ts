export {
  annotationContext,
  eventsContext,
  hostContext,
  lsiContext,
  operatorsContext,
  pluginContext,
  taskContext,
} from './contexts.js';
export {readConfigXml} from './config-reader/read-config-xml.js';
export type {XmlIssue} from './config-reader/xml-issue.js';
export {ObservableController} from './controllers/observable-controller.js';
export {ErrorViewElement} from './error-view/error-view.js';
export {
  HostError,
  LabelingConfigError,
  PartLoadError,
  PluginUnknownError,
  SourceError,
  TaskError,
} from './errors.js';
export type {DataIssue, SourceFailure, SourceKind} from './errors.js';
export {
  AnnotationDeleteEvent,
  AnnotationGroundTruthEvent,
  AnnotationSelectEvent,
  HistorySelectEvent,
} from './events/annotation-events.js';
export {CHANGE_EVENTS, toDomEvent} from './events/change-events.js';
export {
  ConfigErrorEvent,
  HostErrorEvent,
  OperatorErrorEvent,
  PluginErrorEvent,
  TaskErrorEvent,
} from './events/error-events.js';
export {
  OperatorCloseEvent,
  OperatorDoneEvent,
  OperatorInputEvent,
  OperatorPresetEvent,
  OperatorRunEvent,
  OperatorShowEvent,
  OperatorSubmitEvent,
} from './events/operator-events.js';
export {PluginReceiptEvent} from './events/plugin-events.js';
export {
  CommentCreateEvent,
  CommentDeleteEvent,
  CommentListEvent,
  CommentUpdateEvent,
  CustomButtonPressEvent,
  UrlPresignEvent,
} from './events/project-events.js';
export {
  RegionCreateEvent,
  RegionDeleteEvent,
  RegionFinishEvent,
  RegionSelectEvent,
} from './events/region-events.js';
export {RegionMenuRequestEvent} from './events/region-menu-events.js';
export type {MenuPoint} from './events/region-menu-events.js';
export {
  AnnotationAcceptEvent,
  AnnotationRejectEvent,
  AnnotationSubmitEvent,
  AnnotationUpdateEvent,
  BeforeAnnotationSaveEvent,
  DraftSubmitEvent,
} from './events/save-events.js';
export {
  StoreLoadEvent,
  TaskLoadEvent,
  TaskNextEvent,
  TaskPreviousEvent,
  TaskSkipEvent,
  TaskUnskipEvent,
} from './events/task-events.js';
export {AnnotationHostElement} from './host/annotation-host.js';
export {HOST_HOTKEYS} from './host/host-hotkeys.js';
export type {HostHotkey, HostHotkeyName} from './host/host-hotkeys.js';
export type {InputError} from './host/input.js';
export {PluginChangeEvent} from './host/plugin-events.js';
export {PluginElement} from './host/plugin.js';
export {HotkeyRegistry} from './hotkeys/hotkey-registry.js';
export type {
  HotkeyBinding,
  HotkeyHandler,
  HotkeyOptions,
  HotkeyScope,
} from './hotkeys/hotkey-registry.js';
export {LabelStudio} from './label-studio/label-studio.js';
export type {LabelStudioOptions} from './label-studio/label-studio-options.js';
export {ModalCloseEvent} from './modal/modal-events.js';
export {ModalElement} from './modal/modal.js';
export {
  OPERATOR_DIALOG_SLOT,
  connectOperators,
} from './operator-dialog/connect-operators.js';
export type {OperatorDescription} from './operator-dialog/operator-description.js';
export {OperatorDialogElement} from './operator-dialog/operator-dialog.js';
export {
  FieldRegistry,
  operatorFields,
} from './operator-form/fields/operator-fields.js';
export type {
  CustomField,
  FieldContext,
  FieldRenderer,
} from './operator-form/fields/operator-fields.js';
export type {OperatorChangesElement} from './operator-changes/operator-changes.js';
export type {OperatorPaletteElement} from './operator-palette/operator-palette.js';
export type {OperatorPresetsElement} from './operator-presets/operator-presets.js';
export type {OperatorResultsElement} from './operator-results/operator-results.js';
export type {OperatorTrayElement} from './operator-tray/operator-tray.js';
export {OperatorFormElement} from './operator-form/operator-form.js';
export {OperatorButtonsElement} from './operator-buttons/operator-buttons.js';
export {OperatorMenuElement} from './operator-menu/operator-menu.js';
export {OperatorSourceChangeEvent} from './operator-source/operator-source-events.js';
export {OperatorSourceElement} from './operator-source/operator-source.js';
export {PluginSettingsElement} from './plugin-settings/plugin-settings.js';
export {PluginSettingsButtonElement} from './plugin-settings/settings-button.js';
export {RegionListElement} from './region-list/region-list.js';
export {RegionMenuElement} from './region-menu/region-menu.js';
export type {RegionMenuEntry} from './region-menu/region-menu-entry.js';
export {
  HotkeyConflictError,
  HotkeyUnknownError,
  RegionRemarkError,
} from './contributions/errors.js';
export type {HotkeyConflict} from './contributions/errors.js';
export {RelationListElement} from './relation-list/relation-list.js';
export {baseStyles} from './styles/base.styles.js';
export {buttonStyles} from './styles/button.styles.js';
export {ensureTokens} from './operator-form/ensure-tokens.js';
export {icon} from './styles/icons.js';
export type {IconName} from './styles/icons.js';
export {tokens} from './styles/tokens.js';
export {createDefaultRegistry} from './surfaces/default-registry.js';
export {
  SurfaceError,
  SurfaceLoadError,
  TaxonomyLoadError,
  TextLoadError,
} from './surfaces/errors.js';
export type {ProposedRegion} from './surfaces/proposed-region.js';
export {SurfaceRegistry} from './surfaces/surface-registry.js';
export type {SurfaceContext, SurfaceFactory} from './surfaces/surface.js';
export {NoticeActionEvent, NoticeDismissEvent} from './toast/notice-events.js';
export {NoticeElement} from './toast/notice.js';
export {TOAST_DURATION_MS, ToastElement} from './toast/toast.js';
export type {ToastOptions} from './toast/toast.js';
export {ToolbarElement} from './toolbar/toolbar.js';
