import type {RegionView} from '@ls-annotation/lsi';
import type {ContributionBoard} from '@ls-annotation/plugins';

import type {RegionMenuEntry} from '../region-menu/region-menu-entry.js';

/** Returns what plugins offer to do with a region. */
export function pluginMenuEntries(
  board: ContributionBoard,
  region: RegionView,
): readonly RegionMenuEntry[] {
  return board.list('regionAction').flatMap((entry) => {
    const {value} = entry;
    const isOffered =
      !value.appliesTo ||
      entry.call(() => value.appliesTo?.(region), 'appliesTo()') === true;
    if (!isOffered) return [];
    const choose = (): void => {
      entry.call(() => value.onChoose(region));
    };
    return [{label: value.label, choose}];
  });
}
