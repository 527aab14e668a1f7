import {Subject, filter, map, type Observable} from 'rxjs';

import type {Disposer} from '@ls-annotation/core';

import {HandlerError} from '../errors.js';

import type {FrontendEvent} from './frontend-event.js';
import type {FrontendEventArguments} from './frontend-event-map.js';
import {
  HandlerTable,
  type FrontendEventHandler,
  type HandlerCall,
  type RegisteredHandler,
} from './handler-table.js';
import {HandlerThrew, WatchedEvent} from './watched-event.js';
import type {EventWatcher, HandlerWatcher} from './watched-event.js';

/** How one handler of one invocation ended. */
export type HandlerOutcome =
  | {
      /** It returned, or its promise resolved. */
      readonly status: 'fulfilled';
      /** What it answered. */
      readonly value: unknown;
      /** Who registered it, or `''`. */
      readonly owner: string;
    }
  | {
      /** It threw, or its promise rejected. */
      readonly status: 'rejected';
      /** What went wrong; it was reported on `errors$` already. */
      readonly error: HandlerError;
      /** Who registered it, or `''`. */
      readonly owner: string;
    };

/** A handler that was called and may not have settled yet. */
export interface HandlerRun {
  /** Who registered it, or `''`. */
  readonly owner: string;
  /** Settles when the handler has; never rejects. */
  readonly outcome: Promise<HandlerOutcome>;
}

/** What may be said about a handler at its registration. */
export interface HandlerOptions {
  /** Who registers, for example a plugin id; named in error reports. */
  readonly owner?: string;
  /** Calls the handler in a way of its own. */
  readonly call?: HandlerCall;
}

/** What is said of a handler whose registrant does not say who it is. */
export interface HandlerAdoption extends HandlerOptions {
  /** Takes what takes the handler away again. */
  readonly onAdded: (dispose: Disposer) => void;
}

/** What registers handlers: the events of a session, or those of a scope. */
export interface FrontendEventSource {
  /** Every event, as it is invoked. */
  readonly all$: Observable<FrontendEvent>;

  /**
   * Returns the invocations of one event as a stream of argument lists.
   *
   * @param name - Event name; unknown names never emit.
   */
  on<Name extends string>(name: Name): Observable<FrontendEventArguments<Name>>;

  /**
   * Registers a handler. The same function is called once however often it is
   * registered.
   *
   * @returns What takes the handler away again.
   */
  addHandler<Name extends string>(
    name: Name,
    handler: (...args: FrontendEventArguments<Name>) => unknown,
    options?: HandlerOptions,
  ): Disposer;
}

/**
 * The events of Label Studio's frontend.
 *
 * Handlers run synchronously and in the order of their registration, on a
 * copy of the list: one that is added during an invocation waits for the next,
 * one that is removed during it still runs. Each is guarded by itself: when
 * one throws or rejects, the failure is reported on {@link errors$} with its
 * owner and the event, and those after it run all the same.
 *
 * Streams see an event before its handlers do.
 *
 * @example
 * ```ts
 * const events = new FrontendEvents();
 * const dispose = events.addHandler('entityCreate', (region) => region.id);
 * events.invoke('entityCreate', region);
 * dispose();
 * events.close();
 * ```
 */
export class FrontendEvents implements FrontendEventSource {
  readonly #table = new HandlerTable();
  readonly #events = new Subject<FrontendEvent>();
  readonly #errors = new Subject<HandlerError>();
  #watchers: readonly HandlerWatcher[] = [];

  /** Every event, before its handlers run; completes with the session. */
  readonly all$: Observable<FrontendEvent> = this.#events.asObservable();

  /** What handlers threw or rejected with; completes with the session. */
  readonly errors$: Observable<HandlerError> = this.#errors.asObservable();

  /**
   * Returns the invocations of one event as a stream of argument lists.
   *
   * @param name - Event name; unknown names are accepted.
   * @returns A stream that completes when the session closes.
   */
  on<Name extends string>(
    name: Name,
  ): Observable<FrontendEventArguments<Name>> {
    return this.#events.pipe(
      filter((event) => event.name === name),
      map((event) => event.args as FrontendEventArguments<Name>),
    );
  }

  /**
   * Asked whose a handler is that is registered under no name; `null` when
   * nobody wants to know.
   */
  adopt: ((name: string) => HandlerAdoption | null) | null = null;

  /**
   * Registers a handler, behind those registered before it.
   *
   * @returns What takes it away again; safe to call twice.
   */
  addHandler<Name extends string>(
    name: Name,
    handler: (...args: FrontendEventArguments<Name>) => unknown,
    options: HandlerOptions = {},
  ): Disposer {
    const adoption = options.owner ? null : (this.adopt?.(name) ?? null);
    const {owner = '', call = null} = adoption ?? options;
    const dispose = this.#table.add(name, handler, owner, call);
    adoption?.onAdded(dispose);
    return dispose;
  }

  /**
   * Tells `watcher` of every event and of what its handlers do with it.
   * Costs nothing while there is none.
   *
   * @returns What ends it; safe to call twice.
   */
  watch(watcher: HandlerWatcher): Disposer {
    this.#watchers = [...this.#watchers, watcher];
    return () => {
      this.#watchers = this.#watchers.filter((other) => other !== watcher);
    };
  }

  /** Removes a handler whoever registered it. */
  removeHandler(name: string, handler: FrontendEventHandler): void {
    this.#table.remove(name, handler);
  }

  /** Removes every handler of an event. */
  removeAll(name: string): void {
    this.#table.clear(name);
  }

  /** Returns whether an event has a handler. */
  hasHandlers(name: string): boolean {
    return this.#table.has(name);
  }

  /**
   * Calls every handler with the same arguments.
   *
   * @returns `undefined` when there is none; else a promise of how each ended,
   * in the order of registration. It never rejects.
   */
  invoke<Name extends string>(
    name: Name,
    ...args: FrontendEventArguments<Name>
  ): Promise<readonly HandlerOutcome[]> | undefined {
    const runs = this.dispatch(name, ...args);
    if (runs.length === 0) return undefined;
    return Promise.all(runs.map((run) => run.outcome));
  }

  /**
   * Calls every handler, and tells of each by itself: for an emitter that
   * waits with a deadline and must name who holds it.
   *
   * @returns One entry a handler, in the order of registration.
   */
  dispatch<Name extends string>(
    name: Name,
    ...args: FrontendEventArguments<Name>
  ): readonly HandlerRun[] {
    const event = {name, args};
    const watchers = this.#announce(event);
    const {handlers, owners} = this.#table.of(name);
    if (!watchers) return handlers.map((entry) => this.#run(event, entry));
    const watched = new WatchedEvent(event, owners, watchers);
    const runs = handlers.map((entry) => this.#run(event, entry, watched));
    watched.end();
    return runs;
  }

  /**
   * Calls the first registered handler alone.
   *
   * @returns What it returned, not awaited; `undefined` when there is no
   * handler or when it threw.
   */
  invokeFirst<Name extends string>(
    name: Name,
    ...args: FrontendEventArguments<Name>
  ): unknown {
    const event = {name, args};
    const watchers = this.#announce(event);
    const {handlers, owners} = this.#table.of(name);
    const [first] = handlers;
    const watched =
      watchers && new WatchedEvent(event, owners.slice(0, 1), watchers);
    try {
      return first && this.#call(event, first, watched);
    } catch (error) {
      this.report(name, first?.owner ?? '', error);
      return undefined;
    } finally {
      watched?.end();
    }
  }

  /** Drops every handler and completes the streams. */
  close(): void {
    this.#table.clear();
    this.#watchers = [];
    this.#events.complete();
    this.#errors.complete();
  }

  /** Tells streams, and returns who watches what becomes of the event. */
  #announce(event: FrontendEvent): readonly EventWatcher[] | null {
    const watchers: EventWatcher[] = [];
    for (const watcher of this.#watchers) {
      const one = watcher.onEvent(event);
      if (one) watchers.push(one);
    }
    this.#events.next(event);
    return watchers.length === 0 ? null : watchers;
  }

  #call(
    event: FrontendEvent,
    registered: RegisteredHandler,
    watched: WatchedEvent | null,
  ): unknown {
    if (!watched) return callHandler(registered, event.args);
    try {
      const answer = callHandler(registered, event.args);
      watched.note(answer);
      return answer;
    } catch (error) {
      watched.note(new HandlerThrew(error));
      throw error;
    }
  }

  #run(
    event: FrontendEvent,
    registered: RegisteredHandler,
    watched: WatchedEvent | null = null,
  ): HandlerRun {
    const {name} = event;
    const {owner} = registered;
    const fail = (cause: unknown): HandlerOutcome => ({
      status: 'rejected',
      error: this.report(name, owner, cause),
      owner,
    });
    try {
      const answer = this.#call(event, registered, watched);
      const outcome = Promise.resolve(answer).then(
        (value): HandlerOutcome => ({status: 'fulfilled', value, owner}),
        fail,
      );
      return {owner, outcome};
    } catch (error) {
      return {owner, outcome: Promise.resolve(fail(error))};
    }
  }

  /**
   * Reports a failure of a handler that an emitter saw by itself.
   *
   * @internal
   */
  report(name: string, owner: string, cause: unknown): HandlerError {
    const error = new HandlerError(name, owner, cause);
    this.#errors.next(error);
    return error;
  }
}

function callHandler(
  {handler, call}: RegisteredHandler,
  args: readonly unknown[],
): unknown {
  if (call) return call(handler, args);
  return (handler as (...values: readonly unknown[]) => unknown)(...args);
}
