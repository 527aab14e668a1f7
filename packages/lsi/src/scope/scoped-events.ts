import {takeUntil, type Observable} from 'rxjs';

import type {Disposer} from '@ls-annotation/core';

import type {FrontendEvent} from '../events/frontend-event.js';
import type {FrontendEventArguments} from '../events/frontend-event-map.js';
import type {
  FrontendEventSource,
  HandlerOptions,
} from '../events/frontend-events.js';

/** What a {@link ScopedEvents} needs of its scope. */
export interface EventLifetime {
  /** Emits once and completes when the scope closes. */
  readonly closed$: Observable<void>;
  /** Has `disposer` run when the scope closes. */
  add(disposer: Disposer): Disposer;
}

/**
 * The frontend's events for as long as one display lasts: its streams complete
 * and its handlers go when the scope closes.
 */
export class ScopedEvents implements FrontendEventSource {
  readonly #events: FrontendEventSource;
  readonly #lifetime: EventLifetime;

  /** Every event until the scope closes. */
  readonly all$: Observable<FrontendEvent>;

  constructor(events: FrontendEventSource, lifetime: EventLifetime) {
    this.#events = events;
    this.#lifetime = lifetime;
    this.all$ = events.all$.pipe(takeUntil(lifetime.closed$));
  }

  /** Returns the invocations of one event until the scope closes. */
  on<Name extends string>(
    name: Name,
  ): Observable<FrontendEventArguments<Name>> {
    return this.#events.on(name).pipe(takeUntil(this.#lifetime.closed$));
  }

  /**
   * Registers a handler until the scope closes. On a closed scope it is taken
   * away at once.
   */
  addHandler<Name extends string>(
    name: Name,
    handler: (...args: FrontendEventArguments<Name>) => unknown,
    options?: HandlerOptions,
  ): Disposer {
    return this.#lifetime.add(this.#events.addHandler(name, handler, options));
  }
}
