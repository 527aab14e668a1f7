import {runAsHost} from '@ls-annotation/plugins';

/** Calls back once a frame, however often it is asked to. */
export class FrameBatch {
  readonly #work: () => void;
  #frame = 0;

  constructor(work: () => void) {
    this.#work = work;
  }

  /** Has the work done before the next frame. */
  request(): void {
    if (this.#frame !== 0) return;
    // It may be a plugin's doing that there is something to show.
    this.#frame = runAsHost(() =>
      requestAnimationFrame(() => {
        this.#frame = 0;
        this.#work();
      }),
    );
  }

  /** Leaves undone what was asked for. */
  cancel(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }
}
