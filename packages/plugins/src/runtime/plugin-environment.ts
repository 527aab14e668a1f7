import type {PluginOperators} from '../plugin-context.js';

/** What the page lets its plugins have. All of it may be left out. */
export interface PluginEnvironment {
  /** The host element, for module plugins. */
  readonly host: HTMLElement | null;
  /** Operators of the host, for module plugins. */
  readonly operators: PluginOperators | null;
  /** Nonce of the page's content security policy, or `''`. */
  readonly nonce: string;
  /** Origins that plugins may come from, or `null` for any. */
  readonly allowedOrigins: readonly string[] | null;
}

/** An environment that gives nothing and allows everything. */
export const DEFAULT_ENVIRONMENT: PluginEnvironment = {
  host: null,
  operators: null,
  nonce: '',
  allowedOrigins: null,
};
