import type {Disposer} from '@ls-annotation/core';
import type {
  EventHandling,
  EventWatcher,
  FrontendEvent,
  FrontendEvents,
  HandlerWatcher,
} from '@ls-annotation/lsi';
import {runAsHost} from '@ls-annotation/plugins';

import {BoundedList} from '../shared/bounded-list.js';

import type {LoggedEvent} from './logged-event.js';
import {NotedEvent} from './noted-event.js';
import type {Moment} from './noted-event.js';
import {NOT_HANDLED, noteHandling} from './noted-handling.js';

/** Events that are kept at least. */
export const KEPT_EVENTS = 10_000;

/** How long events are counted for, to know a storm, milliseconds. */
const COUNTED_MS = 100;

/** Events in that time which are a storm. */
const STORM_EVENTS = 200;

/** One in so many events is timed in a storm. */
const TIMED_IN_STORM = 50;

const now = (): number => performance.now();

/**
 * Keeps the last {@link KEPT_EVENTS} events with what their handlers did.
 *
 * It works while events are handled, and does as little as it can: it notes,
 * and says that there is something new. What costs most is the clock and what
 * is kept: in a storm of events the handlers of most are not timed, events
 * that follow each other in one task are given the same time, and what became
 * alike of events that follow each other is kept once.
 */
export class EventRecorder implements HandlerWatcher {
  readonly #onNews: () => void;
  readonly #entries = new BoundedList<NotedEvent>(KEPT_EVENTS);
  readonly #timed = this.#watcher(now);
  readonly #untimed = this.#watcher(null);
  /** What became of the event before. */
  #handling = NOT_HANDLED;
  #stop: Disposer | null = null;
  #count = 0;
  #countedSinceMs = 0;
  #countedFrom = 0;
  #isStorm = false;
  #moment: Moment = {atMs: 0};
  #isSameTask = false;

  /** @param onNews - called often, while events are handled. */
  constructor(onNews: () => void) {
    this.#onNews = onNews;
  }

  /** The events, the oldest first. */
  get entries(): readonly LoggedEvent[] {
    return this.#entries.items;
  }

  /** Watches the events of a host, and no others any more. */
  watch(events: FrontendEvents | null): void {
    this.#stop?.();
    this.#stop = events?.watch(this) ?? null;
  }

  /** Forgets all events. */
  clear(): void {
    this.#entries.clear();
    this.#onNews();
  }

  /** @internal */
  onEvent(event: FrontendEvent): EventWatcher {
    this.#count += 1;
    if (!this.#isSameTask || this.#isTimed()) this.#readClock();
    this.#entries.push(new NotedEvent(this.#count, event, this.#moment));
    this.#onNews();
    return this.#isTimed() ? this.#timed : this.#untimed;
  }

  #watcher(clock: EventWatcher['clock']): EventWatcher {
    return {
      clock,
      onHandled: (handling) => {
        this.#onHandled(handling);
      },
    };
  }

  #onHandled(handling: EventHandling): void {
    this.#handling = noteHandling(handling, this.#handling);
    this.#entries
      .newest(({event}) => event === handling.event)
      ?.end(this.#handling, this.#onNews);
  }

  /** Whether the handlers of the event that was counted last are timed. */
  #isTimed(): boolean {
    return !this.#isStorm || this.#count % TIMED_IN_STORM === 0;
  }

  #readClock(): void {
    const atMs = now();
    this.#moment = {atMs};
    if (!this.#isSameTask) this.#beginTask();
    if (atMs - this.#countedSinceMs <= COUNTED_MS) return;
    this.#isStorm = this.#count - this.#countedFrom > STORM_EVENTS;
    this.#countedSinceMs = atMs;
    this.#countedFrom = this.#count;
  }

  #beginTask(): void {
    this.#isSameTask = true;
    // It may be a plugin that has dispatched the event.
    runAsHost(() => {
      queueMicrotask(() => {
        this.#isSameTask = false;
      });
    });
  }
}
