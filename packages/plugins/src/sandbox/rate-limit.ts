/** Counts how often something happens within the last while. */
export class RateLimit {
  readonly #most: number;
  readonly #withinMs: number;
  #count = 0;
  #sinceMs = -Infinity;

  /** Allows `most` in every `withinMs` milliseconds. */
  constructor(most: number, withinMs: number) {
    this.#most = most;
    this.#withinMs = withinMs;
  }

  /** Counts `amount` more; returns whether that is still allowed. */
  take(amount = 1): boolean {
    const nowMs = performance.now();
    if (nowMs - this.#sinceMs >= this.#withinMs) {
      this.#sinceMs = nowMs;
      this.#count = 0;
    }
    this.#count += amount;
    return this.#count <= this.#most;
  }
}
