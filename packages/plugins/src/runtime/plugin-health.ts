import type {PluginError, PluginPlace} from '../errors.js';

/** Failures in a row after which a plugin is set aside. */
export const MAX_FAILURES = 3;

/** A plugin that is not run any more, until somebody brings it back. */
export interface SetAsidePlugin {
  /** Id of the plugin. */
  readonly pluginId: string;
  /** Its last failure. */
  readonly error: PluginError;
}

/** How a part of a plugin has been doing since it was last well. */
interface Trouble {
  /** Runs in a row in which it has failed. */
  runs: number;
  /** True when the present one is among them. */
  isNow: boolean;
}

/** Where a plugin does not fail itself: it is told what it cannot have. */
const COMPLAINTS: ReadonlySet<PluginPlace> = new Set([
  'load',
  'start',
  'contribution',
  'permission',
]);

/**
 * Counts the failures of one plugin that follow each other: those without any
 * success between, and those of the same part of it (its timers, a panel that
 * it adds) that come in one run after the other, however well the rest does.
 */
export class PluginHealth {
  readonly #troubles = new Map<string, Trouble>();
  #failures = 0;
  #setAside: SetAsidePlugin | null = null;

  /** What it was set aside for, or `null` while it runs. */
  get setAside(): SetAsidePlugin | null {
    return this.#setAside;
  }

  /** Notes that another run begins: on a display, or once more on it. */
  begin(): void {
    for (const [part, trouble] of this.#troubles) {
      if (!trouble.isNow) this.#troubles.delete(part);
      trouble.isNow = false;
    }
  }

  /** Notes that a part of it did well; a place, or something that it adds. */
  succeed(part: string): void {
    this.#failures = 0;
    this.#troubles.delete(part);
  }

  /**
   * Notes a failure.
   *
   * @returns Whether the plugin is to be set aside now.
   */
  fail(error: PluginError): boolean {
    this.#failures += 1;
    const runs = this.#failingRuns(error);
    if (Math.max(this.#failures, runs) < MAX_FAILURES) return false;
    if (this.#setAside) return false;
    this.#setAside = {pluginId: error.pluginId, error};
    return true;
  }

  /** Gives it another chance. */
  restore(): void {
    this.#failures = 0;
    this.#troubles.clear();
    this.#setAside = null;
  }

  #failingRuns({place, part}: PluginError): number {
    if (!part && COMPLAINTS.has(place)) return 0;
    const key = part || place;
    const trouble = this.#troubles.get(key) ?? {runs: 0, isNow: false};
    this.#troubles.set(key, trouble);
    if (!trouble.isNow) trouble.runs += 1;
    trouble.isNow = true;
    return trouble.runs;
  }
}
