import type {
  EventHandling,
  EventWatcher,
  FrontendEvent,
} from '@ls-annotation/lsi';
import {HandlerThrew} from '@ls-annotation/lsi';

import type {LoggedCall, LoggedEvent} from './logged-event.js';

/** What has become of the promise that a handler answered. */
interface Promised {
  readonly status: 'waiting' | 'returned' | 'threw';
  readonly answer: unknown;
}

/**
 * An event as it is noted, while it is handled: words are made when they are
 * shown.
 */
export class NotedEvent implements LoggedEvent, EventWatcher {
  readonly number: number;
  readonly event: FrontendEvent;
  readonly atMs: number;
  readonly clock: (() => number) | null;
  readonly #onNews: () => void;
  #handling: EventHandling | null = null;
  /** What became of promises, by the number of the handler. */
  #promised: Map<number, Promised> | null = null;

  /** @param onNews - called when a promise that a handler gave has settled. */
  constructor(
    number: number,
    event: FrontendEvent,
    atMs: number,
    clock: (() => number) | null,
    onNews: () => void,
  ) {
    this.number = number;
    this.event = event;
    this.atMs = atMs;
    this.clock = clock;
    this.#onNews = onNews;
  }

  /** Its handlers, in the order in which they were called; made anew. */
  get calls(): readonly LoggedCall[] {
    const {owners = [], answers = [], busyMs} = this.#handling ?? {};
    return answers.map((answer, index) => ({
      owner: owners[index] ?? '',
      busyMs: busyMs?.[index] ?? NaN,
      ...(this.#promised?.get(index) ?? endOf(answer)),
    }));
  }

  /** @internal */
  onHandled(handling: EventHandling): void {
    this.#handling = handling;
    const {answers} = handling;
    for (let index = 0; index < answers.length; index += 1) {
      const answer = answers[index];
      if (isPromise(answer)) this.#await(index, answer);
    }
  }

  #await(index: number, answer: PromiseLike<unknown>): void {
    const promised = (this.#promised ??= new Map<number, Promised>());
    promised.set(index, {status: 'waiting', answer});
    const settle = (status: 'returned' | 'threw') => (value: unknown) => {
      promised.set(index, {status, answer: value});
      this.#onNews();
    };
    answer.then(settle('returned'), settle('threw'));
  }
}

function endOf(answer: unknown): Pick<LoggedCall, 'status' | 'answer'> {
  return answer instanceof HandlerThrew
    ? {status: 'threw', answer: answer.error}
    : {status: 'returned', answer};
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as {readonly then?: unknown}).then === 'function'
  );
}
