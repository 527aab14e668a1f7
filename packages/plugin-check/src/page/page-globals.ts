/** Globals that belong to the host, or that a plugin is free to set. */
const EXPECTED: ReadonlySet<string> = new Set(['LSI', 'Htx', 'DM']);

/** Finds global variables and stored keys that were not there before. */
export class PageGlobals {
  readonly #names = new Set(Object.getOwnPropertyNames(globalThis));
  readonly #keys = new Set(Object.keys(localStorage));

  /** Names of the global variables that came. */
  get names(): readonly string[] {
    return Object.getOwnPropertyNames(globalThis).filter(
      (name) =>
        !this.#names.has(name) && !EXPECTED.has(name) && !/^\d+$/.test(name),
    );
  }

  /** Keys of `localStorage` that came. */
  get storageKeys(): readonly string[] {
    return Object.keys(localStorage).filter((key) => !this.#keys.has(key));
  }
}
