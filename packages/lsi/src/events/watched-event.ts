import type {FrontendEvent} from './frontend-event.js';

/** Stands among the answers for a handler that threw. */
export class HandlerThrew {
  /** What it threw. */
  readonly error: unknown;

  constructor(error: unknown) {
    this.error = error;
  }
}

/** What became of an event: who was called, and how that ended. */
export interface EventHandling {
  /** The event itself. */
  readonly event: FrontendEvent;
  /** Who registered the handlers, in the order of their calls; `''` is the page. */
  readonly owners: readonly string[];
  /** What each answered; a {@link HandlerThrew} when it threw. */
  readonly answers: readonly unknown[];
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

/** An event that is watched, while its handlers are called. */
export class WatchedEvent implements EventHandling {
  readonly event: FrontendEvent;
  readonly owners: readonly string[];
  readonly answers: unknown[] = [];
  readonly busyMs: number[] | null;
  readonly #watchers: readonly EventWatcher[];
  readonly #clock: (() => number) | null;
  /** When the handler before this one ended. */
  #sinceMs: number;

  constructor(
    event: FrontendEvent,
    owners: readonly string[],
    watchers: readonly EventWatcher[],
  ) {
    this.event = event;
    this.owners = owners;
    this.#watchers = watchers;
    this.#clock = watchers.find(({clock}) => clock)?.clock ?? null;
    this.busyMs = this.#clock && [];
    this.#sinceMs = this.#clock?.() ?? NaN;
  }

  /** Notes how the next handler has ended. */
  note(answer: unknown): void {
    this.answers.push(answer);
    if (!this.#clock || !this.busyMs) return;
    const nowMs = this.#clock();
    this.busyMs.push(nowMs - this.#sinceMs);
    this.#sinceMs = nowMs;
  }

  /** Tells the watchers that every handler has been called. */
  end(): void {
    for (const watcher of this.#watchers) watcher.onHandled(this);
  }
}
