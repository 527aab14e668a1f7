import {AnnotationView, RegionView} from '@ls-annotation/lsi';
import type {LabelingSession} from '@ls-annotation/lsi';

import type {Reference} from './encode-value.js';

type Root = LabelingSession['htx'];

/** Returns what an object of a frontend stands for, or `null`. */
export function referTo(value: object, root: object): Reference | null {
  if (value === root) return ['root'];
  if (value instanceof AnnotationView) return ['annotation', value.id];
  if (value instanceof RegionView) {
    return ['region', value.annotation.id, value.cleanId];
  }
  return null;
}

/**
 * Returns the object of a frontend that a reference stands for, or
 * `undefined` when it is not there.
 *
 * @param shown - the annotation on display.
 */
export function resolveReference(
  reference: Reference,
  root: Root,
  shown: AnnotationView,
): Root | AnnotationView | RegionView | undefined {
  const [kind, annotationId, regionId = ''] = reference;
  if (kind === 'root') return root;
  const {annotations, predictions} = root.annotationStore;
  const annotation = [...annotations, ...predictions, shown].find(
    ({id}) => id === annotationId,
  );
  return kind === 'annotation' ? annotation : annotation?.areas.get(regionId);
}
