import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {Subscription, map, merge, of, switchMap} from 'rxjs';

import type {
  OperatorEntry,
  OperatorPlacement,
  OperatorRegistry,
  OperatorSource,
} from '@ls-annotation/operators';

/** Where the operators come from, and which of them are wanted. */
export interface OfferedOperatorsOptions {
  /** Returns whose operators they are. */
  readonly registry: () => OperatorRegistry | null;
  /** Returns where they are offered. */
  readonly placement: () => OperatorPlacement;
}

/** Keeps in view what a registry offers at a place, and its servers. */
export class OfferedOperators implements ReactiveController {
  /** The operators, in the order of the registry. */
  entries: readonly OperatorEntry[] = [];
  /** The servers that the registry asks. */
  sources: readonly OperatorSource[] = [];
  readonly #host: ReactiveControllerHost;
  readonly #options: OfferedOperatorsOptions;
  #subscription: Subscription | null = null;
  #subscribedTo: OperatorRegistry | null = null;

  constructor(host: ReactiveControllerHost, options: OfferedOperatorsOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.follow();
  }

  hostDisconnected(): void {
    this.#leave();
  }

  /** Looks at the registry that there is now. */
  follow(): void {
    const registry = this.#options.registry();
    if (registry === this.#subscribedTo) return;
    this.#leave();
    this.#subscribedTo = registry;
    if (!registry) return;
    const subscription = new Subscription();
    this.#subscription = subscription;
    subscription.add(
      registry.list$.subscribe((entries) => {
        this.entries = this.#offered(entries);
        this.#host.requestUpdate();
      }),
    );
    subscription.add(
      registry.sources$
        .pipe(switchMap((list) => merge(of(list), ...list.map(toList(list)))))
        .subscribe((list) => {
          this.sources = list;
          this.#host.requestUpdate();
        }),
    );
  }

  /** Looks again: what can run may have changed since the list was told. */
  refresh(): void {
    this.entries = this.#offered(this.#options.registry()?.list() ?? []);
  }

  /** The menu also has what is in the toolbar, where it may have no room. */
  #offered(entries: readonly OperatorEntry[]): readonly OperatorEntry[] {
    const placement = this.#options.placement();
    const wanted = placement === 'menu' ? ['menu', 'toolbar'] : [placement];
    return entries.filter(
      ({isHidden, placements}) =>
        !isHidden && placements.some((one) => wanted.includes(one)),
    );
  }

  #leave(): void {
    this.#subscription?.unsubscribe();
    this.#subscription = null;
    this.#subscribedTo = null;
  }
}

/** Returns the list again whenever one of it has another state. */
function toList(list: readonly OperatorSource[]) {
  return ({state$}: OperatorSource) => state$.pipe(map(() => list));
}
