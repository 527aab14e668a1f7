/** One start of a plugin on a display, from its loading until it ends. */
export class PluginStart {
  #end = (): void => undefined;
  #isEnded = false;

  /** Resolves when the plugin has ended: with the display, or before. */
  readonly ended = new Promise<void>((resolve) => {
    this.#end = resolve;
  });

  /** True once the plugin has ended; nothing is to come of the start then. */
  get isEnded(): boolean {
    return this.#isEnded;
  }

  /** Ends it; does nothing the second time. */
  end(): void {
    this.#isEnded = true;
    this.#end();
  }
}
