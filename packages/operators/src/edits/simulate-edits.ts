import {AnnotationStore, touchedRegions} from '@ls-annotation/core';
import type {AnnotationState} from '@ls-annotation/core';

import type {OperatorEdit} from '../target/operator-target.js';
import {StoreEditor} from '../target/store-editor.js';

import {isSameRegion, regionLookup} from './edit-conflicts.js';
import type {RegionChange} from './region-change.js';

/**
 * Returns what edits would do to an annotation, region by region in the order
 * they come upon them. The annotation is left as it is.
 *
 * Throws what an edit throws.
 */
export function simulateEdits(
  annotation: AnnotationState,
  edits: readonly OperatorEdit[],
): readonly RegionChange[] {
  const store = new AnnotationStore();
  store.insertAnnotation(annotation, {origin: 'load'});
  const findBefore = regionLookup(annotation);
  const {id} = annotation;
  let changes: readonly RegionChange[] = [];
  store.changes$.subscribe((commit) => {
    const {added, updated, removed} = touchedRegions(commit, id);
    changes = [...updated, ...removed, ...added].flatMap((regionId) =>
      changeOf(
        regionId,
        findBefore(regionId) ?? null,
        store.findRegion(id, regionId) ?? null,
      ),
    );
  });
  const editor = new StoreEditor(store, id);
  store.transact({origin: 'operator'}, () => {
    for (const edit of edits) edit(editor);
  });
  store.close();
  return Object.freeze(changes);
}

function changeOf(
  regionId: string,
  before: RegionChange['before'],
  after: RegionChange['after'],
): readonly RegionChange[] {
  if (!before) {
    return after ? [{kind: 'added', regionId, before, after}] : [];
  }
  if (!after) return [{kind: 'removed', regionId, before, after}];
  if (isSameRegion(before, after) && before.hidden === after.hidden) return [];
  return [{kind: 'changed', regionId, before, after}];
}
