import type {Disposer} from '@ls-annotation/core';
import type {
  FrontendEvent,
  FrontendEvents,
  HandlerWatcher,
} from '@ls-annotation/lsi';

import {BoundedList} from '../shared/bounded-list.js';

import {CallNotes} from './call-notes.js';
import type {LoggedEvent} from './logged-event.js';
import {NotedEvent} from './noted-event.js';

/** Events that are kept at least. */
export const KEPT_EVENTS = 10_000;

/** How long events are counted for, to know a storm, milliseconds. */
const COUNTED_MS = 100;

/** Events in that time which are a storm. */
const STORM_EVENTS = 200;

/** One in so many events is timed in a storm. */
const TIMED_IN_STORM = 10;

/** A handler that has not ended yet. */
interface OpenCall {
  /** Event that it handles; `null` for one that was not seen. */
  entry: NotedEvent | null;
  /** Its number among the handlers of the event. */
  call: number;
  /** When it was called, milliseconds since the page was opened. */
  startedMs: number;
}

/**
 * Keeps the last {@link KEPT_EVENTS} events with what their handlers did.
 *
 * It works while handlers run, and does as little as it can: it notes, reads
 * the clock once a handler, and says that there is something new. Words are
 * made when they are shown. In a storm of events the handlers of most are not
 * timed. What comes between two handlers of an event, a
 * microsecond, counts as the second one's.
 */
export class EventRecorder implements HandlerWatcher {
  readonly #onNews: () => void;
  #notes = new CallNotes();
  readonly #entries = new BoundedList<NotedEvent>(KEPT_EVENTS);
  /** Those of events that are handled while another is; used again. */
  readonly #open: OpenCall[] = [];
  #depth = 0;
  #current: NotedEvent | null = null;
  /** When the last handler ended; `NaN` when something else came since. */
  #endedMs = NaN;
  #stop: Disposer | null = null;
  #count = 0;
  #countedSinceMs = 0;
  #countedFrom = 0;
  #isStorm = false;
  /** False in a storm, for most events. */
  #isTimed = true;

  /** @param onNews - called often, while handlers run. */
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
    this.#open.length = 0;
    this.#depth = 0;
    this.#current = null;
  }

  /** Forgets all events. */
  clear(): void {
    this.#entries.clear();
    this.#notes = new CallNotes();
    for (const open of this.#open) open.entry = null;
    this.#current = null;
    this.#onNews();
  }

  /** @internal */
  onEvent(event: FrontendEvent): void {
    this.#count += 1;
    this.#endedMs = NaN;
    const atMs = performance.now();
    this.#isTimed = this.#timesEventAt(atMs);
    const entry = new NotedEvent(this.#count, event, atMs, this.#notes);
    this.#current = entry;
    this.#entries.push(entry);
    this.#onNews();
  }

  /** @internal */
  onCall(event: FrontendEvent, owner: string): void {
    const entry = this.#entryOf(event);
    const call = entry?.begin(owner) ?? 0;
    const endedMs = this.#endedMs;
    const startedMs =
      Number.isNaN(endedMs) && this.#isTimed ? performance.now() : endedMs;
    this.#endedMs = NaN;
    const open = this.#open[this.#depth];
    if (open) {
      open.entry = entry;
      open.call = call;
      open.startedMs = startedMs;
    } else {
      this.#open.push({entry, call, startedMs});
    }
    this.#depth += 1;
  }

  /** @internal */
  onReturn(_event: FrontendEvent, _owner: string, answer: unknown): void {
    const open = this.#end();
    if (!open?.entry) return;
    const {call} = open;
    this.#notes.answer(call, this.#endedMs - open.startedMs, answer);
    if (isPromise(answer)) this.#await(call, answer);
  }

  /** @internal */
  onThrow(_event: FrontendEvent, _owner: string, error: unknown): void {
    const open = this.#end();
    if (!open?.entry) return;
    this.#notes.fail(open.call, this.#endedMs - open.startedMs, error);
  }

  #timesEventAt(atMs: number): boolean {
    if (atMs - this.#countedSinceMs > COUNTED_MS) {
      this.#isStorm = this.#count - this.#countedFrom > STORM_EVENTS;
      this.#countedSinceMs = atMs;
      this.#countedFrom = this.#count;
    }
    return !this.#isStorm || this.#count % TIMED_IN_STORM === 0;
  }

  #end(): OpenCall | null {
    if (this.#depth === 0) return null;
    this.#endedMs = this.#isTimed ? performance.now() : NaN;
    this.#depth -= 1;
    return this.#open[this.#depth] ?? null;
  }

  #await(call: number, answer: PromiseLike<unknown>): void {
    const notes = this.#notes;
    notes.settle(call, 'waiting', answer);
    const settle = (status: 'returned' | 'threw') => (value: unknown) => {
      notes.settle(call, status, value);
      this.#onNews();
    };
    answer.then(settle('returned'), settle('threw'));
  }

  /** That of the last event, but where one came while another was handled. */
  #entryOf(event: FrontendEvent): NotedEvent | null {
    if (this.#current?.event === event) return this.#current;
    const {items} = this.#entries;
    let index = items.length - 1;
    while (index >= 0 && items[index]?.event !== event) index -= 1;
    this.#current = items[index] ?? null;
    return this.#current;
  }
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as {readonly then?: unknown}).then === 'function'
  );
}
