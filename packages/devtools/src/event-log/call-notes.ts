import type {LoggedCall} from './logged-event.js';

/** Calls that there is room for at first; a power of two. */
const FIRST_SIZE = 1024;

/** Calls that are kept; a power of two. */
const LAST_SIZE = 2 ** 17;

/** How a handler has ended, or that it has not, where it did not just answer. */
class Outcome {
  readonly status: LoggedCall['status'];
  readonly value: unknown;

  constructor(status: LoggedCall['status'], value: unknown) {
    this.status = status;
    this.value = value;
  }
}

const RUNNING = new Outcome('running', undefined);

/**
 * What handlers did, the last hundred thousand of them: in columns that are
 * written over and over, since as many objects a second would keep the
 * collector of garbage busy.
 */
export class CallNotes {
  #size = FIRST_SIZE;
  #next = 0;
  #numbers = new Float64Array(FIRST_SIZE);
  #busyMs = new Float64Array(FIRST_SIZE);
  #owners = new Array<string>(FIRST_SIZE).fill('');
  #answers = new Array<unknown>(FIRST_SIZE).fill(undefined);

  /**
   * Notes that a handler is called, and returns the number of the call.
   *
   * @param eventNumber - Number of the event that it handles.
   */
  begin(eventNumber: number, owner: string): number {
    if (this.#next === this.#size && this.#size < LAST_SIZE) this.#grow();
    const at = this.#next & (this.#size - 1);
    this.#numbers[at] = eventNumber;
    this.#busyMs[at] = 0;
    this.#owners[at] = owner;
    this.#answers[at] = RUNNING;
    this.#next += 1;
    return this.#next - 1;
  }

  /** Notes that a handler has answered. */
  answer(call: number, busyMs: number, answer: unknown): void {
    if (!this.#has(call)) return;
    const at = call & (this.#size - 1);
    this.#busyMs[at] = busyMs;
    this.#answers[at] = answer;
  }

  /** Notes that a handler threw. */
  fail(call: number, busyMs: number, error: unknown): void {
    this.answer(call, busyMs, new Outcome('threw', error));
  }

  /** Notes what has become of the promise that a handler answered. */
  settle(
    call: number,
    status: 'waiting' | 'returned' | 'threw',
    value: unknown,
  ): void {
    if (!this.#has(call)) return;
    this.#answers[call & (this.#size - 1)] = new Outcome(status, value);
  }

  /** Returns the calls of an event, among those from `first` to `last`. */
  of(eventNumber: number, first: number, last: number): readonly LoggedCall[] {
    const calls: LoggedCall[] = [];
    for (let call = first; call <= last; call += 1) {
      const at = call & (this.#size - 1);
      if (!this.#has(call) || this.#numbers[at] !== eventNumber) continue;
      const owner = this.#owners[at] ?? '';
      const busyMs = this.#busyMs[at] ?? 0;
      const answer = this.#answers[at];
      calls.push(
        answer instanceof Outcome
          ? {owner, busyMs, status: answer.status, answer: answer.value}
          : {owner, busyMs, status: 'returned', answer},
      );
    }
    return calls;
  }

  #has(call: number): boolean {
    return call >= this.#next - this.#size;
  }

  #grow(): void {
    const size = this.#size * 2;
    const grown = (column: Float64Array<ArrayBuffer>) => {
      const larger = new Float64Array(size);
      larger.set(column);
      return larger;
    };
    this.#numbers = grown(this.#numbers);
    this.#busyMs = grown(this.#busyMs);
    this.#owners = [...this.#owners, ...new Array<string>(this.#size).fill('')];
    this.#answers = [...this.#answers, ...new Array<unknown>(this.#size)];
    this.#size = size;
  }
}
