import {HandlerThrew} from '@ls-annotation/lsi';
import type {FrontendEvent} from '@ls-annotation/lsi';

import type {LoggedCall, LoggedEvent} from './logged-event.js';
import {NOT_HANDLED} from './noted-handling.js';
import type {NotedHandling} from './noted-handling.js';

/** What has become of the promise that a handler answered. */
type Promised = Pick<LoggedCall, 'status' | 'answer'>;

/** A time that events of one task share. */
export interface Moment {
  /** Milliseconds since the page was opened. */
  readonly atMs: number;
}

/**
 * An event as it is noted, while it is handled: words are made when they are
 * shown.
 */
export class NotedEvent implements LoggedEvent {
  readonly number: number;
  readonly event: FrontendEvent;
  readonly #moment: Moment;
  #handling = NOT_HANDLED;
  /** What became of promises, by the place of the handler. */
  #promised: Map<number, Promised> | null = null;

  constructor(number: number, event: FrontendEvent, moment: Moment) {
    this.number = number;
    this.event = event;
    this.#moment = moment;
  }

  get atMs(): number {
    return this.#moment.atMs;
  }

  /** Its handlers, in the order in which they were called; made anew. */
  get calls(): readonly LoggedCall[] {
    const {owners, answers, busyMs} = this.#handling;
    return answers.map((answer, at) => ({
      owner: owners[at] ?? '',
      busyMs: busyMs?.[at] ?? NaN,
      ...(this.#promised?.get(at) ?? endOf(answer)),
    }));
  }

  /**
   * Its handlers have been called.
   *
   * @param onNews - called when a promise that one gave has settled.
   */
  end(handling: NotedHandling, onNews: () => void): void {
    this.#handling = handling;
    for (const at of handling.promises) {
      this.#await(at, handling.answers[at] as PromiseLike<unknown>, onNews);
    }
  }

  #await(at: number, answer: PromiseLike<unknown>, onNews: () => void): void {
    const promised = (this.#promised ??= new Map<number, Promised>());
    promised.set(at, {status: 'waiting', answer});
    const settle = (status: 'returned' | 'threw') => (value: unknown) => {
      promised.set(at, {status, answer: value});
      onNews();
    };
    answer.then(settle('returned'), settle('threw'));
  }
}

function endOf(answer: unknown): Promised {
  return answer instanceof HandlerThrew
    ? {status: 'threw', answer: answer.error}
    : {status: 'returned', answer};
}
