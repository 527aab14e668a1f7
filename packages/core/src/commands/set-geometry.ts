import type {Draft} from 'immer';

import type {Geometry, Region} from '../model/region.js';
import type {AnnotationStore} from '../state/annotation-store.js';
import type {CommitOptions} from '../state/commit.js';

/**
 * Changes the keys of a region's geometry that `geometry` names; the others
 * stay. A region that a model made becomes `prediction-changed`.
 */
export function setGeometry(
  store: AnnotationStore,
  annotationId: string,
  regionId: string,
  geometry: Geometry,
  options: CommitOptions = {},
): void {
  const recipe = (draft: Draft<Region>): void => {
    Object.assign(draft.geometry, geometry);
    if (draft.origin === 'prediction') draft.origin = 'prediction-changed';
  };
  store.updateRegion(annotationId, regionId, recipe, options);
}
