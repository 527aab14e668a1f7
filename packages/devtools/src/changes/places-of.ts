import type {AnnotationHistory, StatePatch} from '@ls-annotation/core';

import type {ChangePlace, LoggedChange} from './logged-change.js';

/**
 * Returns where changes stand in the history of their annotation. A change is
 * part of the step that holds its patches, whatever else became part of it.
 */
export function placesOf(
  changes: readonly LoggedChange[],
  history: AnnotationHistory,
): ReadonlyMap<LoggedChange, ChangePlace> {
  const indexes = new Map<StatePatch, number>();
  history.steps.forEach(({patches}, at) => {
    for (const patch of patches) indexes.set(patch, at + 1);
  });
  const places = new Map<LoggedChange, ChangePlace>();
  // What is being collected comes last.
  let isOpen = history.isFrozen;
  for (const change of [...changes].reverse()) {
    const index = change.isStep ? indexOf(change, indexes) : null;
    if (index !== null) isOpen = false;
    places.set(change, {index, status: statusOf(change, index)});
  }
  return places;

  function statusOf(
    {isStep}: LoggedChange,
    index: number | null,
  ): ChangePlace['status'] {
    if (!isStep) return 'beside';
    if (index === null) return isOpen ? 'open' : 'lost';
    return index <= history.index ? 'done' : 'undone';
  }
}

function indexOf(
  {patches}: LoggedChange,
  indexes: ReadonlyMap<StatePatch, number>,
): number | null {
  for (const patch of patches) {
    const index = indexes.get(patch);
    if (index !== undefined) return index;
  }
  return null;
}
