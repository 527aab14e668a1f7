import type {OperatorOverlap} from '../operator/operator-meta.js';

import type {OperatorRun} from './operator-run.js';

/** What a {@link RunQueue} knows of a run. */
interface Ticket {
  readonly run: OperatorRun;
  readonly overlap: OperatorOverlap;
  readonly admit: () => void;
  isAdmitted: boolean;
}

/**
 * Decides when runs may begin: those of an operator that queues one after the
 * other, and of all together no more than the limit. In the order they came,
 * save that one that waits for its own operator holds up no other.
 *
 * A run gives its place up when it is over, also when what it called goes on.
 */
export class RunQueue {
  readonly #limit: number;
  readonly #tickets: Ticket[] = [];
  #isAdvancing = false;
  #isStale = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Returns the runs of an operator that are not over. */
  runsOf(operatorName: string): readonly OperatorRun[] {
    return this.#tickets
      .map(({run}) => run)
      .filter((run) => run.operatorName === operatorName);
  }

  /**
   * Lines a run up. Settles when its turn has come, or when it is over.
   */
  enter(run: OperatorRun, overlap: OperatorOverlap): Promise<void> {
    return new Promise((resolve) => {
      this.#tickets.push({
        run,
        overlap,
        admit: resolve,
        isAdmitted: false,
      });
      run.changes$.subscribe({complete: () => this.#leave(run)});
      this.#advance();
    });
  }

  #leave(run: OperatorRun): void {
    const index = this.#tickets.findIndex((ticket) => ticket.run === run);
    const [ticket] = this.#tickets.splice(index, 1);
    ticket?.admit();
    this.#advance();
  }

  /** Once more where somebody came or went meanwhile. */
  #advance(): void {
    this.#isStale = true;
    if (this.#isAdvancing) return;
    this.#isAdvancing = true;
    try {
      while (this.#isStale) {
        this.#isStale = false;
        this.#advanceOnce();
      }
    } finally {
      this.#isAdvancing = false;
    }
  }

  /** Admits whoever can be, and tells the others where they stand. */
  #advanceOnce(): void {
    const admitted = this.#tickets.filter(({isAdmitted}) => isAdmitted);
    const busy = new Set(admitted.map(({run}) => run.operatorName));
    const waiting: string[] = [];
    let free = this.#limit - admitted.length;
    for (const ticket of this.#tickets.filter((one) => !one.isAdmitted)) {
      const {run, overlap} = ticket;
      const {operatorName} = run;
      const isHeld = overlap === 'queue' && busy.has(operatorName);
      busy.add(operatorName);
      if (isHeld || free <= 0) {
        const before = waiting.filter(
          (name) => !isHeld || name === operatorName,
        );
        waiting.push(operatorName);
        run.queue(before.length);
      } else {
        free -= 1;
        ticket.isAdmitted = true;
        run.queue(null);
        ticket.admit();
      }
      // Whoever was told may have ended a run: the counts are old then.
      if (this.#isStale) return;
    }
  }
}
