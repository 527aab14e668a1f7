import {
  attributeFlag,
  attributeList,
  attributeText,
} from '../config/attribute.js';
import type {ConfigTag} from '../config/config-tag.js';
import type {LabelConfig} from '../config/label-config.js';
import type {Region} from '../model/region.js';
import type {AnnotationState} from '../state/annotation-state.js';
import {isChoiceSelected} from './is-choice-selected.js';
import {selectedRegion} from './region-by-id.js';
import {hasRegionLabel, labelingResult} from './region-labels.js';

/** What visibility is asked about. */
interface Sight {
  readonly config: LabelConfig;
  readonly annotation: AnnotationState;
  readonly region: Region | null;
}

/**
 * Returns true when `visibleWhen` and its companions let a tag be seen, and
 * every tag around it too.
 *
 * Looks at the classifications and at the one selected region, never at all
 * regions. A `choice-…` condition does not count what the tag itself says.
 */
export function isTagVisible(
  config: LabelConfig,
  annotation: AnnotationState,
  tag: ConfigTag,
): boolean {
  const region = selectedRegion(annotation);
  return isVisible({config, annotation, region}, tag);
}

/**
 * Returns true when a control can be used now: it is visible, and when it is
 * per region, exactly one region of its object is selected and has one of the
 * labels in `whenLabelValue`, if there are any.
 */
export function isControlShown(
  config: LabelConfig,
  annotation: AnnotationState,
  control: ConfigTag,
): boolean {
  const region = selectedRegion(annotation);
  const sight: Sight = {config, annotation, region};
  if (!isVisible(sight, control)) return false;
  if (!attributeFlag(control, 'perRegion')) return true;
  return region !== null && speaksOf(control, region);
}

/**
 * Returns true when a per-region control would be shown if `region` were the
 * selected one.
 */
export function isControlShownFor(
  config: LabelConfig,
  annotation: AnnotationState,
  control: ConfigTag,
  region: Region,
): boolean {
  return (
    speaksOf(control, region) &&
    isVisible({config, annotation, region}, control)
  );
}

/**
 * Returns true when a tag's look may change with the selection or the
 * choices, so that it has to be asked again after a commit.
 */
export function hasVisibilityRule(tag: ConfigTag): boolean {
  for (let at: ConfigTag | null = tag; at !== null; at = at.parent) {
    if (isConditional(at) || attributeFlag(at, 'perRegion')) return true;
  }
  return false;
}

function speaksOf(control: ConfigTag, region: Region): boolean {
  if (region.classification) return false;
  if (!control.toName.includes(region.object)) return false;
  const labels = attributeText(control, 'whenLabelValue');
  return labels === '' || hasRegionLabel(region, labels);
}

function isVisible(sight: Sight, tag: ConfigTag): boolean {
  for (let at: ConfigTag | null = tag; at !== null; at = at.parent) {
    if (isConditional(at) && !isConditionMet(sight, at)) return false;
  }
  return true;
}

function isConditional(tag: ConfigTag): boolean {
  if (!Object.hasOwn(tag.definition.attributes, 'visiblewhen')) return false;
  return (
    attributeText(tag, 'visibleWhen') !== '' ||
    attributeText(tag, 'whenChoiceValue') !== ''
  );
}

function isConditionMet(sight: Sight, tag: ConfigTag): boolean {
  switch (attributeText(tag, 'visibleWhen')) {
    case 'region-selected':
      return isRegionSelected(sight, tag);
    case 'no-region-selected':
      return sight.region === null;
    case 'choice-unselected':
      return !isChoiceConditionMet(sight, tag);
    case 'choice-selected':
    case '':
      return isChoiceConditionMet(sight, tag);
    default:
      return true;
  }
}

function isRegionSelected({region}: Sight, tag: ConfigTag): boolean {
  if (region === null) return false;
  const tagName = attributeText(tag, 'whenTagName');
  if (tagName !== '') {
    const from = labelingResult(region)?.fromName;
    if (from !== tagName && region.object !== tagName) return false;
  }
  const labels = attributeText(tag, 'whenLabelValue');
  return labels === '' || hasRegionLabel(region, labels);
}

function isChoiceConditionMet(sight: Sight, tag: ConfigTag): boolean {
  return isChoiceSelected(sight.config, sight.annotation, {
    tagName: attributeText(tag, 'whenTagName'),
    values: attributeList(tag, 'whenChoiceValue'),
    region: sight.region,
    except: tag.name,
  });
}
