/** A hotkey that has a name. */
export interface NamedHotkey {
  /** Keys, commas between alternatives. */
  readonly key: string;
  /** Keys where there is a command key. */
  readonly mac?: string;
  /** What it does, in words. */
  readonly description?: string;
  /** Key that makes it do a bit more when held with it. */
  readonly modifier?: string;
  /** What it does then. */
  readonly modifierDescription?: string;
}

/** Hotkeys by name. */
export type Keymap = Readonly<Record<string, NamedHotkey>>;

const NAMED: readonly (readonly [string, string, string, string?])[] = [
  ['annotation:submit', 'ctrl+enter', 'Submit annotation', 'command+enter'],
  ['annotation:skip', 'ctrl+space', 'Skip task', 'alt+enter'],
  ['annotation:undo', 'ctrl+z', 'Undo', 'command+z'],
  ['annotation:redo', 'ctrl+shift+z', 'Redo', 'command+shift+z'],
  ['polygon:undo', 'ctrl+z', 'Undo', 'command+z'],
  ['polygon:redo', 'ctrl+shift+z', 'Redo', 'command+shift+z'],
  ['region:delete-all', 'ctrl+backspace', 'Delete all', 'command+backspace'],
  ['region:focus', 'enter', 'Focus the fields of the region'],
  ['region:relation', 'alt+r', 'Link regions'],
  ['region:visibility', 'alt+h', 'Hide or show the region'],
  ['region:lock', 'alt+l', 'Lock the region'],
  ['region:meta', 'alt+m', 'Edit the note of the region'],
  ['region:unselect', 'u', 'Unselect the region'],
  ['region:exit', 'escape', 'Leave linking, unselect'],
  ['region:delete', 'backspace', 'Delete the region'],
  ['region:cycle', 'alt+.', 'Select the next region'],
  ['region:duplicate', 'ctrl+d', 'Duplicate the region', 'command+d'],
  ['segment:delete', 'delete', 'Delete the region'],
  ['audio:back', 'ctrl+b', 'Back for one second', 'command+b'],
  ['media:playpause', 'alt+space', 'Play or pause'],
  ['media:step-backward', 'alt+left', 'One step back'],
  ['media:step-forward', 'alt+right', 'One step forward'],
  ['video:keyframe-backward', 'ctrl+alt+left', 'To the key frame before'],
  ['video:keyframe-forward', 'ctrl+alt+right', 'To the next key frame'],
  ['video:backward', 'alt+left', 'Back'],
  ['video:rewind', 'shift+ctrl+alt+left', 'To the first frame'],
  ['video:forward', 'shift+alt+right', 'Forward'],
  ['video:fastforward', 'shift+ctrl+alt+right', 'To the last frame'],
  ['video:hop-backward', 'shift+alt+left', 'Hop back'],
  ['video:hop-forward', 'shift+alt+right', 'Hop forward'],
  ['ts:grow-left', 'left', 'Grow to the left'],
  ['ts:grow-right', 'right', 'Grow to the right'],
  ['ts:shrink-left', 'alt+left', 'Shrink on the left'],
  ['ts:shrink-right', 'alt+right', 'Shrink on the right'],
  ['repeater:next-page', 'alt+right', 'Next page'],
  ['repeater:previous-page', 'alt+left', 'Previous page'],
  ['image:prev', 'ctrl+left', 'Previous picture', 'command+left'],
  ['image:next', 'ctrl+right', 'Next picture', 'command+right'],
];

/** Label Studio's hotkeys, as they are named before a page changes any. */
export const DEFAULT_KEYMAP: Keymap = Object.freeze(
  Object.fromEntries(
    NAMED.map(([name, key, description, mac]) => [
      name,
      {key, description, ...(mac === undefined ? {} : {mac})},
    ]),
  ),
);
