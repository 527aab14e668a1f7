export {ProposedEdits} from './edits/proposed-edits.js';
export type {
  ApplyMode,
  ProposedEditsOptions,
  ProposedEditsState,
} from './edits/proposed-edits.js';
export type {
  EditConflict,
  EditConflictReason,
  RegionChange,
} from './edits/region-change.js';
export {
  DuplicateOperatorError,
  OperatorBusyError,
  OperatorConflictError,
  OperatorEditError,
  OperatorExecutionError,
  OperatorLifecycleError,
  OperatorNotFoundError,
  OperatorTimeoutError,
  OperatorUiMissingError,
  OperatorUnavailableError,
  ParameterDefinitionError,
  ParameterValidationError,
} from './errors.js';
export {GreetingOperator} from './examples/greeting-operator.js';
export type {GreetingParameters} from './examples/greeting-operator.js';
export type {LabelRule} from './examples/pre-label-text/label-rule.js';
export {PreLabelTextOperator} from './examples/pre-label-text/pre-label-text-operator.js';
export type {PreLabelTextParameters} from './examples/pre-label-text/pre-label-text-operator.js';
export {OperatorMemory} from './memory/operator-memory.js';
export type {
  OperatorMemoryOptions,
  OperatorPreset,
  OperatorStorage,
  RememberedOperator,
} from './memory/operator-memory.js';
export {createAbortController} from './operator/abort-signal.js';
export type {
  AbortControllerFactory,
  AbortControllerLike,
  AbortSignalLike,
  OperatorSignal,
} from './operator/abort-signal.js';
export {BaseOperator} from './operator/base-operator.js';
export type {
  OperatorCollection,
  OperatorContext,
} from './operator/operator-context.js';
export type {
  OperatorOverlap,
  OperatorDanger,
  OperatorMeta,
  OperatorPlacement,
} from './operator/operator-meta.js';
export type {OperatorResult} from './operator/operator-result.js';
export {OperatorScope} from './operator/operator-scope.js';
export type {OperatorStatus} from './operator/operator-status.js';
export type {ExecuteOptions, Operator} from './operator/operator.js';
export type {
  OperatorFormHooks,
  OptionsRequest,
  ResolveOptions,
  ResolvedParameters,
  ValidateOperatorAsyncOptions,
  ValidateOperatorOptions,
} from './operator/operator-form-hooks.js';
export {defineOperator} from './operator/define-operator.js';
export type {OperatorDefinition} from './operator/define-operator.js';
export type {
  ConditionOperand,
  ConditionView,
  ParameterCondition,
} from './parameters/condition-view.js';
export type {
  BlobFileLike,
  OperatorFile,
  OperatorFileJson,
} from './parameters/operator-file.js';
export type {ParameterProblem} from './parameters/parameter-problem.js';
export type {
  ParameterValueOf,
  ParameterValuesOf,
} from './parameters/parameter-values-of.js';
export type {
  BlobLike,
  ImageOutput,
  JsonOutput,
  LinkOutput,
  NumberOutput,
  OperatorOutput,
  PlotKind,
  PlotOutput,
  PlotSeries,
  TableOutput,
  TableOutputCell,
  TableOutputColumn,
  TextOutput,
} from './output/operator-output.js';
export type {OutputIssue} from './output/output-issue.js';
export {readOutputs} from './output/read-outputs.js';
export type {ReadOutputs} from './output/read-outputs.js';
export {LatestOnly} from './operator/latest-only.js';
export type {LatestAnswer} from './operator/latest-only.js';
export {activityOf} from './parameters/activity.js';
export type {ParameterActivity} from './parameters/activity.js';
export {BaseParameter} from './parameters/base-parameter.js';
export type {
  NestedValue,
  ParameterOptions,
  ValidationAnswer,
} from './parameters/base-parameter.js';
export {BoolParameter} from './parameters/bool-parameter.js';
export type {BoolParameterOptions} from './parameters/bool-parameter.js';
export {ChoiceParameter} from './parameters/choice-parameter.js';
export type {ChoiceParameterOptions} from './parameters/choice-parameter.js';
export {toChoices} from './parameters/choice.js';
export type {Choice} from './parameters/choice.js';
export {ColorParameter} from './parameters/color-parameter.js';
export type {ColorParameterOptions} from './parameters/color-parameter.js';
export {
  conditionFault,
  conditionParameters,
  evaluateCondition,
} from './parameters/condition.js';
export type {ConditionLookup} from './parameters/condition.js';
export {DateParameter} from './parameters/date-parameter.js';
export {DateTimeParameter} from './parameters/date-time-parameter.js';
export {labelChoices, regionChoices} from './parameters/domain-choices.js';
export type {RegionChoicesOptions} from './parameters/domain-choices.js';
export {FileParameter, byteText} from './parameters/file-parameter.js';
export type {FileParameterOptions} from './parameters/file-parameter.js';
export {FloatParameter} from './parameters/float-parameter.js';
export {IntParameter} from './parameters/int-parameter.js';
export {LabelParameter} from './parameters/label-parameter.js';
export type {LabelParameterOptions} from './parameters/label-parameter.js';
export {ListParameter} from './parameters/list-parameter.js';
export type {ListParameterOptions} from './parameters/list-parameter.js';
export type {MomentParameterOptions} from './parameters/moment-parameter.js';
export {NoticeParameter} from './parameters/notice-parameter.js';
export type {NoticeParameterOptions} from './parameters/notice-parameter.js';
export {NumberParameter} from './parameters/number-parameter.js';
export type {NumberParameterOptions} from './parameters/number-parameter.js';
export {ObjectParameter} from './parameters/object-parameter.js';
export type {ObjectParameterOptions} from './parameters/object-parameter.js';
export {OneOfParameter, VARIANT_KEY} from './parameters/one-of-parameter.js';
export type {
  OneOfParameterOptions,
  Variant,
  VariantValue,
} from './parameters/one-of-parameter.js';
export {
  isFileSource,
  toFileJson,
  toOperatorFile,
  valuesToJson,
} from './parameters/operator-file.js';
export type {FileSource} from './parameters/operator-file.js';
export {
  describeIssue,
  describeIssues,
  moveIssue,
  pointerParts,
  toPointer,
} from './parameters/parameter-issue.js';
export type {
  ParameterIssue,
  ParameterIssueCode,
} from './parameters/parameter-issue.js';
export {PARAMETER_READERS} from './parameters/parameter-readers.js';
export type {
  ParameterContext,
  ParameterScope,
} from './parameters/parameter-scope.js';
export {
  initialValues,
  readParameterValues,
} from './parameters/parameter-values.js';
export type {
  ParameterValues,
  ReadValuesOptions,
} from './parameters/parameter-values.js';
export type {
  ChoiceEntry,
  ChoiceStyle,
  ChoiceView,
  ColumnView,
  ItemDefinition,
  NoticeSeverity,
  ParameterDefinition,
  ParameterType,
  ParameterView,
  ParameterViewExtensions,
  ScalarValue,
  StringFormat,
  VariantView,
} from './parameters/parameter-view.js';
export {SafePattern} from './parameters/pattern/safe-pattern.js';
export {RangeParameter} from './parameters/range-parameter.js';
export type {
  NumberRange,
  RangeParameterOptions,
} from './parameters/range-parameter.js';
export {readParameter} from './parameters/read-parameter.js';
export type {
  ParameterReader,
  ParameterReaders,
  ParameterSource,
} from './parameters/read-parameter.js';
export {readParameters} from './parameters/read-parameters.js';
export {RegionParameter} from './parameters/region-parameter.js';
export type {RegionParameterOptions} from './parameters/region-parameter.js';
export {resolveParameters} from './parameters/resolve-parameters.js';
export type {
  ResolveParametersOptions,
  ResolvedForm,
} from './parameters/resolve-parameters.js';
export {StringParameter} from './parameters/string-parameter.js';
export type {StringParameterOptions} from './parameters/string-parameter.js';
export {TableParameter} from './parameters/table-parameter.js';
export type {
  TableParameterOptions,
  TableRow,
} from './parameters/table-parameter.js';
export {TimeParameter} from './parameters/time-parameter.js';
export {UnknownParameter} from './parameters/unknown-parameter.js';
export type {UnknownParameterOptions} from './parameters/unknown-parameter.js';
export {
  operatorIssues,
  validateParameterValues,
} from './parameters/validate-values.js';
export type {ValidateValuesOptions} from './parameters/validate-values.js';
export {withoutSecrets} from './parameters/without-secrets.js';
export type {WireKeys, WireKind} from './parameters/wire-keys.js';
export type {
  CanAnswer,
  CanRequest,
  OperatorCan,
} from './registry/can-operator.js';
export type {
  OperatorEntry,
  OperatorEntryMeta,
} from './registry/operator-entry.js';
export {OperatorRegistry} from './registry/operator-registry.js';
export type {
  OperatorOpenRequest,
  OperatorRegistryOptions,
  RunOptions,
} from './registry/operator-registry.js';
export type {
  OperatorSource,
  OperatorSourceState,
} from './registry/operator-source.js';
export {displayJson, knownReads} from './remote/display-json.js';
export type {DisplayJson, OperatorRead} from './remote/display-json.js';
export type {ContextFilter, FromContext} from './remote/execute-body.js';
export {LightlyStudioOperators} from './remote/lightly-studio-operators.js';
export type {LightlyStudioOperatorsOptions} from './remote/lightly-studio-operators.js';
export type {
  ByteReader,
  FetchInit,
  FetchLike,
  ResponseLike,
  StartTimer,
} from './remote/platform.js';
export {platformFetch} from './remote/platform.js';
export {RemoteConnection} from './remote/remote-connection.js';
export type {
  RemoteAnswer,
  RemoteConnectionOptions,
  RemoteHeaders,
  RemoteRequest,
} from './remote/remote-connection.js';
export {RemoteOperatorError} from './remote/remote-operator-error.js';
export type {
  RemoteErrorKind,
  RemoteOperatorErrorOptions,
} from './remote/remote-operator-error.js';
export {OperatorRun} from './run/operator-run.js';
export type {
  OperatorLogEntry,
  OperatorProgress,
  OperatorRunEnd,
  OperatorRunOptions,
  OperatorRunSnapshot,
  OperatorRunState,
} from './run/operator-run.js';
export type {OperatorRunList} from './run/run-list.js';
export type {
  OperatorEdit,
  OperatorEditor,
  OperatorTarget,
  RegionDraft,
} from './target/operator-target.js';
export {StoreOperatorTarget, scopesOf} from './target/store-operator-target.js';
export type {StoreOperatorTargetOptions} from './target/store-operator-target.js';
