import {ScriptImportError} from '@ls-annotation/lsi';
import type {ScriptLoader} from '@ls-annotation/lsi';

import {PluginPermissionError} from '../../errors.js';
import {assertIntegrity} from '../../load/integrity.js';
import type {PermissionSet} from '../permissions.js';

/** What {@link GuestScripts} works with. */
export interface GuestScriptsOptions {
  /** Address that relative addresses start from. */
  readonly baseUrl: string;
  /** What the plugin may do. */
  readonly permissions: PermissionSet;
  /** Runs a classic script, if it has the hash. */
  readonly run: (address: string, integrity: string) => Promise<void>;
  /** Hears of an address that it may not load from. */
  readonly denied: (error: PluginPermissionError) => void;
}

/** `LSI.import` inside a frame: from hosts that the plugin may ask. */
export class GuestScripts implements ScriptLoader {
  readonly #options: GuestScriptsOptions;
  readonly #loaded = new Map<string, Promise<void>>();

  constructor(options: GuestScriptsOptions) {
    this.#options = options;
  }

  /**
   * Resolves when the script at `url` has run; the same one runs once.
   *
   * @throws {@link ScriptImportError} (as rejection) when it cannot be loaded,
   *   with a {@link PluginPermissionError} as its cause when it may not be.
   */
  async load(url: string, integrity = ''): Promise<void> {
    const {run} = this.#options;
    try {
      const address = this.#allowed(url);
      if (integrity) assertIntegrity(address, integrity);
      const key = `${address} ${integrity}`;
      const loading = this.#loaded.get(key) ?? run(address, integrity);
      this.#loaded.set(key, loading);
      loading.catch(() => this.#loaded.delete(key));
      await loading;
    } catch (error) {
      throw new ScriptImportError(url, error);
    }
  }

  #allowed(url: string): string {
    const {baseUrl, permissions, denied} = this.#options;
    const {href, host} = new URL(url, baseUrl);
    if (permissions.allowsAddress(href)) return href;
    const error = new PluginPermissionError(
      `network:${host}`,
      `load "${href}"`,
    );
    denied(error);
    throw error;
  }
}
