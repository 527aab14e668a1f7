import type {PluginError} from '../errors.js';

/** Failures without a success between them after which a plugin is set aside. */
export const MAX_FAILURES = 3;

/** A plugin that is not run any more, until somebody brings it back. */
export interface SetAsidePlugin {
  /** Id of the plugin. */
  readonly pluginId: string;
  /** Its last failure. */
  readonly error: PluginError;
}

/** Counts the failures of one plugin that follow each other. */
export class PluginHealth {
  #failures = 0;
  #setAside: SetAsidePlugin | null = null;

  /** What it was set aside for, or `null` while it runs. */
  get setAside(): SetAsidePlugin | null {
    return this.#setAside;
  }

  /** Notes a call that went well. */
  succeed(): void {
    this.#failures = 0;
  }

  /**
   * Notes a failure.
   *
   * @returns Whether the plugin is to be set aside now.
   */
  fail(error: PluginError): boolean {
    this.#failures += 1;
    if (this.#failures < MAX_FAILURES || this.#setAside) return false;
    this.#setAside = {pluginId: error.pluginId, error};
    return true;
  }

  /** Gives it another chance. */
  restore(): void {
    this.#failures = 0;
    this.#setAside = null;
  }
}
