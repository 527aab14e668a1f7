import type {Disposer} from '@ls-annotation/core';

import type {PluginToken} from '../plugin-token.js';

import type {ServiceBoard} from './service-board.js';
import {ServiceMissingError, ServiceUndeclaredError} from './service-errors.js';
import type {ServiceUser} from './service-plan.js';

/** The services of other plugins, and one's own. */
export interface PluginServices {
  /**
   * Returns a service that the plugin has in `requires`.
   *
   * @throws {@link ServiceUndeclaredError} for one that it does not declare,
   *   {@link ServiceMissingError} for an optional one that is not there.
   */
  get<T>(token: PluginToken<T>): T;
  /** Returns a service, or `undefined` while nobody provides it. */
  find<T>(token: PluginToken<T>): T | undefined;
  /**
   * Provides a service that the plugin has in `provides`, until the disposer
   * is called or the display closes.
   *
   * @throws {@link ServiceUndeclaredError} for one that it does not declare,
   *   {@link ServiceTakenError} when another plugin provides it.
   */
  provide<T>(token: PluginToken<T>, value: T): Disposer;
}

/** Returns the services as one plugin sees them. */
export function createServices(
  user: ServiceUser,
  board: ServiceBoard,
  addDisposer: (disposer: Disposer) => void,
): PluginServices {
  const {id, requires = [], optional = [], provides = []} = user;
  return {
    get: <T>(token: PluginToken<T>): T => {
      if (!includes([...requires, ...optional], token)) {
        throw new ServiceUndeclaredError(token.name, 'requires');
      }
      if (!board.has(token)) throw new ServiceMissingError([id, token.name]);
      return board.find(token) as T;
    },
    find: (token) => board.find(token),
    provide: (token, value) => {
      if (!includes(provides, token)) {
        throw new ServiceUndeclaredError(token.name, 'provides');
      }
      const dispose = board.provide(id, token, value);
      addDisposer(dispose);
      return dispose;
    },
  };
}

function includes(
  tokens: readonly PluginToken<unknown>[],
  {name}: PluginToken<unknown>,
): boolean {
  return tokens.some((token) => token.name === name);
}
