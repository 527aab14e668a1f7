import {
  attributeFlag,
  attributeList,
  attributeText,
} from '../config/attribute.js';
import type {LabelConfig} from '../config/label-config.js';
import type {Region} from '../model/region.js';
import type {Result} from '../model/result.js';
import type {AnnotationState} from '../state/annotation-state.js';
import {isChoiceSelected} from './is-choice-selected.js';
import {hasRegionLabel} from './region-labels.js';

/**
 * Returns false for a result that is kept but not serialised: a per-region
 * one whose region has none of the labels in `whenLabelValue`, and one whose
 * control depends on a choice that is not made (`choice-selected`) or is made
 * (`choice-unselected`).
 *
 * A result of a tag that the config does not have is serialised.
 */
export function canSubmitResult(
  config: LabelConfig,
  annotation: AnnotationState,
  region: Region,
  result: Result,
): boolean {
  const control = config.byName.get(result.fromName);
  if (control?.definition.classification !== true) return true;
  const labels = attributeText(control, 'whenLabelValue');
  if (labels !== '' && attributeFlag(control, 'perRegion')) {
    if (!hasRegionLabel(region, labels)) return false;
  }
  const visibleWhen = attributeText(control, 'visibleWhen');
  if (
    visibleWhen !== 'choice-selected' &&
    visibleWhen !== 'choice-unselected'
  ) {
    return true;
  }
  const isSelected = isChoiceSelected(config, annotation, {
    tagName: attributeText(control, 'whenTagName'),
    values: attributeList(control, 'whenChoiceValue'),
    region,
    except: control.name,
  });
  return isSelected === (visibleWhen === 'choice-selected');
}
