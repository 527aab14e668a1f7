import type {OperatorEntry} from '@ls-annotation/operators';

import {filterEntries} from '../operator-menu/filter-entries.js';

/** Operators under one heading. */
export interface PaletteGroup {
  /** The heading; `''` for none. */
  readonly title: string;
  /** The operators. */
  readonly entries: readonly OperatorEntry[];
}

/** What {@link paletteGroups} sorts by. */
export interface PaletteGroupsOptions {
  /** What was typed. */
  readonly search: string;
  /** Names of those that were used, the last one first. */
  readonly recentNames: readonly string[];
}

const MAX_RECENT = 5;

/**
 * Returns what a palette lists: what was used of late first, then the others
 * by their groups, those that cannot run last. What matches a search is one
 * list, the best first.
 */
export function paletteGroups(
  entries: readonly OperatorEntry[],
  {search, recentNames}: PaletteGroupsOptions,
): readonly PaletteGroup[] {
  const offered = entries.filter(
    ({isHidden, placements}) => !isHidden && placements.includes('palette'),
  );
  const usable = offered.filter(({isApplicable}) => isApplicable);
  const unusable = offered.filter(({isApplicable}) => !isApplicable);
  const last = {title: 'Not available here', entries: unusable};
  if (search.trim() !== '') {
    return withoutEmpty([
      {title: '', entries: filterEntries(usable, search)},
      {...last, entries: filterEntries(unusable, search)},
    ]);
  }
  const recent = recentNames
    .flatMap((name) => usable.find((one) => one.name === name) ?? [])
    .slice(0, MAX_RECENT);
  const others = usable.filter((one) => !recent.includes(one));
  const titles = [...new Set(others.map(({group}) => group))];
  const hasHeads = recent.length > 0 || titles.length > 1;
  return withoutEmpty([
    {title: 'Used last', entries: recent},
    ...titles.map((title) => ({
      title: title || (hasHeads ? 'Operators' : ''),
      entries: others.filter(({group}) => group === title),
    })),
    last,
  ]);
}

function withoutEmpty(
  groups: readonly PaletteGroup[],
): readonly PaletteGroup[] {
  return groups.filter(({entries}) => entries.length > 0);
}
