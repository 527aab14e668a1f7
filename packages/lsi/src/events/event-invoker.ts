import type {FrontendEvents, HandlerOutcome} from './frontend-events.js';
import type {FrontendEventHandler} from './handler-table.js';

/**
 * The frontend's events in the shape of Label Studio's own invoker: what
 * plugins find at `Htx.events`.
 *
 * Only the shape differs from {@link FrontendEvents}: a failing handler leaves
 * `undefined` in its place, where Label Studio would reject the whole.
 */
export class EventInvoker {
  readonly #events: FrontendEvents;

  constructor(events: FrontendEvents) {
    this.#events = events;
  }

  /** Registers a handler. */
  on(name: string, handler: FrontendEventHandler): void {
    this.#events.addHandler(name, handler as (...args: unknown[]) => unknown);
  }

  /** Removes a handler; does nothing when it is absent. */
  off(name: string, handler: FrontendEventHandler): void {
    this.#events.removeHandler(name, handler);
  }

  /** Removes every handler of an event. */
  removeAll(name: string): void {
    this.#events.removeAll(name);
  }

  /** Returns whether an event has a handler. */
  hasEvent(name: string): boolean {
    return this.#events.hasHandlers(name);
  }

  /** Calls every handler; resolves with their answers in order. */
  invoke(name: string, ...args: unknown[]): Promise<unknown[]> | undefined {
    return this.#events
      .invoke<string>(name, ...args)
      ?.then((outcomes) => outcomes.map(valueOf));
  }

  /** Calls the first handler and returns its answer as it is. */
  invokeFirst(name: string, ...args: unknown[]): unknown {
    return this.#events.invokeFirst<string>(name, ...args);
  }
}

function valueOf(outcome: HandlerOutcome): unknown {
  return outcome.status === 'fulfilled' ? outcome.value : undefined;
}
