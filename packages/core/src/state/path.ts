import type {StatePatch} from './commit.js';

/** A patch that concerns one region. */
export interface RegionPatchPath {
  /** Annotation the region belongs to. */
  readonly annotationId: string;
  /** The region. */
  readonly regionId: string;
  /** What follows in the path; empty when the whole region comes or goes. */
  readonly rest: readonly (string | number)[];
}

/** Returns which region a patch concerns, or `null` when it concerns none. */
export function regionPath(patch: StatePatch): RegionPatchPath | null {
  const [root, annotationId, part, regionId, ...rest] = patch.path;
  if (root !== 'annotations' || part !== 'regions') return null;
  return {annotationId: String(annotationId), regionId: String(regionId), rest};
}

/** Returns the annotation that a patch concerns, or `null`. */
export function annotationOf(patch: StatePatch): string | null {
  return patch.path[0] === 'annotations' ? String(patch.path[1]) : null;
}

/**
 * Returns true when undo takes a patch back: regions and relations, not
 * selection, session or facts about the annotation.
 */
export function isUndoable(patch: StatePatch): boolean {
  if (patch.path[0] !== 'annotations') return false;
  return patch.path[2] === 'regions' || patch.path[2] === 'relations';
}
