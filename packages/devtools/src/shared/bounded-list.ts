/** The last so many things of a kind; the oldest are forgotten. */
export class BoundedList<T> {
  readonly #least: number;
  readonly #slack: number;
  #items: T[] = [];

  /** @param least - how many are kept at least, and a fifth more at most. */
  constructor(least: number) {
    this.#least = least;
    this.#slack = Math.ceil(least / 5);
  }

  /** The things, the oldest first. It is the list itself, which grows. */
  get items(): readonly T[] {
    return this.#items;
  }

  /** The newest, if there is one. */
  get last(): T | undefined {
    return this.#items.at(-1);
  }

  /** Adds one. */
  push(item: T): void {
    this.#items.push(item);
    if (this.#items.length < this.#least + this.#slack) return;
    this.#items = this.#items.slice(-this.#least);
  }

  /** Puts another in the place of the newest that is wanted, if one is. */
  replace(isWanted: (item: T) => boolean, item: T): boolean {
    let index = this.#items.length - 1;
    while (index >= 0 && !isWanted(this.#items[index] as T)) index -= 1;
    if (index >= 0) this.#items[index] = item;
    return index >= 0;
  }

  /** Forgets all. */
  clear(): void {
    this.#items = [];
  }
}
