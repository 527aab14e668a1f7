import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {Subscription} from 'rxjs';

import type {
  OperatorRegistry,
  OperatorRun,
  OperatorRunList,
} from '@ls-annotation/operators';

/** Twice a second, so that no second is skipped. */
const TICK_MS = 500;
const NONE: OperatorRunList = {current: [], recent: []};

/** Keeps all runs of a registry in view. */
export class RunWatcher implements ReactiveController {
  /** The runs. */
  list: OperatorRunList = NONE;
  readonly #host: ReactiveControllerHost;
  readonly #onEnd: (run: OperatorRun) => void;
  readonly #watched = new Set<OperatorRun>();
  #registry: OperatorRegistry | null = null;
  #subscription: Subscription | null = null;
  #timer: ReturnType<typeof setInterval> | null = null;
  #isConnected = false;

  /** @param onEnd - called when a run that was in view is over. */
  constructor(host: ReactiveControllerHost, onEnd: (run: OperatorRun) => void) {
    this.#host = host;
    this.#onEnd = onEnd;
    host.addController(this);
  }

  /** Looks at the runs of another registry. */
  watch(registry: OperatorRegistry | null): void {
    if (registry === this.#registry) return;
    this.#registry = registry;
    if (this.#isConnected) this.#connect();
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#connect();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#disconnect();
  }

  #connect(): void {
    this.#disconnect();
    const {runList$, proposals$} = this.#registry ?? {};
    if (!runList$ || !proposals$) return;
    const subscription = new Subscription();
    this.#subscription = subscription;
    subscription.add(
      runList$.subscribe((list) => {
        this.list = list;
        for (const run of list.current) this.#follow(run, subscription);
        this.#setTicking(list.current.length > 0);
        this.#host.requestUpdate();
      }),
    );
    subscription.add(proposals$.subscribe(() => this.#host.requestUpdate()));
  }

  #follow(run: OperatorRun, subscription: Subscription): void {
    if (this.#watched.has(run)) return;
    this.#watched.add(run);
    subscription.add(
      run.changes$.subscribe({
        next: () => this.#host.requestUpdate(),
        complete: () => {
          this.#watched.delete(run);
          this.#onEnd(run);
        },
      }),
    );
  }

  #setTicking(isTicking: boolean): void {
    if (isTicking === (this.#timer !== null)) return;
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = isTicking
      ? setInterval(() => this.#host.requestUpdate(), TICK_MS)
      : null;
  }

  #disconnect(): void {
    this.#subscription?.unsubscribe();
    this.#subscription = null;
    this.#watched.clear();
    this.#setTicking(false);
    this.list = NONE;
  }
}
