import {isDeepEqual} from '@ls-annotation/core';
import type {Region} from '@ls-annotation/core';

import type {OperatorEdit, OperatorEditor} from '../target/operator-target.js';

import {regionLookup} from './edit-conflicts.js';
import type {RegionChange} from './region-change.js';

/**
 * Returns the edit that makes changes, whatever was made of the regions
 * meanwhile: only the fields that a change is about are set, a region that is
 * gone comes back, one that has the id of a new one is replaced.
 */
export function applyChanges(changes: readonly RegionChange[]): OperatorEdit {
  return (editor) => {
    const find = regionLookup(editor.annotation);
    for (const change of changes) {
      applyChange(editor, change, find(change.regionId) !== undefined);
    }
  };
}

function applyChange(
  editor: OperatorEditor,
  {kind, regionId, before, after}: RegionChange,
  exists: boolean,
): void {
  if (kind === 'removed') {
    editor.removeRegion(regionId);
  } else if (kind === 'changed' && exists) {
    editor.updateRegion(regionId, (draft) => assign(draft, before, after));
  } else {
    if (exists) editor.removeRegion(regionId);
    editor.insertRegion(after);
  }
}

function assign(draft: object, before: Region, after: Region): void {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  for (const key of keys) {
    const value: unknown = Reflect.get(after, key);
    if (isDeepEqual(Reflect.get(before, key), value)) continue;
    if (Object.hasOwn(after, key)) Reflect.set(draft, key, value);
    else Reflect.deleteProperty(draft, key);
  }
}
