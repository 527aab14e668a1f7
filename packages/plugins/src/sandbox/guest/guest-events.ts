import type {Disposer} from '@ls-annotation/core';
import {FrontendEvents} from '@ls-annotation/lsi';
import type {FrontendEventArguments, HandlerOptions} from '@ls-annotation/lsi';

/**
 * Events of the frontend inside a frame: the first handler of a name has the
 * host send that event.
 */
export class GuestEvents extends FrontendEvents {
  readonly #subscribe: (name: string) => void;
  readonly #names = new Set<string>();

  constructor(subscribe: (name: string) => void) {
    super();
    this.#subscribe = subscribe;
  }

  override addHandler<Name extends string>(
    name: Name,
    handler: (...args: FrontendEventArguments<Name>) => unknown,
    options?: HandlerOptions,
  ): Disposer {
    const dispose = super.addHandler(name, handler, options);
    if (!this.#names.has(name)) {
      this.#names.add(name);
      this.#subscribe(name);
    }
    return dispose;
  }
}
