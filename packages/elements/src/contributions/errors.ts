import {LsError} from '@ls-annotation/core';

/** Cause of a plugin's hotkeys that others have already. */
export class HotkeyConflictError extends LsError {
  override readonly name = 'HotkeyConflictError';
  readonly code = 'elements/hotkey-conflict';
  /** The keys that were not bound, as the plugin wrote them. */
  readonly keys: readonly string[];

  /** @param conflicts - each with its keys and what they do already. */
  constructor(conflicts: readonly HotkeyConflict[]) {
    const list = conflicts.map(({keys, taken}) => `"${keys}" (${taken})`);
    super(
      `Keys are taken already: ${list.join(', ')}. Choose others, or set ` +
        '`replaces` to take them over.',
    );
    this.keys = conflicts.map(({keys}) => keys);
  }
}

/** Cause of a plugin's hotkeys that name no key. */
export class HotkeyUnknownError extends LsError {
  override readonly name = 'HotkeyUnknownError';
  readonly code = 'elements/hotkey-unknown';
  /** The keys that were not bound, as the plugin wrote them. */
  readonly keys: readonly string[];

  constructor(keys: readonly string[]) {
    const list = keys.map((one) => `"${one}"`).join(', ');
    super(
      `There are no such keys: ${list}. Write one key after its modifiers ` +
        '(ctrl, alt, shift, meta, mod), for example "alt+w" or "ctrl+plus".',
    );
    this.keys = keys;
  }
}

/** A hotkey that somebody else has. */
export interface HotkeyConflict {
  /** The keys, as they were written. */
  readonly keys: string;
  /** What they do already, in words. */
  readonly taken: string;
}

/** Cause of a plugin that says something about a region that is no remark. */
export class RegionRemarkError extends LsError {
  override readonly name = 'RegionRemarkError';
  readonly code = 'elements/region-remark';

  /** @param method - what answered, for example `badgesOf()`. */
  constructor(method: string) {
    super(
      `\`${method}\` answered with something else than words. Return ` +
        '`{text: "…"}`, a list of those, or nothing, and do so at once.',
    );
  }
}
