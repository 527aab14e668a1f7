import {BehaviorSubject} from 'rxjs';
import type {Observable} from 'rxjs';

import type {OperatorRun} from './operator-run.js';

/** The runs of a registry at one moment. */
export interface OperatorRunList {
  /** Those that are not over, in the order they were asked for. */
  readonly current: readonly OperatorRun[];
  /** Those that are, the latest end first. */
  readonly recent: readonly OperatorRun[];
}

/** Keeps runs in view: those that go on, and the last ones that are over. */
export class RunList {
  readonly #limit: number;
  readonly #list = new BehaviorSubject<OperatorRunList>({
    current: [],
    recent: [],
  });

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The runs at this moment. */
  get value(): OperatorRunList {
    return this.#list.value;
  }

  /** The list as it is, then again when a run comes, ends or is forgotten. */
  get list$(): Observable<OperatorRunList> {
    return this.#list.asObservable();
  }

  /** Takes a run in, which is not over. */
  add(run: OperatorRun): void {
    const {current, recent} = this.value;
    this.#list.next({current: [...current, run], recent});
    run.changes$.subscribe({complete: () => this.#end(run)});
  }

  /** Forgets one run that is over, or all of them. */
  forget(run?: OperatorRun): readonly OperatorRun[] {
    const {current, recent} = this.value;
    const gone = recent.filter((one) => run === undefined || one === run);
    if (gone.length === 0) return gone;
    this.#list.next({
      current,
      recent: recent.filter((one) => !gone.includes(one)),
    });
    return gone;
  }

  /** Ends the stream. */
  close(): void {
    this.#list.complete();
  }

  #end(run: OperatorRun): void {
    const {current, recent} = this.value;
    this.#list.next({
      current: current.filter((one) => one !== run),
      recent: [run, ...recent].slice(0, this.#limit),
    });
  }
}
