import type {FrontendEvent} from './frontend-event.js';

/** Stands for what a handler answered when it threw. */
export class HandlerThrew {
  /** What it threw. */
  readonly error: unknown;

  constructor(error: unknown) {
    this.error = error;
  }
}

/** A handler that was called, and what it gave at once. */
export interface CalledHandler {
  /** Who registered it, or `''`. */
  readonly owner: string;
  /** What it returned; a {@link HandlerThrew} when it threw. */
  readonly answer: unknown;
}

/** What became of an event: who was called, and how that ended. */
export interface EventHandling {
  /** The event itself. */
  readonly event: FrontendEvent;
  /**
   * The handlers in the order of their calls. They hold their promises: a
   * watcher that remembers events keeps the answers alone.
   */
  readonly calls: readonly CalledHandler[];
  /**
   * Who registered them, in the order of their calls: the same list until a
   * handler comes or goes.
   */
  readonly owners: readonly string[];
  /**
   * For how long each kept the page busy, milliseconds; `null` when nobody
   * wanted to know.
   */
  readonly busyMs: readonly number[] | null;
}

/** Is told what becomes of one event. */
export interface EventWatcher {
  /**
   * Tells the time, milliseconds; `null` when it does not want to know how
   * long handlers take.
   */
  readonly clock: (() => number) | null;
  /** Every handler has been called; promises that they gave may be open. */
  onHandled(handling: EventHandling): void;
}

/**
 * Sees what becomes of events, for a log or a profile. It is called while
 * events are handled: it must be quick and must not throw.
 */
export interface HandlerWatcher {
  /**
   * An event is invoked; its handlers are about to be called.
   *
   * @returns Who is told how that ended; `null` for nobody.
   */
  onEvent(event: FrontendEvent): EventWatcher | null;
}
