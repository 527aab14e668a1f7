export {
  AnnotationNotFoundError,
  DuplicateRegionError,
  LsError,
  RegionNotFoundError,
  UnreadableThrownError,
} from './errors.js';
export type {Disposer} from './disposer.js';
export {makeId} from './id.js';
export type {Issue, Parsed} from './issue.js';
export type {
  Geometry,
  NewRegion,
  Region,
  RegionOrigin,
} from './model/region.js';
export type {Relation} from './model/relation.js';
export type {ResultJson} from './model/result-json.js';
export type {Result} from './model/result.js';
export type {AnnotationJson, Task} from './model/task.js';
export type {User} from './model/user.js';
export {messageOf, readable, stackOf} from './thrown.js';
export {AnnotationHistory} from './state/annotation-history.js';
export type {HistoryStep} from './state/annotation-history.js';
export {EMPTY_SESSION} from './state/annotation-state.js';
export type {
  AnnotationHead,
  AnnotationInfo,
  AnnotationState,
  AnnotationType,
  SessionState,
  StoreHead,
  StoreState,
} from './state/annotation-state.js';
export {AnnotationStore} from './state/annotation-store.js';
export type {
  ChangeOrigin,
  Commit,
  CommitOptions,
  StatePatch,
} from './state/commit.js';
export {isUndoable} from './state/path.js';
export {
  EMPTY_REGION_TABLE,
  SHARD_SIZE,
  regionAt,
  regionsOf,
  withRegions,
} from './state/region-table.js';
export type {
  RegionPlaces,
  RegionShard,
  RegionTable,
} from './state/region-table.js';
export {LazyShard} from './state/lazy-shard.js';
export {makeRegion, makeResult} from './state/make-region.js';
export {replacesAnnotation, touchedRegions} from './state/touched-regions.js';
export type {TouchedRegions} from './state/touched-regions.js';
export {isClassificationValue} from './format/is-classification-value.js';
export {isDeepEqual} from './format/is-deep-equal.js';
export {isMerged, splitMergedLabels} from './format/merged-labels.js';
export {emptyAnnotation, readAnnotation} from './format/read-annotation.js';
export type {ReadAnnotationOptions} from './format/read-annotation.js';
export {readResults} from './format/read-results.js';
export type {ResultsContent} from './format/read-results.js';
export {readTask} from './format/read-task.js';
export {valueKeyOf} from './format/value-key.js';
export {writeResult, writeResults} from './format/write-results.js';
export type {WriteOptions} from './format/write-results.js';
export {
  classificationsOf,
  findClassification,
} from './state/classification-index.js';
export {cachedByShard} from './state/cached-by-shard.js';
export {childrenOf} from './state/children-index.js';
export type {Control} from './commands/control.js';
export {deleteRegion} from './commands/delete-region.js';
export {hasValue} from './commands/has-value.js';
export {selectRegions} from './commands/select-regions.js';
export {
  clearActiveLabels,
  setActiveLabels,
  setRemoteValue,
  setTool,
  setTypedText,
} from './commands/session-commands.js';
export {setClassification} from './commands/set-classification.js';
export type {ClassificationOptions} from './commands/set-classification.js';
export {setGeometry} from './commands/set-geometry.js';
export {setRegionFlags} from './commands/set-region-flags.js';
export type {RegionFlags} from './commands/set-region-flags.js';
export {setResultValue} from './commands/set-result-value.js';
export {ConfigError} from './errors.js';
export {
  attributeFlag,
  attributeList,
  attributeNumber,
  attributeText,
  hasAttribute,
} from './config/attribute.js';
export type {AttributeSpec, AttributeSpecs} from './config/attribute-spec.js';
export type {ConfigIssue, ConfigIssueCode} from './config/config-issue.js';
export type {ConfigNode} from './config/config-node.js';
export type {ConfigTag} from './config/config-tag.js';
export {expandRepeaters} from './config/expand-repeaters.js';
export {
  TAG_DEFINITIONS,
  findTagDefinition,
} from './config/find-tag-definition.js';
export type {LabelConfig} from './config/label-config.js';
export {optionsOf} from './config/options-of.js';
export {parseLabelConfig} from './config/parse-label-config.js';
export type {ParseLabelConfigOptions} from './config/parse-label-config.js';
export {parsedLabelConfig} from './config/parsed-label-config.js';
export type {ParsedControl, ParsedInput} from './config/parsed-label-config.js';
export {
  readPath,
  resolveTagValue,
  resolveValue,
} from './config/resolve-value.js';
export type {TaskData} from './config/resolve-value.js';
export {storedValue} from './config/stored-value.js';
export type {
  NameRule,
  TagDefinition,
  TagRole,
} from './config/tag-definition.js';
export type {BeforeSend, PendingValue} from './semantics/before-send.js';
export {beforeSend, flushTyped} from './semantics/before-send.js';
export {assignHotkeys, splitHotkey} from './semantics/assign-hotkeys.js';
export {canSubmitResult} from './semantics/can-submit-result.js';
export {
  childChoices,
  choiceValue,
  choiceValues,
  isMultiple,
  isNested,
  isSameChoice,
  selectableChoices,
} from './semantics/choice-value.js';
export type {ChoiceValue} from './semantics/choice-value.js';
export {
  checkDateTime,
  dateTimeFields,
  dateTimeFormat,
  formatDateTime,
  parseDateTime,
} from './semantics/date-time.js';
export type {DateTimeParts} from './semantics/date-time.js';
export {defaultChoices, initialLabels} from './semantics/default-values.js';
export type {DefaultChoice} from './semantics/default-values.js';
export {findLabel, toStoredValue} from './semantics/find-label.js';
export {isChoiceSelected} from './semantics/is-choice-selected.js';
export type {ChoiceQuery} from './semantics/is-choice-selected.js';
export {
  LABEL_PALETTE,
  colorOfText,
  labelColor,
  valueColor,
} from './semantics/label-color.js';
export {
  checkMaxUsages,
  labelUsage,
  maxUsagesOf,
} from './semantics/label-usage.js';
export {maxRating, nextValue} from './semantics/next-value.js';
export {checkNumber} from './semantics/number-value.js';
export {
  UNPLACED_BUCKET,
  defaultRanking,
  listItemIds,
} from './semantics/ranking.js';
export type {Ranking} from './semantics/ranking.js';
export {regionById, selectedRegion} from './semantics/region-by-id.js';
export {
  hasRegionLabel,
  isLabelingResult,
  labelingResult,
  regionLabels,
} from './semantics/region-labels.js';
export {resultOf, shownResult} from './semantics/shown-result.js';
export {canSubmitText, submitText, textLines} from './semantics/submit-text.js';
export type {TextSubmission} from './semantics/submit-text.js';
export {choiceState, toggleChoice} from './semantics/toggle-choice.js';
export type {ChoiceState} from './semantics/toggle-choice.js';
export {
  isAnswered,
  requiredMessage,
  validateAnnotation,
} from './semantics/validate-annotation.js';
export type {ValidateOptions} from './semantics/validate-annotation.js';
export type {
  ValidationCode,
  ValidationIssue,
} from './semantics/validation-issue.js';
export {readFramerate} from './semantics/video-framerate.js';
export {
  keyFrameBefore,
  lifespansOf,
  readSequence,
  shapeAtFrame,
  toggleLifespan,
  withKeyFrame,
  withShapeAt,
  withoutKeyFrame,
} from './semantics/video-sequence.js';
export type {
  Lifespan,
  VideoKeyFrame,
  VideoShape,
} from './semantics/video-sequence.js';
export {
  hasVisibilityRule,
  isControlShown,
  isControlShownFor,
  isTagVisible,
} from './semantics/visibility.js';
export {CodePointIndex, codePointIndexOf} from './text/code-point-index.js';
export {
  codePointLength,
  sliceCodePoints,
  toCodePointOffset,
  toUtf16Offset,
} from './text/offsets.js';
