import type {Disposer} from '@ls-annotation/core';
import type {
  EventWatcher,
  FrontendEvent,
  FrontendEvents,
  HandlerWatcher,
} from '@ls-annotation/lsi';
import {runAsHost} from '@ls-annotation/plugins';

import {BoundedList} from '../shared/bounded-list.js';

import type {LoggedEvent} from './logged-event.js';
import {NotedEvent} from './noted-event.js';

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
 * and says that there is something new. The clock is what costs most: in a
 * storm of events the handlers of most are not timed, and events that follow
 * each other in one task are given the same time.
 */
export class EventRecorder implements HandlerWatcher {
  readonly #onNews: () => void;
  readonly #entries = new BoundedList<NotedEvent>(KEPT_EVENTS);
  #stop: Disposer | null = null;
  #count = 0;
  #countedSinceMs = 0;
  #countedFrom = 0;
  #isStorm = false;
  /** When the last event came, milliseconds since the page was opened. */
  #atMs = 0;
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
    const clock = this.#isTimed() ? now : null;
    const noted = new NotedEvent(
      this.#count,
      event,
      this.#atMs,
      clock,
      this.#onNews,
    );
    this.#entries.push(noted);
    this.#onNews();
    return noted;
  }

  /** Whether the handlers of the event that was counted last are timed. */
  #isTimed(): boolean {
    return !this.#isStorm || this.#count % TIMED_IN_STORM === 0;
  }

  #readClock(): void {
    this.#atMs = now();
    if (!this.#isSameTask) this.#beginTask();
    if (this.#atMs - this.#countedSinceMs <= COUNTED_MS) return;
    this.#isStorm = this.#count - this.#countedFrom > STORM_EVENTS;
    this.#countedSinceMs = this.#atMs;
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
