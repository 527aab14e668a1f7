import type {HotkeyBinding, HotkeyScope} from '../hotkeys/hotkey-registry.js';
import {isKeyName, parseKeyChords} from '../hotkeys/key-chord.js';
import type {KeyChord} from '../hotkeys/key-chord.js';

import type {HotkeyConflict} from './errors.js';

/** Keys at choice, sorted by whether they can be bound. */
export interface SortedKeys {
  /** Those that are free, written as before. */
  readonly free: string;
  /** Those that no keyboard has. */
  readonly unknown: readonly string[];
  /** Those that somebody has. */
  readonly conflicts: readonly HotkeyConflict[];
}

/**
 * Returns which of the keys of a hotkey are free. Those of others that work only
 * within some element are no conflict.
 */
export function sortKeys(
  keys: string,
  scope: HotkeyScope,
  bindings: readonly HotkeyBinding[],
): SortedKeys {
  const rivals = bindings.filter(
    (binding) => !binding.within && areRivals(scope, binding.scope ?? 'main'),
  );
  const free: string[] = [];
  const unknown: string[] = [];
  const conflicts: HotkeyConflict[] = [];
  for (const one of keys.split(',').map((text) => text.trim())) {
    const rival = rivals.find((binding) => overlap(one, binding.keys));
    if (!isKey(one)) unknown.push(one);
    else if (!rival) free.push(one);
    else conflicts.push({keys: one, taken: rival.description || 'a hotkey'});
  }
  return {free: free.join(','), unknown, conflicts};
}

function isKey(text: string): boolean {
  const [chord] = parseKeyChords(text);
  return chord !== undefined && isKeyName(chord.key);
}

function areRivals(one: HotkeyScope, other: HotkeyScope): boolean {
  return one === other || one === 'all' || other === 'all';
}

function overlap(one: string, other: string): boolean {
  const chords = parseKeyChords(other);
  return parseKeyChords(one).some((chord) =>
    chords.some((rival) => isSame(chord, rival)),
  );
}

function isSame(one: KeyChord, other: KeyChord): boolean {
  const fields = ['key', 'ctrl', 'alt', 'shift', 'meta'] as const;
  return fields.every((field) => one[field] === other[field]);
}
