import type {
  Contributed,
  ContributionBoard,
  PluginPanel,
} from '@ls-annotation/plugins';
import {runAsHost} from '@ls-annotation/plugins';

/** Class of the elements that plugins fill. */
export const PANEL_CLASS = 'ls-plugin-panel';

interface Home {
  readonly element: HTMLElement;
  readonly entry: Contributed<PluginPanel>;
  /** What tidies up, when the plugin has said. */
  end: unknown;
}

/**
 * Gives the panels of plugins an element among the host's children, where
 * `document` finds it, and takes it away with them.
 */
export class PluginPanels {
  readonly #host: HTMLElement;
  readonly #board: ContributionBoard;
  readonly #homes = new Map<number, Home>();

  constructor(host: HTMLElement, board: ContributionBoard) {
    this.#host = host;
    this.#board = board;
  }

  /** Takes away those that have gone, after their plugins have tidied up. */
  drop(): void {
    const keys = new Set(this.#board.list('panel').map(({key}) => key));
    for (const [key, home] of this.#homes) {
      if (keys.has(key)) continue;
      this.#homes.delete(key);
      end(home);
      runAsHost(() => {
        home.element.remove();
      });
    }
  }

  /** Has those that have come filled by their plugins. */
  add(): void {
    for (const entry of this.#board.list('panel')) {
      if (this.#homes.has(entry.key)) continue;
      const element = document.createElement('div');
      element.className = PANEL_CLASS;
      element.slot = panelSlot(entry);
      runAsHost(() => {
        this.#host.append(element);
      });
      const home: Home = {element, entry, end: undefined};
      this.#homes.set(entry.key, home);
      home.end = entry.call(() => entry.value.render(element));
      // It may have been taken back meanwhile, and its element with it.
      if (!this.#homes.has(entry.key)) end(home);
    }
  }
}

function end({entry, end: tidyUp}: Home): void {
  if (isFunction(tidyUp)) entry.call(tidyUp, 'clean-up');
}

function isFunction(value: unknown): value is () => unknown {
  return typeof value === 'function';
}

/** Returns the name of the slot that a panel is shown in. */
export function panelSlot({key}: Contributed<PluginPanel>): string {
  return `plugin-panel-${key}`;
}
