import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Observable, Subscription} from 'rxjs';

/**
 * Keeps an element subscribed to a stream while it is connected.
 *
 * The stream is asked for again on every connection, so that an element may
 * be moved. Errors of the stream go to the window, as rxjs does it.
 */
export class ObservableController<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #source: () => Observable<T> | null;
  readonly #onValue: (value: T) => void;
  #subscription: Subscription | null = null;

  /**
   * @param source - returns the stream, or `null` for none at present.
   * @param onValue - called with each value; the element then updates.
   */
  constructor(
    host: ReactiveControllerHost,
    source: () => Observable<T> | null,
    onValue: (value: T) => void = () => undefined,
  ) {
    this.#host = host;
    this.#source = source;
    this.#onValue = onValue;
    host.addController(this);
  }

  hostConnected(): void {
    this.reset();
  }

  hostDisconnected(): void {
    this.#subscription?.unsubscribe();
    this.#subscription = null;
  }

  /** Leaves the present stream and asks for the one there is now. */
  reset(): void {
    this.#subscription?.unsubscribe();
    this.#subscription =
      this.#source()?.subscribe((value) => {
        this.#onValue(value);
        this.#host.requestUpdate();
      }) ?? null;
  }
}
