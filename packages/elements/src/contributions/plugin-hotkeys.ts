import type {Disposer} from '@ls-annotation/core';
import type {
  Contributed,
  ContributionBoard,
  PluginHotkey,
} from '@ls-annotation/plugins';

import type {HotkeyRegistry} from '../hotkeys/hotkey-registry.js';

import {HotkeyConflictError} from './errors.js';
import type {HotkeyConflict} from './errors.js';
import {sortKeys} from './find-conflicts.js';

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

  /** Binds those that have come or changed; keys that others have are not. */
  add(): void {
    const conflicts = new Map<string, HotkeyConflict[]>();
    const first = new Map<string, Contributed<PluginHotkey>>();
    for (const entry of this.#board.list('hotkey')) {
      if (this.#bound.has(entry)) continue;
      const {pluginId} = entry;
      const found = this.#bind(entry);
      if (found.length === 0) continue;
      conflicts.set(pluginId, [...(conflicts.get(pluginId) ?? []), ...found]);
      first.set(pluginId, entry);
    }
    for (const [pluginId, entry] of first) {
      const found = conflicts.get(pluginId) ?? [];
      entry.report(new HotkeyConflictError(found));
    }
  }

  #bind(entry: Contributed<PluginHotkey>): readonly HotkeyConflict[] {
    const {keys, description, scope = 'main', replaces = false} = entry.value;
    const {free, conflicts} = replaces
      ? {free: keys, conflicts: []}
      : sortKeys(keys, scope, this.#hotkeys.bindings);
    const press = (event: KeyboardEvent): unknown =>
      entry.call(() => entry.value.onPress(event));
    const options = {description, scope};
    this.#bound.set(entry, this.#hotkeys.bind(free, press, options));
    return conflicts;
  }
}
