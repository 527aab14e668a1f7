import type {
  Contribute,
  Contribution,
  ContributionKind,
  ContributionMap,
} from './contribution.js';
import type {ContributionBoard, Contributor} from './contribution-board.js';

/** How {@link createContribute} treats what is added. */
export interface ContributorOptions extends Contributor {
  /** Where it is added. */
  readonly board: ContributionBoard;
  /** Has a disposer run when the display closes. */
  readonly addDisposer: (disposer: () => void) => void;
  /** Returns whether the display has closed already. */
  readonly isClosed: () => boolean;
}

/** Returns what a plugin contributes with during one display. */
export function createContribute(options: ContributorOptions): Contribute {
  const {board, addDisposer, isClosed, pluginId, call, report} = options;
  const add =
    <K extends ContributionKind>(kind: K) =>
    (value: ContributionMap[K]): Contribution<ContributionMap[K]> => {
      if (isClosed()) return GONE;
      const contribution = board.add(kind, value, {pluginId, call, report});
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
