import type {AnnotationStore} from '../state/annotation-store.js';
import {childrenOf} from '../state/children-index.js';
import type {CommitOptions} from '../state/commit.js';

/**
 * Removes a region with its relations, lets go of it in the selection, and
 * gives its children to its parent, as one step.
 *
 * @returns False when it was not there.
 */
export function deleteRegion(
  store: AnnotationStore,
  annotationId: string,
  regionId: string,
  options: CommitOptions = {},
): boolean {
  const region = store.findRegion(annotationId, regionId);
  if (!region) return false;
  return store.transact({label: 'delete region', ...options}, () => {
    const {regions} = store.annotation(annotationId);
    for (const child of childrenOf(regions, regionId)) {
      store.updateRegion(annotationId, child.id, (draft) => {
        draft.parentId = region.parentId;
      });
    }
    store.updateAnnotation(annotationId, (draft) => {
      if (draft.selection.includes(regionId)) {
        draft.selection = draft.selection.filter((id) => id !== regionId);
      }
      const kept = draft.relations.filter(
        ({fromId, toId}) => fromId !== regionId && toId !== regionId,
      );
      if (kept.length < draft.relations.length) draft.relations = kept;
    });
    return store.removeRegion(annotationId, regionId);
  });
}
