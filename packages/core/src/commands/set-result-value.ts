import type {Draft} from 'immer';

import type {Region} from '../model/region.js';
import type {AnnotationStore} from '../state/annotation-store.js';
import type {CommitOptions} from '../state/commit.js';
import {makeResult} from '../state/make-region.js';

import type {Control} from './control.js';
import {hasValue} from './has-value.js';

/**
 * Has a control say `value` about a region: changes its result, adds one, or
 * removes it when there is nothing to say.
 *
 * A region whose last result goes is removed with it.
 *
 * @returns False when the region is not there.
 */
export function setResultValue(
  store: AnnotationStore,
  annotationId: string,
  regionId: string,
  control: Control,
  value: unknown,
  options: CommitOptions = {},
): boolean {
  const region = store.findRegion(annotationId, regionId);
  if (!region) return false;
  const others = region.results.filter(
    ({fromName}) => fromName !== control.name,
  );
  if (!hasValue(value) && others.length === 0) {
    return store.removeRegion(annotationId, regionId, options);
  }
  const recipe = (draft: Draft<Region>): void => {
    writeValue(draft, region.object, control, value);
  };
  store.updateRegion(annotationId, regionId, recipe, options);
  return true;
}

function writeValue(
  draft: Draft<Region>,
  object: string,
  control: Control,
  value: unknown,
): void {
  const index = draft.results.findIndex(
    ({fromName}) => fromName === control.name,
  );
  const existing = draft.results[index];
  if (!hasValue(value)) {
    if (existing) draft.results.splice(index, 1);
  } else if (existing) {
    existing.value = value;
    existing.valueKey = control.definition.valueKey;
  } else {
    const result = makeResult({
      fromName: control.name,
      toName: object,
      type: control.definition.resultType,
      valueKey: control.definition.valueKey,
      value,
    });
    draft.results.push(result as Draft<typeof result>);
  }
  if (draft.origin === 'prediction') draft.origin = 'prediction-changed';
}
