export {LOG_LEVELS} from './console/log-level.js';
export type {LogLevel} from './console/log-level.js';
export {ContributionBoard} from './contributions/contribution-board.js';
export type {
  Contributed,
  Contributor,
} from './contributions/contribution-board.js';
export type {
  Badge,
  Contribute,
  Contribution,
  ContributionKind,
  ContributionMap,
  PluginHotkey,
  PluginNotice,
  PluginPanel,
  RegionAction,
  RegionBadges,
  RegionCheck,
  RegionMessage,
  Tone,
  ToolbarButton,
} from './contributions/contribution.js';
export {
  ContributionError,
  PageReplacementError,
  PluginDefinitionError,
  PluginModuleError,
  PluginError,
  PluginFetchError,
  PluginFrameError,
  PluginImportError,
  PluginIntegrityError,
  PluginNotScriptError,
  PluginOriginError,
  PluginPermissionError,
  PluginPolicyError,
  PluginProtocolError,
  PluginSourceError,
  PluginSyntaxError,
  PluginTimeoutError,
  PluginUnresponsiveError,
  WriteRefusedError,
} from './errors.js';
export type {
  PluginErrorOptions,
  PluginPlace,
  SourcePosition,
} from './errors.js';
export {HostGlobals, hostGlobals} from './globals/host-globals.js';
export type {GlobalsOwner} from './globals/host-globals.js';
export {HOST_VERSION} from './module/host-range.js';
export {
  PluginHostVersionError,
  PluginManifestError,
} from './module/manifest-errors.js';
export type {PluginContext, PluginOperators} from './plugin-context.js';
export {definePlugin, isPluginDefinition} from './plugin-definition.js';
export type {PluginActivation, PluginDefinition} from './plugin-definition.js';
export type {
  PluginSetting,
  SettingValueOf,
  SettingValues,
  SettingsOf,
} from './plugin-setting.js';
export {createToken} from './plugin-token.js';
export type {PluginToken} from './plugin-token.js';
export {PLUGIN_SLOTS, sourceId, sourceKey} from './plugin-source.js';
export type {PluginKind, PluginSlot, PluginSource} from './plugin-source.js';
export {runAsHost} from './reclaim/run-as-host.js';
export {PluginReceipt} from './reclaim/plugin-receipt.js';
export type {ReceiptItem, ReceiptOutcome} from './reclaim/plugin-receipt.js';
export {isResourceKind, RESOURCE_KINDS} from './reclaim/resource-kind.js';
export type {ResourceKind} from './reclaim/resource-kind.js';
export {trusted} from './trusted-types.js';
export type {PluginDisplay} from './runtime/plugin-display.js';
export type {PluginRunners} from './runtime/plugin-entry.js';
export type {PluginLog, PluginRun} from './runtime/plugin-report.js';
export type {SetAsidePlugin} from './runtime/plugin-health.js';
export type {PluginEnvironment} from './runtime/plugin-environment.js';
export type {
  NamedSource,
  PluginRunner,
  PreparedPlugin,
} from './runtime/plugin-runner.js';
export {PluginRuntime} from './runtime/plugin-runtime.js';
export {PLUGIN_DEADLINE_MS} from './runtime/runtime-options.js';
export type {PluginRuntimeOptions} from './runtime/runtime-options.js';
export {decodeValue, encodeValue} from './sandbox/encode-value.js';
export type {EncodedValue, Reference} from './sandbox/encode-value.js';
export {PERMISSIONS} from './sandbox/permissions.js';
export type {Permission} from './sandbox/permissions.js';
export {findSyntaxError} from './script/find-syntax-error.js';
export {ScriptElementLoader} from './script/script-element-loader.js';
export type {ScriptElementLoaderOptions} from './script/script-element-loader.js';
export type {PluginServices} from './services/plugin-services.js';
export {
  ServiceCycleError,
  ServiceMissingError,
  ServiceTakenError,
  ServiceUndeclaredError,
} from './services/service-errors.js';
export {PluginSettings} from './settings/plugin-settings.js';
export type {
  PluginSettingsOptions,
  SettingIssue,
} from './settings/plugin-settings.js';
export {SettingsBook} from './settings/settings-book.js';
export type {SettingsBookOptions} from './settings/settings-book.js';
export type {ReadSettings, SettingsSchema} from './settings/settings-schema.js';
export {LOCAL_SETTINGS} from './settings/settings-storage.js';
export type {SettingsStorage} from './settings/settings-storage.js';
