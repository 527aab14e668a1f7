import type {Disposer} from '@ls-annotation/core';

/**
 * What has to end together: disposers that run once, the last added first.
 *
 * One that throws is reported and does not keep the others from running. What
 * is added after the end, or while it is under way, ends at once.
 */
export class DisposerStack {
  readonly #disposers = new Set<Disposer>();
  readonly #onError: (error: unknown) => void;
  #disposed = false;

  /** Creates an empty stack; `onError` takes what disposers throw. */
  constructor(onError: (error: unknown) => void) {
    this.#onError = onError;
  }

  /** True once the end has begun. */
  get isDisposed(): boolean {
    return this.#disposed;
  }

  /**
   * Adds a disposer.
   *
   * @returns What runs it ahead of the rest; safe to call twice.
   */
  add(disposer: Disposer): Disposer {
    const entry = (): void => {
      if (this.#disposers.delete(entry)) this.#run(disposer);
    };
    this.#disposers.add(entry);
    if (this.#disposed) entry();
    return entry;
  }

  /** Runs what is left, the last added first; does nothing the second time. */
  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    for (const entry of [...this.#disposers].reverse()) entry();
  }

  #run(disposer: Disposer): void {
    try {
      disposer();
    } catch (error) {
      this.#onError(error);
    }
  }
}
