import {ContributionError} from '../errors.js';

import type {ContributionKind} from './contribution.js';

/** Members that each kind must have, by type. */
const NEEDED: Readonly<
  Record<ContributionKind, Readonly<Record<string, 'string' | 'function'>>>
> = {
  toolbarButton: {label: 'string', onPress: 'function'},
  panel: {title: 'string', render: 'function'},
  hotkey: {keys: 'string', description: 'string', onPress: 'function'},
  regionAction: {label: 'string', onChoose: 'function'},
  regionBadges: {badgesOf: 'function'},
  regionCheck: {check: 'function'},
  notice: {text: 'string'},
};

/**
 * Does nothing when a contribution, which plugins in JavaScript may write
 * as they like, has what the host will call and show.
 *
 * @throws {@link ContributionError} when it has not.
 */
export function checkContribution(
  kind: ContributionKind,
  contribution: unknown,
): void {
  if (typeof contribution !== 'object' || contribution === null) {
    throw new ContributionError(kind, '', 'object');
  }
  for (const [member, type] of Object.entries(NEEDED[kind])) {
    if (typeof Reflect.get(contribution, member) === type) continue;
    throw new ContributionError(kind, member, type);
  }
}
