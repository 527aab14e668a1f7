import {isDeepEqual} from '@ls-annotation/core';
import type {Region} from '@ls-annotation/core';

/** A region that would change, shown before anybody has agreed to it. */
export interface ProposedRegion {
  /** The region as it is; `null` for one that would be added. */
  readonly before: Region | null;
  /** The region as it would be; `null` for one that would be removed. */
  readonly after: Region | null;
}

/**
 * Returns what would change of the regions as they are now: of one that has
 * changed since, from what it is now; nothing of one that is gone, or that is
 * already what it would become.
 *
 * @param find - Returns a region as it is now.
 */
export function proposedNow(
  proposals: readonly ProposedRegion[],
  find: (id: string) => Region | undefined,
): readonly ProposedRegion[] {
  return proposals.flatMap((proposal) => {
    const {before, after} = proposal;
    if (!before) return [proposal];
    const now = find(before.id);
    if (!now || (after && isDeepEqual(now, after))) return [];
    return [now === before ? proposal : {before: now, after}];
  });
}

/**
 * Returns the words beside a region that would change.
 *
 * @param before - Its labels now; `null` for one that would be added.
 * @param after - Its labels then; `null` for one that would be removed.
 */
export function proposedText(
  before: string | null,
  after: string | null,
): string {
  if (after === null) return `− ${nameOf(before)}`;
  if (before === null) return `+ ${nameOf(after)}`;
  return before === after
    ? `${nameOf(after)}, changed`
    : `${proposedWas(before, after)}→ ${nameOf(after)}`;
}

/**
 * Returns how {@link proposedText} begins where it says first what was, which
 * may be left out where there is no room; else `''`.
 */
export function proposedWas(
  before: string | null,
  after: string | null,
): string {
  const isOther = before !== null && after !== null && before !== after;
  return isOther ? `${nameOf(before)} ` : '';
}

function nameOf(label: string | null): string {
  return label === null || label === '' ? 'Region' : label;
}
