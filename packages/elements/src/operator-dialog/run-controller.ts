import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Subscription} from 'rxjs';

import type {OperatorRun, OperatorRunSnapshot} from '@ls-annotation/operators';

/** Twice a second, so that no second is skipped. */
const TICK_MS = 500;

/**
 * Keeps a run in view: has its element update when the run changes, and now
 * and then while it goes on. A run nobody can see any more is aborted.
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
    this.#subscription = run.changes$.subscribe({
      next: () => this.#host.requestUpdate(),
      complete: () => this.#stop(),
    });
  }

  hostDisconnected(): void {
    this.#run?.abort();
    this.#stop();
  }

  #stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    this.#subscription?.unsubscribe();
    this.#subscription = null;
  }
}
