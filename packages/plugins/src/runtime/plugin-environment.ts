import type {PluginOperators} from '../plugin-context.js';
import type {PluginSource} from '../plugin-source.js';
import type {SettingsBookOptions} from '../settings/settings-book.js';

/** What the page lets its plugins have. All of it may be left out. */
export interface PluginEnvironment extends SettingsBookOptions {
  /** The host element, for module plugins. */
  readonly host: HTMLElement | null;
  /** Operators of the host, for module plugins. */
  readonly operators: PluginOperators | null;
  /** Nonce of the page's content security policy, or `''`. */
  readonly nonce: string;
  /** Origins that plugins may come from, or `null` for any. */
  readonly allowedOrigins: readonly string[] | null;
  /**
   * Absolute address of the folder that holds the guest's files, with a slash
   * at its end, for sandboxed plugins.
   * @defaultValue that of the module
   */
  readonly guestUrl?: string;
  /** Returns where the frame of a sandboxed plugin is put. */
  readonly frameParent?: (source: PluginSource) => Node | null;
  /**
   * How long the frame of a sandboxed plugin may take to come to life,
   * milliseconds.
   * @defaultValue 4000
   */
  readonly bootMs?: number;
  /**
   * How long the frame of a sandboxed plugin may take to answer that was there
   * before; another one takes its place then. Milliseconds.
   * @defaultValue 1000
   */
  readonly answerMs?: number;
  /**
   * How long a sandboxed plugin may be silent before it is stopped,
   * milliseconds.
   * @defaultValue 3000
   */
  readonly silenceMs?: number;
  /**
   * How long a sandboxed plugin may think about a save, milliseconds.
   * @defaultValue 10000
   */
  readonly vetoMs?: number;
  /**
   * Returns whether a node is in the labeling interface, which goes with its
   * display: nothing in it has to be taken back.
   */
  readonly isInView: (node: Node) => boolean;
}

/** An environment that gives nothing and allows everything. */
export const DEFAULT_ENVIRONMENT: PluginEnvironment = {
  host: null,
  operators: null,
  nonce: '',
  allowedOrigins: null,
  isInView: () => false,
};
