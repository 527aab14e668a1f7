import type {Disposer} from '@ls-annotation/core';

/** What a page or a plugin registers for a frontend event. */
export type FrontendEventHandler = (...args: never[]) => unknown;

/** One registered handler. */
export interface RegisteredHandler {
  /** What is called. */
  readonly handler: FrontendEventHandler;
  /** Who registered it, for example a plugin id, or `''`. */
  readonly owner: string;
  /** Calls it in a way of its own, or `null`. */
  readonly call: HandlerCall | null;
}

/** Calls a handler with the arguments of an event; returns its answer. */
export type HandlerCall = (
  handler: FrontendEventHandler,
  args: readonly unknown[],
) => unknown;

/** The handlers of an event, in the order of their registration. */
export interface HandlerList {
  /** The handlers themselves. */
  readonly handlers: readonly RegisteredHandler[];
  /** Who registered each: what may be kept when a handler has gone. */
  readonly owners: readonly string[];
}

const NONE: HandlerList = {handlers: [], owners: []};

interface Entry extends RegisteredHandler {
  holders: number;
}

/**
 * Handlers by event name, in the order of their registration.
 *
 * The same function registered twice for one name is called once, and stays
 * until everyone who registered it has let go.
 */
export class HandlerTable {
  readonly #entries = new Map<string, Map<FrontendEventHandler, Entry>>();
  /** Those of a name as a list, until one comes or goes. */
  readonly #lists = new Map<string, HandlerList>();

  /** Registers a handler; the returned disposer lets go of it. */
  add(
    name: string,
    handler: FrontendEventHandler,
    owner: string,
    call: HandlerCall | null = null,
  ): Disposer {
    const entries = this.#entries.get(name) ?? new Map<never, never>();
    this.#entries.set(name, entries);
    const entry = entries.get(handler) ?? {handler, owner, call, holders: 0};
    entries.set(handler, entry);
    this.#lists.delete(name);
    entry.holders += 1;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      entry.holders -= 1;
      if (entry.holders === 0) this.#forget(name, entry);
    };
  }

  /** Removes a handler whoever holds it; does nothing when it is absent. */
  remove(name: string, handler: FrontendEventHandler): void {
    const entry = this.#entries.get(name)?.get(handler);
    if (entry) this.#forget(name, entry);
  }

  /** Removes every handler of a name, or of all names. */
  clear(name?: string): void {
    if (name === undefined) {
      this.#entries.clear();
      this.#lists.clear();
    } else {
      this.#entries.delete(name);
      this.#lists.delete(name);
    }
  }

  /** Returns the handlers of a name: a list that never changes. */
  of(name: string): HandlerList {
    const entries = this.#entries.get(name);
    if (!entries) return NONE;
    const known = this.#lists.get(name);
    if (known) return known;
    const handlers = [...entries.values()];
    const list = {handlers, owners: handlers.map(({owner}) => owner)};
    this.#lists.set(name, list);
    return list;
  }

  /** Returns whether a name has a handler. */
  has(name: string): boolean {
    return (this.#entries.get(name)?.size ?? 0) > 0;
  }

  #forget(name: string, entry: Entry): void {
    const entries = this.#entries.get(name);
    if (entries?.get(entry.handler) !== entry) return;
    entries.delete(entry.handler);
    this.#lists.delete(name);
    if (entries.size === 0) this.#entries.delete(name);
  }
}
