/** Most characters that one plugin may store, keys included. */
const STORAGE_CHARACTERS = 200_000;

/**
 * `localStorage` inside a frame: what the host keeps for this plugin, alone.
 * A document of an opaque origin has none of its own.
 */
export class GuestStorage implements Storage {
  readonly #items: Map<string, string>;
  readonly #save: (key: string, value: string | null) => void;

  [name: string]: unknown;

  constructor(
    items: Readonly<Record<string, string>>,
    save: (key: string, value: string | null) => void,
  ) {
    this.#items = new Map(Object.entries(items));
    this.#save = save;
  }

  /** Number of items. */
  get length(): number {
    return this.#items.size;
  }

  /** Returns the name of an item by its place, `null` beyond the last. */
  key(index: number): string | null {
    return [...this.#items.keys()][index] ?? null;
  }

  /** Returns an item, or `null`. */
  getItem(key: string): string | null {
    return this.#items.get(key) ?? null;
  }

  /**
   * Keeps an item.
   *
   * @throws DOMException `QuotaExceededError` when there is no room.
   */
  setItem(key: unknown, value: unknown): void {
    const name = String(key);
    const text = String(value);
    if (
      this.#characters(name) + name.length + text.length >
      STORAGE_CHARACTERS
    ) {
      throw new DOMException('There is no more room.', 'QuotaExceededError');
    }
    this.#items.set(name, text);
    this.#save(name, text);
  }

  /** Forgets an item. */
  removeItem(key: string): void {
    if (this.#items.delete(key)) this.#save(key, null);
  }

  /** Forgets every item. */
  clear(): void {
    for (const key of [...this.#items.keys()]) this.removeItem(key);
  }

  /** Characters of every other item. */
  #characters(except: string): number {
    let count = 0;
    for (const [key, value] of this.#items) {
      if (key !== except) count += key.length + value.length;
    }
    return count;
  }
}
