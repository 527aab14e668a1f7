import {sourceId, sourceKey} from '@ls-annotation/plugins';
import type {PluginSource} from '@ls-annotation/plugins';

import {PluginUnknownError} from '../errors.js';

interface Replacement {
  /** Key of the source that it stands in for. */
  readonly key: string;
  readonly source: PluginSource;
}

/**
 * What runs in the place of plugins, by their ids. It is forgotten when the
 * page changes the source that it stands in for.
 */
export class PluginReplacements {
  readonly #byId = new Map<string, Replacement>();

  /**
   * Has a source run in the place of one of `given`, under its id.
   *
   * @throws {@link PluginUnknownError} when no source has the id.
   */
  add(
    given: readonly PluginSource[],
    pluginId: string,
    source: PluginSource,
  ): void {
    const ids = given.map(sourceId);
    const replaced = given[ids.indexOf(pluginId)];
    if (!replaced) throw new PluginUnknownError(pluginId, ids);
    const named = {...source, id: pluginId};
    this.#byId.set(pluginId, {key: sourceKey(replaced), source: named});
  }

  /** Returns what is to run, in the order of what was given. */
  apply(given: readonly PluginSource[]): readonly PluginSource[] {
    if (this.#byId.size === 0) return given;
    const used = new Set<string>();
    const sources = given.map((source, index) => {
      const id = sourceId(source, index);
      const replacement = this.#byId.get(id);
      if (replacement?.key !== sourceKey(source)) return source;
      used.add(id);
      return replacement.source;
    });
    for (const id of this.#byId.keys()) {
      if (!used.has(id)) this.#byId.delete(id);
    }
    return sources;
  }
}
