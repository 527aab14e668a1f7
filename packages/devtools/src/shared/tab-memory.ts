const PREFIX = 'ls-plugin-panel';

/**
 * Keeps one thing of the panel of one host while its page is loaded again, in
 * the browser's storage of this tab. Where there is no storage it keeps
 * nothing.
 */
export class TabMemory<T> {
  readonly #key: string;
  readonly #isValid: (value: unknown) => value is T;

  /**
   * @param hostId - what the host is known by on its page.
   * @param what - what is kept.
   * @param isValid - tells what was kept by another version.
   */
  constructor(
    hostId: string,
    what: string,
    isValid: (value: unknown) => value is T,
  ) {
    this.#key = [PREFIX, what, location.pathname, hostId].join(' ');
    this.#isValid = isValid;
  }

  /** Returns what is kept, or `null`. */
  read(): T | null {
    try {
      const text = sessionStorage.getItem(this.#key);
      const value: unknown = text === null ? null : JSON.parse(text);
      return this.#isValid(value) ? value : null;
    } catch {
      return null;
    }
  }

  /** Keeps something, or with `null` nothing any more. */
  write(value: T | null): void {
    try {
      if (value === null) sessionStorage.removeItem(this.#key);
      else sessionStorage.setItem(this.#key, JSON.stringify(value));
    } catch {
      // A full or forbidden storage costs nothing but this.
    }
  }
}
