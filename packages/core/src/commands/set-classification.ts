import type {AnnotationStore} from '../state/annotation-store.js';
import {findClassification} from '../state/classification-index.js';
import type {CommitOptions} from '../state/commit.js';

import type {Control} from './control.js';
import {hasValue} from './has-value.js';
import {setResultValue} from './set-result-value.js';

/** What a classification is about. */
export interface ClassificationOptions extends CommitOptions {
  /** Region that a per-region control speaks of. */
  readonly regionId?: string;
  /** 0-based picture that a per-item control speaks of. */
  readonly itemIndex?: number;
}

/**
 * Has a classifying control say `value` about its object, or about one region
 * of it; nothing to say takes its result away.
 *
 * @returns Id of the region that holds the result, or `null` when there is
 *   none now.
 */
export function setClassification(
  store: AnnotationStore,
  annotationId: string,
  control: Control,
  value: unknown,
  options: ClassificationOptions = {},
): string | null {
  const {regionId, itemIndex, ...commit} = options;
  const id =
    regionId ??
    findClassification(
      store.annotation(annotationId).regions,
      control.name,
      itemIndex,
    )?.id;
  if (id !== undefined) {
    setResultValue(store, annotationId, id, control, value, commit);
    return hasValue(value) ? id : null;
  }
  if (!hasValue(value)) return null;
  return insertClassification(store, annotationId, control, value, options).id;
}

function insertClassification(
  store: AnnotationStore,
  annotationId: string,
  control: Control,
  value: unknown,
  options: ClassificationOptions,
): {readonly id: string} {
  const {regionId: _regionId, itemIndex, ...commit} = options;
  const object = objectOf(control);
  const result = {
    fromName: control.name,
    toName: object,
    type: control.definition.resultType,
    valueKey: control.definition.valueKey,
    value,
  };
  return store.insertRegion(
    annotationId,
    {
      object,
      classification: true,
      results: [result],
      ...(itemIndex === undefined ? {} : {itemIndex}),
    },
    commit,
  );
}

/** A comparison is about itself, as it is about neither object alone. */
function objectOf({name, toName, definition}: Control): string {
  return definition.resultType === 'pairwise' ? name : (toName[0] ?? '');
}
