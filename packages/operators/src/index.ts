export {
  DuplicateOperatorError,
  OperatorEditError,
  OperatorExecutionError,
  OperatorLifecycleError,
  OperatorNotFoundError,
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
export {createAbortController} from './operator/abort-signal.js';
export type {
  AbortControllerFactory,
  AbortControllerLike,
  AbortSignalLike,
  OperatorSignal,
} from './operator/abort-signal.js';
export {BaseOperator} from './operator/base-operator.js';
export type {OperatorContext} from './operator/operator-context.js';
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
export {BaseParameter} from './parameters/base-parameter.js';
export type {ParameterOptions} from './parameters/base-parameter.js';
export {BoolParameter} from './parameters/bool-parameter.js';
export {FloatParameter} from './parameters/float-parameter.js';
export {IntParameter} from './parameters/int-parameter.js';
export {NumberParameter} from './parameters/number-parameter.js';
export type {NumberParameterOptions} from './parameters/number-parameter.js';
export {
  describeIssue,
  pointerParts,
  toPointer,
} from './parameters/parameter-issue.js';
export type {
  ParameterIssue,
  ParameterIssueCode,
} from './parameters/parameter-issue.js';
export {readParameterValues} from './parameters/parameter-values.js';
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
export {PARAMETER_READERS, readParameter} from './parameters/read-parameter.js';
export type {
  ParameterReader,
  ParameterSource,
} from './parameters/read-parameter.js';
export {StringParameter} from './parameters/string-parameter.js';
export {TableParameter} from './parameters/table-parameter.js';
export type {
  TableParameterOptions,
  TableRow,
} from './parameters/table-parameter.js';
export {UnknownParameter} from './parameters/unknown-parameter.js';
export type {UnknownParameterOptions} from './parameters/unknown-parameter.js';
export type {OperatorEntry} from './registry/operator-entry.js';
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
export type {
  OperatorEdit,
  OperatorEditor,
  OperatorTarget,
  RegionDraft,
} from './target/operator-target.js';
export {StoreOperatorTarget, scopesOf} from './target/store-operator-target.js';
export type {StoreOperatorTargetOptions} from './target/store-operator-target.js';
