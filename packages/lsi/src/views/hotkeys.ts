import type {Disposer} from '@ls-annotation/core';

import {HotkeyNameError} from '../errors.js';
import type {SessionContext} from '../session/session-context.js';

import {DEFAULT_KEYMAP, type Keymap} from './keymap.js';

/** Scopes as Label Studio names them. */
const SCOPES = {__main__: 'main', __input__: 'input'} as const;

/** Keys that are given out to controls without one, in this order. */
const FREE_KEYS = Array.from('1234567890qwetasdfgzxcvbyiopjklnm');

/** Handles a hotkey. */
export type HotkeyCallback = (event: unknown) => unknown;

/** What is known of a group of hotkeys. */
export interface HotkeyNamespace {
  /** What the group is for, in words. */
  readonly description: string;
  /** Handlers by key. */
  readonly keys: Readonly<Record<string, HotkeyCallback>>;
  /** What the keys do, by key. */
  readonly descriptions: Readonly<Record<string, string>>;
}

/** Makes groups of hotkeys, and knows them all. */
export interface HotkeyFactory {
  /** Makes a group of hotkeys. */
  (namespace?: string, description?: string): HotkeyGroup;
  /** Scope of keys outside fields. */
  readonly DEFAULT_SCOPE: '__main__';
  /** Scope of keys in fields. */
  readonly INPUT_SCOPE: '__input__';
  /** Named hotkeys. */
  keymap: Keymap;
  /** Changes named hotkeys, or adds some. */
  setKeymap(keymap: Keymap): void;
  /** Returns what keys do, by key; Label Studio's spelling. */
  keysDescipritions(): Readonly<Record<string, string>>;
  /** Returns the groups by name. */
  namespaces(): Readonly<Record<string, HotkeyNamespace>>;
  /** Unbinds every group. */
  unbindAll(): void;
  /** Nothing to do: the scope follows the focus. */
  setScope(scope: string): void;
}

interface Bound {
  readonly handler: HotkeyCallback;
  readonly description: string;
  readonly unbind: Disposer;
}

/**
 * A group of hotkeys as plugins make them.
 *
 * Keys work in their own host alone. Those that are bound while an annotation
 * is on display are unbound when that display ends.
 */
export class HotkeyGroup {
  readonly #context: SessionContext;
  readonly #keymap: () => Keymap;
  readonly #bound = new Map<string, Bound>();
  readonly #description: string;

  constructor(
    context: SessionContext,
    keymap: () => Keymap,
    description: string,
  ) {
    this.#context = context;
    this.#keymap = keymap;
    this.#description = description;
  }

  /** Binds a key; without one nothing happens. */
  addKey(
    key: string | undefined,
    handler: HotkeyCallback,
    description = '',
    scope = '__main__',
  ): void {
    if (key === undefined) return;
    const name = key.toLowerCase();
    this.removeKey(name);
    const {hotkeys, annotations} = this.#context;
    const unbind =
      hotkeys?.bind(name, handler, {
        description,
        scope: toScope(scope),
      }) ?? (() => undefined);
    const end = annotations.scope?.add(() => {
      if (this.#bound.get(name)?.unbind === dispose) this.#bound.delete(name);
      unbind();
    });
    const dispose = end ?? unbind;
    this.#bound.set(name, {handler, description, unbind: dispose});
  }

  /** Binds a key in the place of what it did in this group. */
  overwriteKey(
    key: string | undefined,
    handler: HotkeyCallback,
    description?: string,
    scope?: string,
  ): void {
    this.addKey(key, handler, description, scope);
  }

  /** Unbinds a key. */
  removeKey(key: string | undefined): void {
    const name = key?.toLowerCase() ?? '';
    const bound = this.#bound.get(name);
    this.#bound.delete(name);
    bound?.unbind();
  }

  /**
   * Binds the keys that a name stands for.
   *
   * @throws {@link HotkeyNameError} for a name that the keymap does not have.
   */
  addNamed(name: string, handler: HotkeyCallback, scope?: string): void {
    const hotkey = this.#named(name);
    this.addKey(hotkey.key, handler, hotkey.description, scope);
    const {mac, modifier, modifierDescription} = hotkey;
    if (mac !== undefined) {
      this.addKey(mac, handler, hotkey.description, scope);
    }
    if (modifier !== undefined) {
      const key = `${modifier}+${hotkey.key}`;
      this.addKey(key, handler, modifierDescription, scope);
    }
  }

  /** Same as {@link HotkeyGroup.addNamed}. */
  overwriteNamed(name: string, handler: HotkeyCallback, scope?: string): void {
    this.addNamed(name, handler, scope);
  }

  /**
   * Unbinds the keys that a name stands for.
   *
   * @throws {@link HotkeyNameError} for a name that the keymap does not have.
   */
  removeNamed(name: string): void {
    const {key, mac, modifier = ''} = this.#named(name);
    for (const bound of [key, mac, `${modifier}+${key}`]) this.removeKey(bound);
  }

  /** Returns whether a key is bound in this group. */
  hasKey(key: string): boolean {
    return this.#bound.has(key.toLowerCase());
  }

  /** Returns the keys that are bound. */
  getKeys(): string[] {
    return [...this.#bound.keys()];
  }

  /** Returns what is known of the group. */
  getNamespace(): HotkeyNamespace {
    const bound = [...this.#bound];
    return {
      description: this.#description,
      keys: Object.fromEntries(bound.map(([key, {handler}]) => [key, handler])),
      descriptions: Object.fromEntries(
        bound
          .filter(([, {description}]) => description !== '')
          .map(([key, {description}]) => [key, description]),
      ),
    };
  }

  /** Unbinds every key of the group. */
  unbindAll(): void {
    for (const key of this.getKeys()) this.removeKey(key);
  }

  /** Returns a key that is not bound in this group, or `null`. */
  makeComb(): string | null {
    return FREE_KEYS.find((key) => !this.hasKey(key)) ?? null;
  }

  #named(name: string) {
    const hotkey = this.#keymap()[name];
    if (hotkey) return hotkey;
    throw new HotkeyNameError(name);
  }
}

/** Returns what plugins find at `Htx.Hotkey`. */
export function createHotkeys(context: SessionContext): HotkeyFactory {
  const groups = new Map<string, HotkeyGroup>();
  const factory = (namespace = 'global', description = 'Hotkeys') => {
    const keymap = (): Keymap => hotkeys.keymap;
    const group = new HotkeyGroup(context, keymap, description);
    groups.get(namespace)?.unbindAll();
    groups.set(namespace, group);
    return group;
  };
  const namespaces = (): Readonly<Record<string, HotkeyNamespace>> =>
    Object.fromEntries(
      [...groups].map(([name, group]) => [name, group.getNamespace()]),
    );
  const hotkeys: HotkeyFactory = Object.assign(factory, {
    DEFAULT_SCOPE: '__main__',
    INPUT_SCOPE: '__input__',
    keymap: DEFAULT_KEYMAP,
    setKeymap: (keymap: Keymap) => {
      hotkeys.keymap = {...hotkeys.keymap, ...keymap};
    },
    keysDescipritions: () =>
      Object.assign(
        {},
        ...Object.values(namespaces()).map(({descriptions}) => descriptions),
      ) as Readonly<Record<string, string>>,
    namespaces,
    unbindAll: () => {
      for (const group of groups.values()) group.unbindAll();
    },
    setScope: () => undefined,
  } as const);
  return hotkeys;
}

function toScope(scope: string): 'main' | 'input' | 'all' {
  const named = scope
    .split(',')
    .map((name) => SCOPES[name.trim() as keyof typeof SCOPES]);
  return named.length > 1 ? 'all' : (named[0] ?? 'main');
}
