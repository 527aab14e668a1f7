import type {AnnotationState, NewRegion} from '@ls-annotation/core';

import type {
  OperatorEdit,
  OperatorEditor,
  OperatorTarget,
} from '../target/operator-target.js';

import {conflictOf, regionLookup} from './edit-conflicts.js';
import type {RegionLookup} from './edit-conflicts.js';
import type {EditConflict} from './region-change.js';

/**
 * Makes edits that were thought of when the annotation was `base`, unless one
 * of them is about a region that somebody else touched since: then none is
 * made, and the conflicts are returned.
 *
 * Throws what an edit throws.
 */
export function applyGuarded(
  target: OperatorTarget,
  edits: readonly OperatorEdit[],
  {label, base}: {readonly label: string; readonly base: AnnotationState},
): readonly EditConflict[] {
  if (target.annotation?.regions === base.regions) {
    target.apply(edits, label);
    return [];
  }
  const conflicts = new Map<string, EditConflict>();
  const findBase = regionLookup(base);
  const guarded: OperatorEdit = (editor) => {
    const guard = new GuardedEditor(editor, findBase, conflicts);
    for (const edit of edits) edit(guard);
    if (conflicts.size > 0) throw new Error('The edits do not fit.');
  };
  try {
    target.apply([guarded], label);
  } catch (thrown) {
    if (conflicts.size === 0) throw thrown;
  }
  return [...conflicts.values()];
}

/** Leaves alone, and notes, what somebody else touched. */
class GuardedEditor implements OperatorEditor {
  readonly #editor: OperatorEditor;
  readonly #findBase: RegionLookup;
  readonly #findCurrent: RegionLookup;
  readonly #conflicts: Map<string, EditConflict>;
  /** Regions that these edits have touched themselves. */
  readonly #own = new Set<string>();

  constructor(
    editor: OperatorEditor,
    findBase: RegionLookup,
    conflicts: Map<string, EditConflict>,
  ) {
    this.#editor = editor;
    this.#findBase = findBase;
    this.#findCurrent = regionLookup(editor.annotation);
    this.#conflicts = conflicts;
  }

  get annotation(): AnnotationState {
    return this.#editor.annotation;
  }

  insertRegion: OperatorEditor['insertRegion'] = (region) => {
    this.#checkNew(region);
    return this.#editor.insertRegion(region);
  };

  insertRegions: OperatorEditor['insertRegions'] = (regions) => {
    for (const region of regions) this.#checkNew(region);
    return this.#editor.insertRegions(regions);
  };

  updateRegion: OperatorEditor['updateRegion'] = (regionId, recipe) => {
    if (this.#fits(regionId)) this.#editor.updateRegion(regionId, recipe);
  };

  removeRegion: OperatorEditor['removeRegion'] = (regionId) => {
    const isGone = this.#findCurrent(regionId) === undefined;
    return isGone || this.#fits(regionId)
      ? this.#editor.removeRegion(regionId)
      : false;
  };

  #checkNew({id}: NewRegion): void {
    if (id === undefined || this.#own.has(id)) return;
    this.#own.add(id);
    const current = this.#findCurrent(id);
    if (!current || this.#findBase(id)) return;
    this.#conflicts.set(id, {regionId: id, reason: 'taken', current});
  }

  /** A region that came since was read since: its edit knows it. */
  #fits(regionId: string): boolean {
    if (this.#conflicts.has(regionId)) return false;
    const before = this.#findBase(regionId);
    if (!before || this.#own.has(regionId)) return true;
    this.#own.add(regionId);
    const conflict = conflictOf(
      {kind: 'changed', regionId, before, after: before},
      this.#findCurrent,
    );
    if (conflict) this.#conflicts.set(regionId, conflict);
    return !conflict;
  }
}
