/** Most characters that one plugin may store, keys included. */
const MAX_CHARACTERS = 200_000;

/**
 * What sandboxed plugins keep in the page's local storage, each under its own
 * prefix. Where the browser keeps nothing, nothing is kept.
 */
export class PluginStorage {
  readonly #prefix: string;

  constructor(pluginId: string) {
    this.#prefix = `ls-plugin:${encodeURIComponent(pluginId)}:`;
  }

  /** Returns everything that the plugin has stored. */
  read(): Record<string, string> {
    const items: Record<string, string> = {};
    for (const key of this.#keys()) {
      const value = localStorage.getItem(this.#prefix + key);
      if (value !== null) items[key] = value;
    }
    return items;
  }

  /**
   * Keeps an item, or forgets it with `null`.
   *
   * @returns Whether there was room.
   */
  write(key: string, value: string | null): boolean {
    try {
      if (value === null) localStorage.removeItem(this.#prefix + key);
      else if (this.#hasRoom(key, value)) {
        localStorage.setItem(this.#prefix + key, value);
      } else return false;
      return true;
    } catch {
      return false;
    }
  }

  #hasRoom(key: string, value: string): boolean {
    let characters = key.length + value.length;
    for (const [other, text] of Object.entries(this.read())) {
      if (other !== key) characters += other.length + text.length;
    }
    return characters <= MAX_CHARACTERS;
  }

  #keys(): readonly string[] {
    try {
      return Object.keys(localStorage)
        .filter((key) => key.startsWith(this.#prefix))
        .map((key) => key.slice(this.#prefix.length));
    } catch {
      return [];
    }
  }
}
