import type {Commit} from './commit.js';
import {regionPath} from './path.js';

/** Which regions a commit came upon, by id, each id in one list only. */
export interface TouchedRegions {
  /** Regions that were not there before. */
  readonly added: readonly string[];
  /** Regions that were and are there. */
  readonly updated: readonly string[];
  /** Regions that are gone. */
  readonly removed: readonly string[];
}

type Kind = keyof TouchedRegions;

/**
 * Returns the regions of one annotation that a commit touched.
 *
 * Costs what the commit changed, whatever else exists. A region that was
 * added and removed again within the commit is in no list.
 */
export function touchedRegions(
  commit: Commit,
  annotationId: string,
): TouchedRegions {
  const kinds = new Map<string, Kind | null>();
  for (const patch of commit.patches) {
    const path = regionPath(patch);
    if (path?.annotationId !== annotationId) continue;
    const before = kinds.get(path.regionId);
    kinds.set(path.regionId, nextKind(before, kindOf(patch.op, path.rest)));
  }
  const touched: Record<Kind, string[]> = {added: [], updated: [], removed: []};
  for (const [id, kind] of kinds) if (kind) touched[kind].push(id);
  return touched;
}

/** Tells whether a commit put another annotation in the place of one. */
export function replacesAnnotation(
  commit: Commit,
  annotationId: string,
): boolean {
  return commit.patches.some(
    ({path}) =>
      path.length === 2 &&
      path[0] === 'annotations' &&
      path[1] === annotationId,
  );
}

function kindOf(op: string, rest: readonly unknown[]): Kind {
  if (rest.length > 0 || op === 'replace') return 'updated';
  return op === 'add' ? 'added' : 'removed';
}

function nextKind(before: Kind | null | undefined, now: Kind): Kind | null {
  if (before === undefined || before === null) return now;
  if (before === 'added') return now === 'removed' ? null : 'added';
  if (before === 'removed') return 'updated';
  return now;
}
