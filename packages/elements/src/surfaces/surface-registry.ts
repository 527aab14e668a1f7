import type {SurfaceFactory} from './surface.js';

/** Loads the surface of a tag, in a chunk of its own. */
export type SurfaceLoader = () => Promise<SurfaceFactory>;

/** A surface that could not be loaded. */
export interface SurfaceLoadFailure {
  /** Lower-case tag name. */
  readonly type: string;
  /** What its loader was rejected with. */
  readonly cause: unknown;
}

/**
 * Surfaces by lower-case tag name.
 *
 * A surface of some weight is registered by a loader instead, and is there
 * once {@link SurfaceRegistry.prepare} has been asked for it.
 */
export class SurfaceRegistry {
  readonly #factories = new Map<string, SurfaceFactory>();
  readonly #loaders = new Map<string, SurfaceLoader>();

  /** Registers the surface of a tag; a later one replaces an earlier one. */
  register(type: string, factory: SurfaceFactory): this {
    const key = type.toLowerCase();
    this.#loaders.delete(key);
    this.#factories.set(key, factory);
    return this;
  }

  /**
   * Registers a surface that is loaded on first use; a later registration
   * replaces an earlier one.
   */
  registerLazy(type: string, load: SurfaceLoader): this {
    const key = type.toLowerCase();
    this.#factories.delete(key);
    this.#loaders.set(key, load);
    return this;
  }

  /**
   * Returns the surface of a tag, or `undefined`; one that has not been
   * loaded is not there.
   */
  find(type: string): SurfaceFactory | undefined {
    return this.#factories.get(type.toLowerCase());
  }

  /** Returns true for a surface that is to be loaded and is not there. */
  isMissing(type: string): boolean {
    return this.#loaders.has(type.toLowerCase());
  }

  /**
   * Loads what tags of these names need.
   *
   * @returns `null` when everything is there; else a promise of what could
   *   not be loaded, which never rejects. A failed one is tried again with
   *   the next call.
   */
  prepare(
    types: Iterable<string>,
  ): Promise<readonly SurfaceLoadFailure[]> | null {
    const pending = [...new Set(types)].flatMap((type) => {
      const load = this.#loaders.get(type.toLowerCase());
      return load ? [this.#load(type.toLowerCase(), load)] : [];
    });
    if (pending.length === 0) return null;
    return Promise.all(pending).then((failures) => failures.flat());
  }

  async #load(
    type: string,
    load: SurfaceLoader,
  ): Promise<readonly SurfaceLoadFailure[]> {
    try {
      const factory = await load();
      if (this.#loaders.get(type) === load) this.register(type, factory);
      return [];
    } catch (cause) {
      return [{type, cause}];
    }
  }
}
