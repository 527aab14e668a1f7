import type {Disposer} from '@ls-annotation/core';
import type {
  Contributed,
  ContributionBoard,
  PluginHotkey,
} from '@ls-annotation/plugins';

import type {HotkeyRegistry} from '../hotkeys/hotkey-registry.js';

import {HotkeyConflictError, HotkeyUnknownError} from './errors.js';
import {sortKeys} from './sort-keys.js';
import type {SortedKeys} from './sort-keys.js';

/** Binds the hotkeys of plugins in a host. */
export class PluginHotkeys {
  readonly #board: ContributionBoard;
  readonly #hotkeys: HotkeyRegistry;
  readonly #bound = new Map<Contributed<PluginHotkey>, Disposer>();

  constructor(board: ContributionBoard, hotkeys: HotkeyRegistry) {
    this.#board = board;
    this.#hotkeys = hotkeys;
  }

  /** Unbinds those that have gone or changed. */
  drop(): void {
    const present = this.#board.list('hotkey');
    for (const [entry, unbind] of this.#bound) {
      if (present.includes(entry)) continue;
      this.#bound.delete(entry);
      unbind();
    }
  }

  /**
   * Binds those that have come or changed. Keys that others have, and what
   * names no key, are reported, each once a plugin.
   */
  add(): void {
    const refused = new Map<string, Refusal>();
    for (const entry of this.#board.list('hotkey')) {
      if (this.#bound.has(entry)) continue;
      const {unknown, conflicts} = this.#bind(entry);
      const known = refused.get(entry.pluginId);
      refused.set(entry.pluginId, {
        entry: known?.entry ?? entry,
        unknown: [...(known?.unknown ?? []), ...unknown],
        conflicts: [...(known?.conflicts ?? []), ...conflicts],
      });
    }
    for (const {entry, unknown, conflicts} of refused.values()) {
      if (unknown.length > 0) entry.report(new HotkeyUnknownError(unknown));
      if (conflicts.length > 0)
        entry.report(new HotkeyConflictError(conflicts));
    }
  }

  #bind(entry: Contributed<PluginHotkey>): SortedKeys {
    const {keys, description, scope = 'main', replaces = false} = entry.value;
    const sorted = sortKeys(
      keys,
      scope,
      replaces ? [] : this.#hotkeys.bindings,
    );
    const press = (event: KeyboardEvent): unknown =>
      entry.call(() => entry.value.onPress(event));
    const options = {description, scope};
    this.#bound.set(entry, this.#hotkeys.bind(sorted.free, press, options));
    return sorted;
  }
}

/** What could not be bound for a plugin, and one of its hotkeys. */
interface Refusal extends Pick<SortedKeys, 'unknown' | 'conflicts'> {
  readonly entry: Contributed<PluginHotkey>;
}
