import type {Disposer} from '@ls-annotation/core';
import type {
  FrontendEvent,
  FrontendEvents,
  HandlerWatcher,
} from '@ls-annotation/lsi';

import {BoundedList} from '../shared/bounded-list.js';

import type {LoggedCall, LoggedEvent} from './logged-event.js';

/** Events that are kept at least. */
export const KEPT_EVENTS = 10_000;

/**
 * Keeps the last {@link KEPT_EVENTS} events with what their handlers did.
 *
 * It works while handlers run, and does as little as it can: it notes, and
 * says that there is something new. Words are made when they are shown.
 */
export class EventRecorder implements HandlerWatcher {
  readonly #onNews: () => void;
  readonly #entries = new BoundedList<LoggedEvent>(KEPT_EVENTS);
  #current: LoggedEvent | null = null;
  #open: (LoggedCall | null)[] = [];
  #stop: Disposer | null = null;
  #count = 0;

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
    this.#open = [];
    this.#current = null;
  }

  /** Forgets all events. */
  clear(): void {
    this.#entries.clear();
    this.#current = null;
    this.#onNews();
  }

  /** @internal */
  onEvent(event: FrontendEvent): void {
    this.#count += 1;
    const atMs = performance.now();
    const entry = {number: this.#count, event, atMs, calls: []};
    this.#current = entry;
    this.#entries.push(entry);
    this.#onNews();
  }

  /** @internal */
  onCall(event: FrontendEvent, owner: string): void {
    const entry = this.#entryOf(event);
    if (!entry) {
      this.#open.push(null);
      return;
    }
    const call: LoggedCall = {
      owner,
      startedMs: performance.now(),
      busyMs: 0,
      status: 'running',
      answer: undefined,
    };
    entry.calls.push(call);
    this.#open.push(call);
  }

  /** @internal */
  onReturn(_event: FrontendEvent, _owner: string, answer: unknown): void {
    const call = this.#end('returned', answer);
    if (!call || !isPromise(answer)) return;
    call.status = 'waiting';
    const settle = (status: 'returned' | 'threw') => (value: unknown) => {
      call.status = status;
      call.answer = value;
      this.#onNews();
    };
    answer.then(settle('returned'), settle('threw'));
  }

  /** @internal */
  onThrow(_event: FrontendEvent, _owner: string, error: unknown): void {
    this.#end('threw', error);
  }

  #end(status: LoggedCall['status'], answer: unknown): LoggedCall | null {
    const call = this.#open.pop() ?? null;
    if (!call) return null;
    call.busyMs = performance.now() - call.startedMs;
    call.status = status;
    call.answer = answer;
    return call;
  }

  /** That of the last event, but where one came while another was handled. */
  #entryOf(event: FrontendEvent): LoggedEvent | null {
    if (this.#current?.event === event) return this.#current;
    const {entries} = this;
    let index = entries.length - 1;
    while (index >= 0 && entries[index]?.event !== event) index -= 1;
    this.#current = entries[index] ?? null;
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
