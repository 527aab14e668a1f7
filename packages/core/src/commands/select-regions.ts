import type {AnnotationStore} from '../state/annotation-store.js';
import type {CommitOptions} from '../state/commit.js';

/**
 * Makes `regionIds` the selection, in that order; ids of regions that are not
 * there, and repeated ones, are left out.
 */
export function selectRegions(
  store: AnnotationStore,
  annotationId: string,
  regionIds: readonly string[],
  options: CommitOptions = {},
): void {
  const ids = [...new Set(regionIds)].filter((id) =>
    store.findRegion(annotationId, id),
  );
  const {selection} = store.annotation(annotationId);
  const isSame =
    ids.length === selection.length &&
    ids.every((id, index) => id === selection[index]);
  if (isSame) return;
  store.updateAnnotation(
    annotationId,
    (draft) => {
      draft.selection = ids;
    },
    {label: 'select', ...options},
  );
}
