import type {Disposer} from '@ls-annotation/core';
import type {HandlerAdoption, LabelingSession} from '@ls-annotation/lsi';

import type {PageOwnership} from '../reclaim/page-ownership.js';
import {holdStreams} from '../reclaim/stream-ownership.js';

import {callHandler} from './call-handler.js';

/**
 * The time in which plugins of a session may run on the page: from the first
 * that runs until nothing is on display any more, the page knows whose is what.
 */
export class PageResidence {
  readonly #session: LabelingSession;
  readonly #ownership: PageOwnership;
  readonly #isInView: (node: Node) => boolean;
  #letGo: Disposer | null = null;

  /**
   * @param isInView - returns whether a node is in the labeling interface,
   *   which goes with its display.
   */
  constructor(
    session: LabelingSession,
    ownership: PageOwnership,
    isInView: (node: Node) => boolean,
  ) {
    this.#session = session;
    this.#ownership = ownership;
    this.#isInView = isInView;
  }

  /** Begins it; does nothing when it has begun. */
  enter(): void {
    if (this.#letGo) return;
    const disposers = [
      this.#ownership.hold(this.#isInView),
      holdStreams(this.#ownership),
    ];
    this.#session.events.adopt = (name) => this.#adopt(name);
    this.#session.store.authorOf = (origin) =>
      origin === 'plugin' ? this.#ownership.tenant()?.pluginId : undefined;
    this.#session.mayShowModal = ({message}) => {
      const tenancy = this.#ownership.tenant();
      if (!tenancy?.isClosed) return true;
      tenancy.refuse('modal', `"${message}"`);
      return false;
    };
    this.#letGo = () => {
      for (const dispose of disposers) dispose();
    };
  }

  /** Ends it. Code that goes on all the same is still known by its source. */
  leave(): void {
    this.#letGo?.();
    this.#letGo = null;
  }

  /** Ends it for good. */
  close(): void {
    this.leave();
    this.#session.events.adopt = null;
    this.#session.store.authorOf = null;
    this.#session.mayShowModal = null;
  }

  /** A plugin registers a handler, but not through its own `LSI`. */
  #adopt(name: string): HandlerAdoption | null {
    const tenancy = this.#ownership.tenant();
    if (!tenancy) return null;
    const what = `"${name}" of the host`;
    return {
      owner: tenancy.pluginId,
      call: (handler, args) => callHandler(tenancy, handler, args),
      onAdded: (dispose) => {
        if (tenancy.mayTake('handler')) {
          tenancy.take({kind: 'handler', what, release: dispose});
          return;
        }
        dispose();
        tenancy.refuse('handler', what);
      },
    };
  }
}
