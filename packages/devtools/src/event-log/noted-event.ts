import type {FrontendEvent} from '@ls-annotation/lsi';

import type {CallNotes} from './call-notes.js';
import type {LoggedCall, LoggedEvent} from './logged-event.js';

/** An event as it is noted; what its handlers did stands elsewhere. */
export class NotedEvent implements LoggedEvent {
  readonly number: number;
  readonly event: FrontendEvent;
  readonly atMs: number;
  readonly #notes: CallNotes;
  #first = 0;
  #last = -1;

  constructor(
    number: number,
    event: FrontendEvent,
    atMs: number,
    notes: CallNotes,
  ) {
    this.number = number;
    this.event = event;
    this.atMs = atMs;
    this.#notes = notes;
  }

  /** Its handlers, in the order in which they were called; made anew. */
  get calls(): readonly LoggedCall[] {
    return this.#notes.of(this.number, this.#first, this.#last);
  }

  /** Notes that a handler is called, and returns the number of the call. */
  begin(owner: string): number {
    const call = this.#notes.begin(this.number, owner);
    if (this.#last < 0) this.#first = call;
    this.#last = call;
    return call;
  }
}
