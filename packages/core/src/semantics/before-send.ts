import {attributeFlag, attributeNumber} from '../config/attribute.js';
import type {ConfigTag} from '../config/config-tag.js';
import type {LabelConfig} from '../config/label-config.js';
import type {TaskData} from '../config/resolve-value.js';
import type {AnnotationState} from '../state/annotation-state.js';
import {findClassification} from '../state/classification-index.js';
import {regionsOf} from '../state/region-table.js';
import {defaultRanking} from './ranking.js';
import {regionById} from './region-by-id.js';
import {resultOf} from './shown-result.js';
import {submitText, textLines} from './submit-text.js';

/** One value that a control says before the annotation is saved. */
export interface PendingValue {
  /** Control that says it. */
  readonly control: ConfigTag;
  /** The new value. */
  readonly value: unknown;
  /** Region it is about, for a per-region control. */
  readonly regionId?: string;
}

/** What has to happen before an annotation is validated and saved. */
export interface BeforeSend {
  /** Values to set, in document order of their controls. */
  readonly values: readonly PendingValue[];
  /** Keys of `session.typed` whose text was dealt with and is to be cleared. */
  readonly typedKeys: readonly string[];
  /** Texts for people about typed text that was not taken. */
  readonly warnings: readonly string[];
}

interface Known {
  readonly config: LabelConfig;
  readonly annotation: AnnotationState;
  readonly data: TaskData | undefined;
}

const NOTHING: BeforeSend = {values: [], typedKeys: [], warnings: []};

/**
 * Returns what the tags of a config do before an annotation is saved: typed
 * text becomes lines, a `Number` without a value takes its `defaultValue`, a
 * `Ranker` that nobody touched says the order of its list.
 *
 * Changes nothing: the caller sets the values, clears the typed text, and then
 * validates. Typed text of a `TextArea` that takes no more lines is kept.
 *
 * @param data - values of the task, for `Ranker`
 */
export function beforeSend(
  config: LabelConfig,
  annotation: AnnotationState,
  data?: TaskData,
): BeforeSend {
  const known: Known = {config, annotation, data};
  const parts = config.controls.map((control) => partOf(known, control));
  return {
    values: parts.flatMap(({values}) => values),
    typedKeys: parts.flatMap(({typedKeys}) => typedKeys),
    warnings: parts.flatMap(({warnings}) => warnings),
  };
}

/**
 * Returns what happens to the text typed for one control, or for one region of
 * a per-region control, when it is submitted.
 */
export function flushTyped(
  annotation: AnnotationState,
  control: ConfigTag,
  regionId?: string,
): BeforeSend {
  const key =
    regionId === undefined ? control.name : `${control.name}:${regionId}`;
  const typed = annotation.session.typed[key] ?? '';
  if (typed === '') return NOTHING;
  const area =
    regionId === undefined
      ? findClassification(annotation.regions, control.name)
      : regionById(annotation.regions, regionId);
  if (area === undefined && regionId !== undefined) return NOTHING;
  const lines = textLines(area && resultOf(area, control)?.value);
  const outcome = submitText(lines, typed, control);
  if (!outcome.ok) {
    const warnings = outcome.message === '' ? [] : [outcome.message];
    const typedKeys = outcome.reason === 'full' ? [] : [key];
    return {values: [], typedKeys, warnings};
  }
  const about = regionId === undefined ? {} : {regionId};
  const value = {control, value: outcome.value, ...about};
  return {values: [value], typedKeys: [key], warnings: []};
}

function partOf(known: Known, control: ConfigTag): BeforeSend {
  switch (control.type) {
    case 'textarea':
      return flushAll(known.annotation, control);
    case 'number':
      return {...NOTHING, values: defaultNumbers(known, control)};
    case 'ranker':
      return {...NOTHING, values: untouchedRanking(known, control)};
    default:
      return NOTHING;
  }
}

function flushAll(annotation: AnnotationState, control: ConfigTag): BeforeSend {
  const prefix = `${control.name}:`;
  const regionIds = Object.keys(annotation.session.typed)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));
  const parts = [
    flushTyped(annotation, control),
    ...regionIds.map((id) => flushTyped(annotation, control, id)),
  ];
  return {
    values: parts.flatMap(({values}) => values),
    typedKeys: parts.flatMap(({typedKeys}) => typedKeys),
    warnings: parts.flatMap(({warnings}) => warnings),
  };
}

function defaultNumbers(
  {annotation}: Known,
  control: ConfigTag,
): readonly PendingValue[] {
  const value = attributeNumber(control, 'defaultValue');
  if (value === undefined) return [];
  const {regions} = annotation;
  if (!attributeFlag(control, 'perRegion')) {
    const area = findClassification(regions, control.name);
    return area === undefined ? [{control, value}] : [];
  }
  if (!attributeFlag(control, 'required')) return [];
  const lacking: PendingValue[] = [];
  for (const region of regionsOf(regions)) {
    if (region.classification || !control.toName.includes(region.object)) {
      continue;
    }
    if (resultOf(region, control) === undefined) {
      lacking.push({control, value, regionId: region.id});
    }
  }
  return lacking;
}

function untouchedRanking(
  {config, annotation, data}: Known,
  control: ConfigTag,
): readonly PendingValue[] {
  if (findClassification(annotation.regions, control.name)) return [];
  const value = defaultRanking(config, control, data);
  const hasItems = Object.values(value).some((ids) => ids.length > 0);
  return hasItems ? [{control, value}] : [];
}
