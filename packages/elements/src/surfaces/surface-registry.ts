import type {SurfaceFactory} from './surface.js';

/** Surfaces by lower-case tag name. */
export class SurfaceRegistry {
  readonly #factories = new Map<string, SurfaceFactory>();

  /** Registers the surface of a tag; a later one replaces an earlier one. */
  register(type: string, factory: SurfaceFactory): this {
    this.#factories.set(type.toLowerCase(), factory);
    return this;
  }

  /** Returns the surface of a tag, or `undefined`. */
  find(type: string): SurfaceFactory | undefined {
    return this.#factories.get(type.toLowerCase());
  }
}
