import type {Disposer} from '@ls-annotation/core';

/** How a hotkey is bound; the same as in the host's registry of hotkeys. */
export interface HotkeyBinderOptions {
  /** Where the focus must be: not in a field, in a field, or either. */
  readonly scope?: 'main' | 'input' | 'all';
  /** What it does, in words. */
  readonly description?: string;
}

/** What binds keys; a host has one, a session without a page has none. */
export interface HotkeyBinder {
  /**
   * Binds a handler to keys as Label Studio writes them, `ctrl+z, cmd+z`.
   *
   * @returns What unbinds them.
   */
  bind(
    keys: string,
    handler: (event: unknown) => unknown,
    options?: HotkeyBinderOptions,
  ): Disposer;
}
