import type {ContributionKind, ContributionMap} from './contribution.js';

/** What each kind is called, and which of a contribution's words tell it. */
const NAMES: {
  readonly [K in ContributionKind]: (value: ContributionMap[K]) => string;
} = {
  toolbarButton: ({label}) => `button "${label}"`,
  panel: ({title}) => `panel "${title}"`,
  hotkey: ({keys}) => `hotkey "${keys}"`,
  regionAction: ({label}) => `menu entry "${label}"`,
  regionBadges: () => 'region badges',
  regionCheck: () => 'region check',
  notice: ({text}) => `notice "${text}"`,
};

/** Returns what a contribution is called where it fails. */
export function contributionName<K extends ContributionKind>(
  kind: K,
  value: ContributionMap[K],
): string {
  return NAMES[kind](value);
}
