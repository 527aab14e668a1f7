import type {SurfaceContext} from '../surface.js';

/** What hotkeys have a player do. */
export interface MediaHotkeyActions {
  /** Starts it, or stops it. */
  readonly toggle: () => void;
  /** Goes a step back (-1) or forward (1). */
  readonly step: (direction: -1 | 1) => void;
  /** Goes a longer step back (-1) or forward (1). */
  readonly hop: (direction: -1 | 1) => void;
  /** Goes to the beginning (-1) or the end (1). */
  readonly toEdge: (direction: -1 | 1) => void;
  /** Goes to the key frame before (-1) or after (1); false for none. */
  readonly toKeyFrame?: (direction: -1 | 1) => boolean;
}

/** Players of a display, and the one that is in use. */
interface Players {
  readonly roots: Element[];
  inUse: Element | null;
}

const players = new WeakMap<SurfaceContext, Players>();

/**
 * Binds Label Studio's hotkeys of players for the player in `root`.
 *
 * Of several players on a page they are for the one that was used last, by
 * focus or by pointer; before that, for the first. Playing and stopping works
 * in text fields too: who transcribes has the focus in one.
 */
export function bindMediaHotkeys(
  context: SurfaceContext,
  root: Element,
  actions: MediaHotkeyActions,
): void {
  if (!context.session.settings.enableHotkeys) return;
  const group = players.get(context) ?? {roots: [], inUse: null};
  players.set(context, group);
  group.roots.push(root);
  const use = (): void => {
    group.inUse = root;
  };
  context.listen(root, 'focusin', use);
  context.listen(root, 'pointerdown', use);
  const bind = (
    keys: string,
    description: string,
    act: () => unknown,
    scope: 'main' | 'all' = 'main',
  ): void => {
    const press = (): boolean => {
      const isIts = (group.inUse ?? group.roots[0]) === root;
      return isIts && root.checkVisibility() && act() !== false;
    };
    const options = {description, scope, repeat: scope === 'main'};
    context.add(context.hotkeys.bind(keys, press, options));
  };
  bind('alt+space,ctrl+alt+space,cmd+alt+space', 'Play', actions.toggle, 'all');
  for (const [arrow, direction, where] of DIRECTIONS) {
    bind(`alt+${arrow}`, `One step ${where}`, () => {
      actions.step(direction);
    });
    bind(`shift+alt+${arrow}`, `Some steps ${where}`, () => {
      actions.hop(direction);
    });
    bind(`shift+ctrl+alt+${arrow}`, `All the way ${where}`, () => {
      actions.toEdge(direction);
    });
    const {toKeyFrame} = actions;
    if (!toKeyFrame) continue;
    bind(`ctrl+alt+${arrow},cmd+alt+${arrow}`, `A key frame ${where}`, () =>
      toKeyFrame(direction),
    );
  }
}

const DIRECTIONS = [
  ['left', -1, 'back'],
  ['right', 1, 'forward'],
] as const;
