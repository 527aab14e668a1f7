/** How many causes of an error are looked through. */
const MAX_CAUSES = 5;

/**
 * What a guest was refused, by number: the host is told of each at once, and
 * not once more when the plugin's code fails of it.
 */
export class Refusals {
  readonly #numbers = new WeakMap<object, number>();
  #count = 0;

  /** Returns the number of one more. */
  add(error: Error): number {
    this.#count += 1;
    this.#numbers.set(error, this.#count);
    return this.#count;
  }

  /** Returns the number of the refusal that an error comes of, or 0. */
  find(error: unknown): number {
    let cause = error;
    for (let depth = 0; depth < MAX_CAUSES; depth += 1) {
      if (!(cause instanceof Error)) return 0;
      const number = this.#numbers.get(cause);
      if (number !== undefined) return number;
      ({cause} = cause);
    }
    return 0;
  }
}
