/**
 * Counts the displays of annotations, and tells for which of them code is
 * running: the open one, or an older one whose timer fires late.
 */
export class Displays {
  #open = 0;
  #inherited: number | null = null;

  /** Number of the open display, 1-based; `0` before the first. */
  get open(): number {
    return this.#open;
  }

  /** Number of the display that what is made now belongs to. */
  get owner(): number {
    return this.#inherited ?? this.#open;
  }

  /** Opens the next display; the one before is closed. */
  next(): void {
    this.#open += 1;
  }

  /** Calls `work` as code of an earlier display. */
  runAs<T>(owner: number, work: () => T): T {
    const before = this.#inherited;
    this.#inherited = owner;
    try {
      return work();
    } finally {
      this.#inherited = before;
    }
  }
}
