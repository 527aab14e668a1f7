import type {LsError} from '@ls-annotation/core';

import type {PluginToken} from '../plugin-token.js';

import {ServiceCycleError, ServiceMissingError} from './service-errors.js';

/** A plugin as far as services go. */
export interface ServiceUser {
  /** Id of the plugin. */
  readonly id: string;
  /** What it cannot start without. */
  readonly requires?: readonly PluginToken<unknown>[];
  /** What it uses when it is there. */
  readonly optional?: readonly PluginToken<unknown>[];
  /** What it gives to others. */
  readonly provides?: readonly PluginToken<unknown>[];
}

/** A service that a plugin waits for, and who provides it. */
export interface AwaitedService {
  /** The service. */
  readonly token: PluginToken<unknown>;
  /** Id of the plugin that provides it. */
  readonly providerId: string;
}

/**
 * Who waits for whom. Made of plugins in the order in which they start; of two
 * that provide one service the first one does.
 */
export class ServicePlan {
  readonly #users: ReadonlyMap<string, ServiceUser>;
  readonly #providers = new Map<string, string>();

  constructor(users: readonly ServiceUser[]) {
    this.#users = new Map(users.map((user) => [user.id, user]));
    for (const {id, provides = []} of users) {
      for (const {name} of provides) {
        if (!this.#providers.has(name)) this.#providers.set(name, id);
      }
    }
  }

  /** Returns why a plugin can never start, or `null`. */
  fault(id: string): LsError | null {
    const cycle = this.#path(id, id);
    if (cycle) return new ServiceCycleError(cycle);
    const chain = this.#missing(id, new Set());
    return chain && new ServiceMissingError([id, ...chain]);
  }

  /**
   * Returns what a plugin waits for before it starts. What is optional is not
   * waited for where its provider waits for this plugin.
   */
  awaited(id: string): readonly AwaitedService[] {
    const {requires = [], optional = []} = this.#users.get(id) ?? {};
    return [
      ...requires,
      ...optional.filter((token) => {
        const providerId = this.#providers.get(token.name);
        return providerId !== undefined && !this.#path(providerId, id);
      }),
    ].flatMap((token) => {
      const providerId = this.#providers.get(token.name);
      return providerId === undefined ? [] : {token, providerId};
    });
  }

  /** Returns the ids of the plugins that wait for a plugin, in turn too. */
  dependants(id: string): readonly string[] {
    return [...this.#users.keys()].filter(
      (other) => other !== id && this.#waitsFor(other, id, new Set()),
    );
  }

  #waitsFor(from: string, to: string, seen: Set<string>): boolean {
    return this.awaited(from).some(({providerId}) => {
      if (providerId === to) return true;
      if (seen.has(providerId)) return false;
      seen.add(providerId);
      return this.#waitsFor(providerId, to, seen);
    });
  }

  /** Way from one plugin to another along what is required. */
  #path(
    from: string,
    to: string,
    seen = new Set<string>(),
  ): readonly string[] | null {
    for (const {name} of this.#users.get(from)?.requires ?? []) {
      const next = this.#providers.get(name);
      if (next === undefined) continue;
      if (next === to) return [from, to];
      if (seen.has(next)) continue;
      seen.add(next);
      const rest = this.#path(next, to, seen);
      if (rest) return [from, ...rest];
    }
    return null;
  }

  #missing(id: string, seen: Set<string>): readonly string[] | null {
    for (const {name} of this.#users.get(id)?.requires ?? []) {
      const next = this.#providers.get(name);
      if (next === undefined) return [name];
      if (seen.has(next)) continue;
      seen.add(next);
      const rest = this.#missing(next, seen);
      if (rest) return [name, next, ...rest];
    }
    return null;
  }
}
