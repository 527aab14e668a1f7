import type {Disposer} from '@ls-annotation/core';

import {receiveKeys, takesText} from './host-use.js';
import {matchesKeyChord, parseKeyChords} from './key-chord.js';
import type {KeyChord} from './key-chord.js';

/**
 * Where the focus must be: `main` anywhere but in a field that takes text,
 * `input` in such a field, `all` in either.
 */
export type HotkeyScope = 'main' | 'input' | 'all';

/**
 * Handles a hotkey; `false` says that there was nothing to do, and the key
 * goes on to the binding before this one and then to the page.
 */
export type HotkeyHandler = (event: KeyboardEvent) => unknown;

/** How a hotkey is bound. */
export interface HotkeyOptions {
  /**
   * Where the focus must be.
   * @defaultValue `'main'`
   */
  readonly scope?: HotkeyScope;
  /** What it does, in words, for a list of hotkeys. */
  readonly description?: string;
  /** Element that must hold the focus, or what holds it. */
  readonly within?: Element;
  /**
   * True to be called again while the key is held down.
   * @defaultValue `false`
   */
  readonly repeat?: boolean;
}

/** A bound hotkey. */
export interface HotkeyBinding extends HotkeyOptions {
  /** As it was bound, for example `ctrl+enter`. */
  readonly keys: string;
}

interface Binding extends HotkeyBinding {
  readonly chords: readonly KeyChord[];
  readonly handler: HotkeyHandler;
}

/**
 * The hotkeys of one host.
 *
 * They work while that host is in use (see {@link receiveKeys}), so that two
 * hosts on a page do not disturb each other, and not at all while nothing is
 * bound, while the registry is paused, or while the focus is in a dialog. Of
 * several bindings of a key the one that was made last goes first.
 *
 * @example
 * ```ts
 * const hotkeys = new HotkeyRegistry(host);
 * const unbind = hotkeys.bind('ctrl+enter', () => session.submit());
 * unbind();
 * ```
 */
export class HotkeyRegistry {
  readonly #host: HTMLElement;
  readonly #bindings: Binding[] = [];
  #pauses = 0;
  #disconnect: Disposer | null = null;

  /** Creates a registry with nothing bound. */
  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** What is bound, in the order it was bound. */
  get bindings(): readonly HotkeyBinding[] {
    return this.#bindings;
  }

  /**
   * Binds a handler to hotkeys as Label Studio writes them, `ctrl+z, cmd+z`.
   *
   * A text that names no key binds nothing. A key that was handled is kept
   * from the page.
   */
  bind(
    keys: string,
    handler: HotkeyHandler,
    options: HotkeyOptions = {},
  ): Disposer {
    const chords = parseKeyChords(keys);
    if (chords.length === 0) return () => undefined;
    const binding: Binding = {...options, keys, chords, handler};
    this.#bindings.push(binding);
    this.#connect();
    return () => {
      this.#unbind(binding);
    };
  }

  /**
   * Keeps every hotkey from working until the answer is called.
   * Several pauses add up.
   */
  pause(): Disposer {
    let isPaused = true;
    this.#pauses += 1;
    return () => {
      if (isPaused) this.#pauses -= 1;
      isPaused = false;
    };
  }

  /** Unbinds everything. */
  clear(): void {
    this.#bindings.length = 0;
    this.#release();
  }

  #unbind(binding: Binding): void {
    const index = this.#bindings.indexOf(binding);
    if (index !== -1) this.#bindings.splice(index, 1);
    if (this.#bindings.length === 0) this.#release();
  }

  #connect(): void {
    this.#disconnect ??= receiveKeys({
      host: this.#host,
      receive: (event) => {
        this.#receive(event);
      },
    });
  }

  #release(): void {
    this.#disconnect?.();
    this.#disconnect = null;
  }

  #receive(event: KeyboardEvent): void {
    if (this.#pauses > 0 || isInDialog(event, this.#host)) return;
    const path = event.composedPath();
    const scope = takesText(path[0]) ? 'input' : 'main';
    for (const binding of [...this.#bindings].reverse()) {
      if (!applies(binding, scope, path) || !isPressed(binding, event))
        continue;
      if (event.repeat && binding.repeat !== true) return;
      if (binding.handler(event) === false) continue;
      event.preventDefault();
      return;
    }
  }
}

function applies(
  {scope = 'main', within}: Binding,
  now: HotkeyScope,
  path: readonly EventTarget[],
): boolean {
  if (within && !path.includes(within)) return false;
  return scope === 'all' || scope === now;
}

function isPressed({chords}: Binding, event: KeyboardEvent): boolean {
  return chords.some((chord) => matchesKeyChord(event, chord));
}

/** A dialog around the host is no reason to be silent in it. */
function isInDialog(event: KeyboardEvent, host: HTMLElement): boolean {
  const path = event.composedPath();
  const end = path.indexOf(host);
  return path
    .slice(0, end === -1 ? undefined : end)
    .some((target) => isDialog(target) && !target.contains(host));
}

function isDialog(target: EventTarget): target is HTMLElement {
  return (
    target instanceof HTMLElement &&
    (target.localName === 'dialog' ||
      target.getAttribute('aria-modal') === 'true')
  );
}
