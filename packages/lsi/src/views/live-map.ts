/** Where a {@link LiveMap} finds its entries. */
export interface LiveMapSource<V> {
  /** Returns the entry of a key, or `undefined`. */
  readonly find: (key: string) => V | undefined;
  /** Returns every entry in order. */
  readonly entries: () => Iterable<readonly [string, V]>;
  /** Returns how many there are. */
  readonly count: () => number;
}

/**
 * A read-only `Map` over something that changes: every question is answered
 * from the present state.
 */
export class LiveMap<V> {
  readonly #source: LiveMapSource<V>;

  constructor(source: LiveMapSource<V>) {
    this.#source = source;
  }

  /** Number of entries. */
  get size(): number {
    return this.#source.count();
  }

  /** Returns the entry of a key, or `undefined`. */
  get(key: string): V | undefined {
    return this.#source.find(key);
  }

  /** Returns whether a key has an entry. */
  has(key: string): boolean {
    return this.#source.find(key) !== undefined;
  }

  /** Calls back once an entry, in order. */
  forEach(callback: (value: V, key: string, map: this) => void): void {
    for (const [key, value] of this.#entries()) callback(value, key, this);
  }

  /** Iterates over the keys as they are now. */
  keys(): IterableIterator<string> {
    return this.#entries()
      .map(([key]) => key)
      .values();
  }

  /** Iterates over the values as they are now. */
  values(): IterableIterator<V> {
    return this.#entries()
      .map(([, value]) => value)
      .values();
  }

  /** Iterates over keys and values as they are now. */
  entries(): IterableIterator<readonly [string, V]> {
    return this.#entries().values();
  }

  /** Iterates over keys and values as they are now. */
  [Symbol.iterator](): IterableIterator<readonly [string, V]> {
    return this.entries();
  }

  #entries(): (readonly [string, V])[] {
    return [...this.#source.entries()];
  }
}
