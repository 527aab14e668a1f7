import {Subscription} from 'rxjs';

import type {Disposer} from '@ls-annotation/core';
import type {
  EventHandling,
  EventWatcher,
  HandlerWatcher,
} from '@ls-annotation/lsi';
import type {AnnotationHostElement} from '@ls-annotation/elements';

import {NO_TALLY, tallied} from './tally.js';
import type {Tally} from './tally.js';

/** What is measured beside handlers of events. */
export type CostKind = 'start' | 'settled' | 'end';

/** Measures what one plugin costs: how long it keeps the page busy. */
export class CostRecorder implements HandlerWatcher {
  readonly #onNews: () => void;
  readonly #nameOf: () => string;
  readonly #timer: EventWatcher = {
    clock: () => performance.now(),
    onHandled: (handling) => {
      this.#add(handling);
    },
  };
  #events = new Map<string, Tally>();
  #kinds = new Map<CostKind, Tally>();

  /**
   * @param nameOf - returns the name of the plugin at that moment.
   * @param onNews - called often, while handlers run.
   */
  constructor(nameOf: () => string, onNews: () => void) {
    this.#nameOf = nameOf;
    this.#onNews = onNews;
  }

  /** Cost of handlers by the name of their event. */
  get events(): ReadonlyMap<string, Tally> {
    return this.#events;
  }

  /** Returns the cost of the plugin's starts, until they settled, or its ends. */
  cost(kind: CostKind): Tally {
    return this.#kinds.get(kind) ?? NO_TALLY;
  }

  /** Measures on a host until the disposer is called. */
  watch({events, pluginRuntime}: AnnotationHostElement): Disposer {
    const subscription = new Subscription();
    subscription.add(events.watch(this));
    subscription.add(
      pluginRuntime.runs$.subscribe(({pluginId, busyMs, settledMs}) => {
        if (pluginId !== this.#nameOf()) return;
        this.#note('start', busyMs);
        this.#note('settled', settledMs);
      }),
    );
    const ended = new Set<number>();
    subscription.add(
      pluginRuntime.receipts$.subscribe(({pluginId, run, busyMs}) => {
        if (pluginId !== this.#nameOf() || ended.has(run)) return;
        ended.add(run);
        this.#note('end', busyMs);
      }),
    );
    return () => {
      subscription.unsubscribe();
    };
  }

  /** Begins anew. */
  clear(): void {
    this.#events = new Map();
    this.#kinds = new Map();
    this.#onNews();
  }

  /** @internal */
  onEvent(): EventWatcher {
    return this.#timer;
  }

  #add({event, owners, busyMs}: EventHandling): void {
    const wanted = this.#nameOf();
    let tally = this.#events.get(event.name) ?? NO_TALLY;
    const before = tally;
    for (const [index, ms] of (busyMs ?? []).entries()) {
      if (owners[index] === wanted) tally = tallied(tally, ms);
    }
    if (tally === before) return;
    this.#events.set(event.name, tally);
    this.#onNews();
  }

  #note(kind: CostKind, ms: number): void {
    this.#kinds.set(kind, tallied(this.cost(kind), ms));
    this.#onNews();
  }
}
