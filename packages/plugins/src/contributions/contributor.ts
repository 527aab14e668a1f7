import {checkContribution} from './check-contribution.js';
import type {
  Contribute,
  Contribution,
  ContributionKind,
  ContributionMap,
} from './contribution.js';
import type {ContributionBoard, Contributor} from './contribution-board.js';
import {contributionName} from './contribution-name.js';

/** How {@link createContribute} treats what is added. */
export interface ContributorOptions extends Omit<Contributor, 'call'> {
  /** Where it is added. */
  readonly board: ContributionBoard;
  /** Has a disposer run when the display closes. */
  readonly addDisposer: (disposer: () => void) => void;
  /** Returns whether the display has closed already. */
  readonly isClosed: () => boolean;
  /** Calls code of a part of the plugin; the part is named in failures. */
  readonly call: <R>(part: string, code: () => R) => R | undefined;
}

/** Returns what a plugin contributes with during one display. */
export function createContribute(options: ContributorOptions): Contribute {
  const {board, addDisposer, isClosed, pluginId, call, report} = options;
  /** Of several that are called the same, the later ones have a number. */
  const nameOf = <K extends ContributionKind>(
    kind: K,
    value: ContributionMap[K],
  ): string => {
    const name = contributionName(kind, value);
    const same = board
      .list(kind)
      .filter(
        (other) =>
          other.pluginId === pluginId &&
          contributionName(kind, other.value) === name,
      );
    return same.length === 0 ? name : `${name} (${same.length + 1})`;
  };
  const add =
    <K extends ContributionKind>(kind: K) =>
    (value: ContributionMap[K]): Contribution<ContributionMap[K]> => {
      if (isClosed()) return GONE;
      checkContribution(kind, value);
      const name = nameOf(kind, value);
      const contribution = board.add(kind, value, {
        pluginId,
        call: (code, method) =>
          call(method ? `${name}, ${method}` : name, code),
        report,
      });
      addDisposer(contribution);
      return contribution;
    };
  return {
    toolbarButton: add('toolbarButton'),
    panel: add('panel'),
    hotkey: add('hotkey'),
    regionAction: add('regionAction'),
    regionBadges: add('regionBadges'),
    regionCheck: add('regionCheck'),
    notice: add('notice'),
  };
}

const GONE = Object.assign(() => undefined, {update: () => undefined});
