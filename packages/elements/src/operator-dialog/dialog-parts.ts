import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** What of a dialog comes in chunks of its own, when it is first needed. */
export interface DialogParts {
  /** What came out of a run beside its message. */
  readonly results: boolean;
  /** Edits that wait for a person's word. */
  readonly changes: boolean;
  /** Values that were kept. */
  readonly presets: boolean;
}

/** How the parts of a dialog are loaded. */
export type PartLoaders = Readonly<
  Record<keyof DialogParts, () => Promise<unknown>>
>;

const LOADERS: PartLoaders = {
  results: () => import('../define/operator-results.js'),
  changes: () => import('../define/operator-changes.js'),
  presets: () => import('../define/operator-presets.js'),
};

/**
 * Loads the parts of a dialog that are wanted. Elements of a part may be on
 * the page before: they come to life when it is there. One that does not come
 * is asked for again only when a person wants to.
 */
export class DialogPartsLoader implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #loaders: PartLoaders;
  readonly #asked = new Set<keyof DialogParts>();
  #missing: readonly (keyof DialogParts)[] = [];

  /** @param loaders - for tests. */
  constructor(host: ReactiveControllerHost, loaders = LOADERS) {
    this.#host = host;
    this.#loaders = loaders;
    host.addController(this);
  }

  hostConnected(): void {
    // What was missing before may be there now.
    this.retry();
  }

  /** Parts that are wanted and did not come. */
  get missing(): readonly (keyof DialogParts)[] {
    return this.#missing;
  }

  /** Loads the parts that are wanted and were not asked for yet. */
  load(parts: DialogParts): void {
    for (const name of Object.keys(this.#loaders) as (keyof DialogParts)[]) {
      if (parts[name] && !this.#asked.has(name)) void this.#load(name);
    }
  }

  /** Has everything that is missing asked for again. */
  retry(): void {
    for (const name of this.#missing) this.#asked.delete(name);
    this.#missing = [];
    this.#host.requestUpdate();
  }

  async #load(name: keyof DialogParts): Promise<void> {
    this.#asked.add(name);
    try {
      await this.#loaders[name]();
    } catch {
      this.#missing = [...this.#missing, name];
      this.#host.requestUpdate();
    }
  }
}
