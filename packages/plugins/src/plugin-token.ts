/**
 * Names a service that plugins provide to each other, with its type.
 *
 * Two tokens of one name are the same: plugins need not share a module.
 *
 * @typeParam T - type of the service.
 */
export interface PluginToken<T> {
  /** Name, best with the plugin's id before a slash. */
  readonly name: string;
  /** Carries the type; never there. */
  readonly type?: T;
}

/**
 * Returns a token.
 *
 * @example
 * ```ts
 * export const counter = createToken<{count(): number}>('words/counter');
 * ```
 */
export function createToken<T>(name: string): PluginToken<T> {
  return Object.freeze({name});
}
