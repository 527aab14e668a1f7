import {runAsHost} from '@ls-annotation/plugins';

/** Part of the time that may go into what is done again and again. */
const SHARE = 0.005;

/** How much of it may be saved up while nothing is done, milliseconds. */
const MAX_CREDIT_MS = 5;

/**
 * Does something at most once a frame, however often it is asked to; less
 * often when it is asked without end, so that it takes half a hundredth of the
 * page's time, and has been done a last time in the end.
 */
export class FrameBatch {
  readonly #work: () => unknown;
  #isAsked = false;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #creditMs = MAX_CREDIT_MS;
  #countedAtMs = 0;

  /**
   * @param work - may return what settles when all that follows from it is
   *   done, so that this counts as well.
   */
  constructor(work: () => unknown) {
    this.#work = work;
  }

  /** Has the work done before one of the next frames. */
  request(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    const waitMs = this.#waitMs();
    // It may be a plugin's doing that there is something to show.
    runAsHost(() => {
      if (waitMs <= 0) this.#askFrame();
      else {
        this.#timer = setTimeout(() => {
          this.#askFrame();
        }, waitMs);
      }
    });
  }

  /** Leaves undone what was asked for. */
  cancel(): void {
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#frame);
    this.#isAsked = false;
  }

  #askFrame(): void {
    this.#frame = requestAnimationFrame(() => {
      this.#isAsked = false;
      void this.#do();
    });
  }

  async #do(): Promise<void> {
    const startMs = performance.now();
    await this.#work();
    this.#creditMs -= performance.now() - startMs;
  }

  /** How long to wait until there is time again. */
  #waitMs(): number {
    const nowMs = performance.now();
    const gainedMs = (nowMs - this.#countedAtMs) * SHARE;
    this.#countedAtMs = nowMs;
    this.#creditMs = Math.min(MAX_CREDIT_MS, this.#creditMs + gainedMs);
    return -this.#creditMs / SHARE;
  }
}
