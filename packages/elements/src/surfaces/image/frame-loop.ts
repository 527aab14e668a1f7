/**
 * Runs work on the next animation frame, once however often it was asked for.
 */
export class FrameLoop {
  readonly #work: () => void;
  #frame: number | null = null;
  #isStopped = false;

  constructor(work: () => void) {
    this.#work = work;
  }

  /** True while a frame is asked for and has not come. */
  get isPending(): boolean {
    return this.#frame !== null;
  }

  /** Has the work done on the next frame. */
  request(): void {
    if (this.#isStopped) return;
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      this.#work();
    });
  }

  /** Has no more work done, now or later. */
  stop(): void {
    this.#isStopped = true;
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
  }
}
