import {Subject, filter, map, type Observable} from 'rxjs';

import type {Disposer} from '@ls-annotation/core';

import {HandlerError} from '../errors.js';

import {HandlerThrew} from './event-watcher.js';
import type {
  CalledHandler,
  EventWatcher,
  HandlerWatcher,
} from './event-watcher.js';
import type {FrontendEvent} from './frontend-event.js';
import type {FrontendEventArguments} from './frontend-event-map.js';
import {
  HandlerTable,
  type FrontendEventHandler,
  type HandlerCall,
  type HandlerList,
  type RegisteredHandler,
} from './handler-table.js';

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
export interface HandlerRun extends CalledHandler {
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
    return this.#handle(event, allOf, (entry) => this.#run(event, entry));
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
    const [first] = this.#handle(event, firstOf, (entry) =>
      this.#ask(event, entry),
    );
    return first?.answer instanceof HandlerThrew ? undefined : first?.answer;
  }

  /** Drops every handler and completes the streams. */
  close(): void {
    this.#table.clear();
    this.#watchers = [];
    this.#events.complete();
    this.#errors.complete();
  }

  /** Announces an event, calls its handlers, and tells those who watch. */
  #handle<Call extends CalledHandler>(
    event: FrontendEvent,
    chosenOf: (list: HandlerList) => HandlerList,
    run: (entry: RegisteredHandler) => Call,
  ): readonly Call[] {
    const watchers = this.#announce(event);
    const {handlers, owners} = chosenOf(this.#table.of(event.name));
    if (watchers.length === 0) return handlers.map(run);
    const {calls, busyMs} = callEach(handlers, run, clockOf(watchers));
    const handling = {event, calls, owners, busyMs};
    for (const watcher of watchers) watcher.onHandled(handling);
    return calls;
  }

  /** Tells streams, and returns who watches what becomes of the event. */
  #announce(event: FrontendEvent): readonly EventWatcher[] {
    let watchers = NOBODY;
    for (const watcher of this.#watchers) {
      const one = watcher.onEvent(event);
      if (one) watchers = [...watchers, one];
    }
    this.#events.next(event);
    return watchers;
  }

  /** Calls a handler, and says how it ends. */
  #run(event: FrontendEvent, entry: RegisteredHandler): HandlerRun {
    const {owner} = entry;
    const fail = (cause: unknown): HandlerOutcome => ({
      status: 'rejected',
      error: this.report(event.name, owner, cause),
      owner,
    });
    try {
      const answer = callHandler(entry, event.args);
      const outcome = Promise.resolve(answer).then(
        (value): HandlerOutcome => ({status: 'fulfilled', value, owner}),
        fail,
      );
      return {owner, answer, outcome};
    } catch (error) {
      const outcome = Promise.resolve(fail(error));
      return {owner, answer: new HandlerThrew(error), outcome};
    }
  }

  /** Calls a handler whose answer is the emitter's to wait for. */
  #ask(event: FrontendEvent, entry: RegisteredHandler): CalledHandler {
    const {owner} = entry;
    try {
      return {owner, answer: callHandler(entry, event.args)};
    } catch (error) {
      this.report(event.name, owner, error);
      return {owner, answer: new HandlerThrew(error)};
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

const NOBODY: readonly EventWatcher[] = [];

const allOf = (list: HandlerList): HandlerList => list;

const firstOf = ({handlers, owners}: HandlerList): HandlerList => ({
  handlers: handlers.slice(0, 1),
  owners: owners.slice(0, 1),
});

/** Returns the first clock that is there. */
function clockOf(watchers: readonly EventWatcher[]): EventWatcher['clock'] {
  for (const {clock} of watchers) if (clock) return clock;
  return null;
}

/** Calls handlers one after the other, and times them if there is a clock. */
function callEach<Call>(
  handlers: readonly RegisteredHandler[],
  run: (entry: RegisteredHandler) => Call,
  clock: EventWatcher['clock'],
): {readonly calls: readonly Call[]; readonly busyMs: number[] | null} {
  if (!clock) return {calls: handlers.map(run), busyMs: null};
  const busyMs: number[] = [];
  let sinceMs = clock();
  const calls = handlers.map((entry) => {
    const call = run(entry);
    const nowMs = clock();
    busyMs.push(nowMs - sinceMs);
    sinceMs = nowMs;
    return call;
  });
  return {calls, busyMs};
}

function callHandler(
  {handler, call}: RegisteredHandler,
  args: readonly unknown[],
): unknown {
  if (call) return call(handler, args);
  return (handler as (...values: readonly unknown[]) => unknown)(...args);
}
