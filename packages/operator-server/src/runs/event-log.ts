import type {Disposer} from '@ls-annotation/core';

import type {RunEvent} from './run-view.js';

type Listener = (event: RunEvent) => void;

/**
 * The events of one run, in memory: what happened, for those who come late,
 * and the way to hear what happens next.
 *
 * Of progress only the last one is kept, of the log the last lines.
 */
export class EventLog {
  readonly #maxLines: number;
  readonly #listeners = new Set<Listener>();
  #events: RunEvent[] = [];
  #lines = 0;
  #lastId = 0;

  constructor(maxLines: number) {
    this.#maxLines = maxLines;
  }

  /** Adds an event and tells everyone. */
  add(type: RunEvent['type'], data: unknown): void {
    this.#lastId += 1;
    const event = {id: String(this.#lastId), type, data};
    if (type === 'progress') this.#forget(() => true, 'progress');
    if (type === 'log') {
      this.#lines += 1;
      if (this.#lines > this.#maxLines) this.#forgetOldestLine();
    }
    this.#events.push(event);
    for (const listener of [...this.#listeners]) listener(event);
  }

  /** Calls `listener` with what came after `afterId`, then with what comes. */
  follow(afterId: string, listener: Listener): Disposer {
    const after = Number(afterId) || 0;
    for (const event of [...this.#events]) {
      if (Number(event.id) > after) listener(event);
    }
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #forgetOldestLine(): void {
    this.#lines -= 1;
    let isFirst = true;
    this.#forget(() => {
      const isOldest = isFirst;
      isFirst = false;
      return isOldest;
    }, 'log');
  }

  #forget(isUnwanted: () => boolean, type: RunEvent['type']): void {
    this.#events = this.#events.filter(
      (event) => event.type !== type || !isUnwanted(),
    );
  }
}
