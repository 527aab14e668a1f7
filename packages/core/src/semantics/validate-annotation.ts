import {
  attributeFlag,
  attributeNumber,
  attributeText,
} from '../config/attribute.js';
import type {ConfigTag} from '../config/config-tag.js';
import type {LabelConfig} from '../config/label-config.js';
import {resolveValue} from '../config/resolve-value.js';
import type {TaskData} from '../config/resolve-value.js';
import type {Region} from '../model/region.js';
import type {AnnotationState} from '../state/annotation-state.js';
import {classificationsOf} from '../state/classification-index.js';
import {regionsOf} from '../state/region-table.js';
import {choiceValues, isMultiple} from './choice-value.js';
import {checkDateTime} from './date-time.js';
import {checkNumber} from './number-value.js';
import {resultOf} from './shown-result.js';
import type {ValidationIssue} from './validation-issue.js';
import {isControlShownFor, isTagVisible} from './visibility.js';

/** What an annotation is validated with. */
export interface ValidateOptions {
  /** Values of the task; tells how many pictures a per-item control has. */
  readonly data?: TaskData;
}

interface Known {
  readonly config: LabelConfig;
  readonly annotation: AnnotationState;
  readonly data: TaskData | undefined;
}

/** A value of a control, with the region or picture it is about. */
interface Said {
  readonly value: unknown;
  readonly about: Pick<ValidationIssue, 'regionId' | 'itemIndex'>;
}

/**
 * Returns everything that keeps an annotation from being saved, in document
 * order of the controls; a caller shows the first.
 *
 * For each control first the values that are there are checked (too many
 * choices, numbers and dates out of bounds), then that a required one is
 * there. A control that cannot be seen is not required. A required per-region
 * control is required of each region of its object for which it would be
 * shown; a per-item one of each picture.
 */
export function validateAnnotation(
  config: LabelConfig,
  annotation: AnnotationState,
  options: ValidateOptions = {},
): readonly ValidationIssue[] {
  const known: Known = {config, annotation, data: options.data};
  return config.controls
    .filter(({definition}) => definition.classification)
    .flatMap((control) => validateControl(known, control));
}

/**
 * Returns the text that says that a required control is empty:
 * `requiredMessage`, else Label Studio's.
 */
export function requiredMessage(control: ConfigTag): string {
  const {name, tagName} = control;
  const own = attributeText(control, 'requiredMessage');
  if (own !== '') return own;
  if (control.type === 'textarea') {
    return `Input for the textarea "${name}" is required.`;
  }
  if (control.type === 'choices') return `Checkbox "${name}" is required.`;
  return `${tagName} "${name}" is required.`;
}

/**
 * Returns true when a control's value counts as an answer: some text or
 * choice, any number, a rating above 0.
 */
export function isAnswered(control: ConfigTag, value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  return control.type !== 'rating' || Number(value) > 0;
}

function validateControl(
  known: Known,
  control: ConfigTag,
): readonly ValidationIssue[] {
  const issues: ValidationIssue[] = [];
  const isRequired = attributeFlag(control, 'required');
  if (isRequired || isChecked(control)) {
    const said = valuesOf(known, control);
    for (const entry of said) {
      const issue = checkValue(control, entry);
      if (issue !== null) issues.push(issue);
    }
    if (isRequired) issues.push(...checkRequired(known, control, said));
  }
  return issues;
}

/** True when a value that is there may be wrong. */
function isChecked(control: ConfigTag): boolean {
  return ['choices', 'taxonomy', 'number', 'datetime'].includes(control.type);
}

function valuesOf(known: Known, control: ConfigTag): readonly Said[] {
  const {regions} = known.annotation;
  const said: Said[] = [];
  if (!attributeFlag(control, 'perRegion')) {
    for (const area of classificationsOf(regions)) {
      const result = resultOf(area, control);
      if (result === undefined) continue;
      const {itemIndex} = area;
      const about = itemIndex === undefined ? {} : {itemIndex};
      said.push({value: result.value, about});
    }
    return said;
  }
  for (const region of regionsOf(regions)) {
    const result = resultOf(region, control);
    if (result === undefined) continue;
    said.push({value: result.value, about: {regionId: region.id}});
  }
  return said;
}

function checkValue(control: ConfigTag, said: Said): ValidationIssue | null {
  const tooMany = checkChoiceCount(control, said.value);
  if (tooMany !== null) {
    const {about} = said;
    return {code: 'too-many-choices', tag: control, message: tooMany, ...about};
  }
  const message = checkBounds(control, said.value);
  if (message === null) return null;
  return {code: 'value-invalid', tag: control, message, ...said.about};
}

function checkChoiceCount(control: ConfigTag, value: unknown): string | null {
  const most = mostChoices(control);
  if (most === undefined) return null;
  const count = choiceValues(value).length;
  if (count <= most) return null;
  return (
    `The number of options selected (${String(count)}) exceed the maximum ` +
    `allowed (${String(most)}). To proceed, first unselect excess options ` +
    `for:\r\n • ${control.tagName} (${control.name})`
  );
}

function mostChoices(control: ConfigTag): number | undefined {
  if (control.definition.itemType !== 'choice') return undefined;
  if (!isMultiple(control)) return 1;
  const most = attributeNumber(control, 'maxUsages');
  return most === undefined || most <= 0 ? undefined : most;
}

function checkBounds(control: ConfigTag, value: unknown): string | null {
  if (control.type === 'number' && typeof value === 'number') {
    return checkNumber(control, value);
  }
  return control.type === 'datetime' ? checkDateTime(control, value) : null;
}

function checkRequired(
  known: Known,
  control: ConfigTag,
  said: readonly Said[],
): readonly ValidationIssue[] {
  const {config, annotation} = known;
  const missing = {
    code: 'required',
    tag: control,
    message: requiredMessage(control),
  } as const;
  const answers = said.filter(({value}) => isAnswered(control, value));
  if (attributeFlag(control, 'perRegion')) {
    const answered = new Set(answers.map(({about}) => about.regionId));
    return [...regionsOf(annotation.regions)]
      .filter((region) => !answered.has(region.id))
      .filter((region) => isAskedOf(known, control, region))
      .map((region) => ({...missing, regionId: region.id}));
  }
  if (!isTagVisible(config, annotation, control)) return [];
  if (attributeFlag(control, 'perItem')) {
    const answered = new Set(answers.map(({about}) => about.itemIndex));
    return itemIndexes(known, control)
      .filter((itemIndex) => !answered.has(itemIndex))
      .map((itemIndex) => ({...missing, itemIndex}));
  }
  return answers.length > 0 ? [] : [missing];
}

function isAskedOf(known: Known, control: ConfigTag, region: Region): boolean {
  return isControlShownFor(known.config, known.annotation, control, region);
}

function itemIndexes(known: Known, control: ConfigTag): readonly number[] {
  const object = known.config.byName.get(control.toName[0] ?? '');
  const list = object === undefined ? '' : attributeText(object, 'valueList');
  const items = resolveValue(list, known.data);
  const count = Array.isArray(items) ? items.length : 1;
  return Array.from({length: count}, (_, index) => index);
}
