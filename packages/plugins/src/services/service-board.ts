import type {Disposer} from '@ls-annotation/core';

import type {PluginToken} from '../plugin-token.js';

import {ServiceTakenError} from './service-errors.js';

interface Service {
  readonly pluginId: string;
  readonly value: unknown;
}

/** The services that plugins provide to each other during one display. */
export class ServiceBoard {
  readonly #services = new Map<string, Service>();
  readonly #waiting = new Set<() => void>();
  readonly #done = new Set<string>();

  /**
   * Provides a service until the disposer is called.
   *
   * @throws {@link ServiceTakenError} when another plugin provides it already.
   */
  provide<T>(pluginId: string, token: PluginToken<T>, value: T): Disposer {
    const {name} = token;
    const known = this.#services.get(name);
    if (known) throw new ServiceTakenError(name, known.pluginId);
    const service = {pluginId, value};
    this.#services.set(name, service);
    this.#wake();
    return () => {
      if (this.#services.get(name) === service) this.#services.delete(name);
    };
  }

  /** Returns whether a service is there. */
  has({name}: PluginToken<unknown>): boolean {
    return this.#services.has(name);
  }

  /** Returns a service, or `undefined` while nobody provides it. */
  find<T>({name}: PluginToken<T>): T | undefined {
    return this.#services.get(name)?.value as T | undefined;
  }

  /** Notes that a plugin begins to start, for the second time perhaps. */
  begin(pluginId: string): void {
    this.#done.delete(pluginId);
  }

  /** Notes that a plugin has started, or has failed to. */
  end(pluginId: string): void {
    this.#done.add(pluginId);
    this.#wake();
  }

  /**
   * Resolves when a service is there, or when the plugin that was to provide
   * it has started without.
   */
  async wait(token: PluginToken<unknown>, providerId: string): Promise<void> {
    while (!this.has(token) && !this.#done.has(providerId)) {
      await new Promise<void>((resolve) => {
        this.#waiting.add(resolve);
      });
    }
  }

  #wake(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const wake of waiting) wake();
  }
}
