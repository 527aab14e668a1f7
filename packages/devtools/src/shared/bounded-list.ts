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

  /** Returns the newest that is wanted, if one is. */
  newest(isWanted: (item: T) => boolean): T | undefined {
    return this.#items[this.#placeOf(isWanted)];
  }

  /** Puts another in the place of the newest that is wanted, if one is. */
  replace(isWanted: (item: T) => boolean, item: T): boolean {
    const place = this.#placeOf(isWanted);
    if (place >= 0) this.#items[place] = item;
    return place >= 0;
  }

  /** Forgets all. */
  clear(): void {
    this.#items = [];
  }

  /** Place of the newest that is wanted; -1 when none is. */
  #placeOf(isWanted: (item: T) => boolean): number {
    let place = this.#items.length - 1;
    while (place >= 0 && !isWanted(this.#items[place] as T)) place -= 1;
    return place;
  }
}
