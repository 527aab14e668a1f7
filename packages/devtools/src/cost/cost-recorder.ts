import {Subscription} from 'rxjs';

import type {Disposer} from '@ls-annotation/core';
import type {FrontendEvent, HandlerWatcher} from '@ls-annotation/lsi';
import type {AnnotationHostElement} from '@ls-annotation/elements';

import {NO_TALLY, tallied} from './tally.js';
import type {Tally} from './tally.js';

/** What is measured beside handlers of events. */
export type CostKind = 'start' | 'settled' | 'end';

/** Measures what one plugin costs: how long it keeps the page busy. */
export class CostRecorder implements HandlerWatcher {
  readonly #onNews: () => void;
  readonly #nameOf: () => string;
  readonly #started: number[] = [];
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
      this.#started.length = 0;
    };
  }

  /** Begins anew. */
  clear(): void {
    this.#events = new Map();
    this.#kinds = new Map();
    this.#onNews();
  }

  /** @internal */
  onEvent(): void {
    // Only what handlers do with it costs something.
  }

  /** @internal */
  onCall(): void {
    this.#started.push(performance.now());
  }

  /** @internal */
  onReturn({name}: FrontendEvent, owner: string): void {
    this.#end(name, owner);
  }

  /** @internal */
  onThrow({name}: FrontendEvent, owner: string): void {
    this.#end(name, owner);
  }

  #end(name: string, owner: string): void {
    const startedMs = this.#started.pop();
    if (startedMs === undefined || owner !== this.#nameOf()) return;
    const tally = this.#events.get(name) ?? NO_TALLY;
    this.#events.set(name, tallied(tally, performance.now() - startedMs));
    this.#onNews();
  }

  #note(kind: CostKind, ms: number): void {
    this.#kinds.set(kind, tallied(this.cost(kind), ms));
    this.#onNews();
  }
}
