import type {LabelingSession} from '@ls-annotation/lsi';

import {startsAtOnce} from '../lazy/activation.js';
import {holdsFor} from '../lazy/plugin-condition.js';
import type {PluginSource} from '../plugin-source.js';
import {sourceId, sourceKey} from '../plugin-source.js';

import type {PluginRunners} from './plugin-entry.js';
import {PluginEntry} from './plugin-entry.js';

/** Which plugins a host has, and in what order. */
export class PluginRoster {
  readonly #session: LabelingSession;
  readonly #runners: PluginRunners;
  #entries: ReadonlyMap<string, PluginEntry> = new Map();

  constructor(session: LabelingSession, runners: PluginRunners) {
    this.#session = session;
    this.#runners = runners;
  }

  /** All of them. */
  get entries(): readonly PluginEntry[] {
    return [...this.#entries.values()];
  }

  /** Their ids. */
  get ids(): readonly string[] {
    return this.entries.map(({id}) => id);
  }

  /** Those that may run now: for this config, and not set aside. */
  get present(): readonly PluginEntry[] {
    const {config} = this.#session;
    return this.entries.filter(
      ({health, source}) =>
        !health.setAside && holdsFor(source.when ?? '', config),
    );
  }

  /** Those of them that start with a display. */
  get atOnce(): readonly PluginEntry[] {
    return this.present.filter(({source}) => startsAtOnce(source));
  }

  /** Returns the plugin of a name. */
  find(pluginId: string): PluginEntry | undefined {
    return this.entries.find(({id}) => id === pluginId);
  }

  /**
   * Replaces the list. What was in it before stays as it is. Of two that are
   * called the same, the one that came later gets a number to its name.
   *
   * @returns Whether anything is different.
   */
  set(sources: readonly PluginSource[]): boolean {
    const keys = sources.map(sourceKey);
    const taken = new Set(
      keys.flatMap((key) => this.#entries.get(key)?.id ?? []),
    );
    const entries = new Map<string, PluginEntry>();
    sources.forEach((source, index) => {
      const key = keys[index] ?? '';
      if (entries.has(key)) return;
      const known = this.#entries.get(key);
      const entry =
        known ?? this.#create(source, sourceId(source, index), taken);
      taken.add(entry.id);
      entries.set(key, entry);
    });
    const before = [...this.#entries.keys()].join('\n');
    for (const [key, {prepared}] of this.#entries) {
      if (!entries.has(key)) prepared?.retire?.();
    }
    this.#entries = entries;
    return before !== [...entries.keys()].join('\n');
  }

  #create(
    source: PluginSource,
    id: string,
    taken: ReadonlySet<string>,
  ): PluginEntry {
    let name = id;
    for (let count = 2; taken.has(name); count += 1) {
      name = `${id}-${String(count)}`;
    }
    return new PluginEntry({...source, id: name}, this.#runners);
  }
}
