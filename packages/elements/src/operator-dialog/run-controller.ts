import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {Subscription, merge} from 'rxjs';

import type {OperatorRun, OperatorRunSnapshot} from '@ls-annotation/operators';

/** Twice a second, so that no second is skipped. */
const TICK_MS = 500;

/**
 * Keeps a run in view: has its element update when the run changes, and now
 * and then while it goes on. A run nobody can see any more is aborted, unless
 * it was let go.
 */
export class RunController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #run: OperatorRun | null = null;
  #subscription: Subscription | null = null;
  #timer: ReturnType<typeof setInterval> | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The run in view, or `null`. */
  get run(): OperatorRun | null {
    return this.#run;
  }

  /** The run as it is now, or `null`. */
  get snapshot(): OperatorRunSnapshot | null {
    return this.#run?.snapshot ?? null;
  }

  /** True while the run is not over. */
  get isRunning(): boolean {
    return this.#run?.isOver === false;
  }

  /** Takes a run into view, or none; the one before is left alone. */
  watch(run: OperatorRun | null): void {
    this.#stop();
    this.#run = run;
    this.#host.requestUpdate();
    if (!run) return;
    this.#timer = setInterval(() => this.#host.requestUpdate(), TICK_MS);
    const subscription = new Subscription();
    this.#subscription = subscription;
    subscription.add(
      run.changes$.subscribe({
        next: () => this.#host.requestUpdate(),
        complete: () => {
          this.#stopTimer();
          this.#host.requestUpdate();
          const {proposal} = run;
          if (!proposal) return;
          const changes$ = merge(proposal.state$, proposal.conflicts$);
          subscription.add(
            changes$.subscribe(() => this.#host.requestUpdate()),
          );
        },
      }),
    );
  }

  /** Lets the run go on where nobody sees it. */
  release(): void {
    this.watch(null);
  }

  hostDisconnected(): void {
    this.#run?.abort();
    this.#stop();
  }

  #stop(): void {
    this.#stopTimer();
    this.#subscription?.unsubscribe();
    this.#subscription = null;
  }

  #stopTimer(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }
}
