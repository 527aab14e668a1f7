import {attributeFlag} from '../config/attribute.js';
import type {ConfigTag} from '../config/config-tag.js';
import type {LabelConfig} from '../config/label-config.js';
import type {Region} from '../model/region.js';
import type {AnnotationState} from '../state/annotation-state.js';
import {classificationsOf} from '../state/classification-index.js';
import {chosenLeaves} from './choice-value.js';
import {toStoredValue} from './find-label.js';
import {resultOf} from './shown-result.js';

/** Which choice is asked for. */
export interface ChoiceQuery {
  /** Name of the `Choices` or `Taxonomy`; `''` for any. */
  readonly tagName: string;
  /** Values or aliases of which one must be chosen; empty for any choice. */
  readonly values: readonly string[];
  /** Region whose per-region choices count, or `null` for none. */
  readonly region: Region | null;
  /** Name of a control that does not count, `''` for none. */
  readonly except?: string;
}

/**
 * Returns true when a choice is chosen.
 *
 * Only the classifications and the one region are looked at. Of a nested
 * choice the last step counts.
 */
export function isChoiceSelected(
  config: LabelConfig,
  annotation: AnnotationState,
  query: ChoiceQuery,
): boolean {
  return controlsFor(config, query).some((control) => {
    const chosen = chosenOf(annotation, control, query.region);
    if (query.values.length === 0) return chosen.length > 0;
    if (chosen.length === 0) return false;
    const wanted = query.values.map((value) => toStoredValue(control, value));
    return chosen.some((value) =>
      wanted.includes(toStoredValue(control, value)),
    );
  });
}

function controlsFor(
  config: LabelConfig,
  query: ChoiceQuery,
): readonly ConfigTag[] {
  if (query.tagName !== '') {
    const named = config.byName.get(query.tagName);
    return named?.definition.itemType === 'choice' ? [named] : [];
  }
  return config.controls.filter(
    ({definition, name}) =>
      definition.itemType === 'choice' &&
      (query.except === undefined || query.except !== name),
  );
}

function chosenOf(
  annotation: AnnotationState,
  control: ConfigTag,
  region: Region | null,
): readonly string[] {
  if (attributeFlag(control, 'perRegion')) {
    if (region === null) return [];
    return chosenLeaves(resultOf(region, control)?.value);
  }
  return classificationsOf(annotation.regions).flatMap((area) =>
    chosenLeaves(resultOf(area, control)?.value),
  );
}
