import {BehaviorSubject} from 'rxjs';
import type {Observable} from 'rxjs';

import type {PluginDefinition} from '../plugin-definition.js';
import type {SettingValues} from '../plugin-setting.js';

import {PluginSettings} from './plugin-settings.js';
import type {ReadSettings} from './settings-schema.js';
import {readPlainSettings} from './settings-schema.js';
import type {SettingsStorage} from './settings-storage.js';
import {LOCAL_SETTINGS} from './settings-storage.js';

/** How a {@link SettingsBook} reads and keeps settings. */
export interface SettingsBookOptions {
  /** @defaultValue one that knows of defaults only */
  readonly readSettings?: ReadSettings;
  /** @defaultValue {@link LOCAL_SETTINGS} */
  readonly settingsStorage?: SettingsStorage;
}

/** The settings of all plugins of a host that have some. */
export class SettingsBook {
  readonly #list = new BehaviorSubject<readonly PluginSettings[]>([]);
  readonly #definitions = new Map<PluginSettings, PluginDefinition>();
  readonly #given = new Map<string, SettingValues>();

  /** The settings there are: now, then on every change. */
  get list$(): Observable<readonly PluginSettings[]> {
    return this.#list.asObservable();
  }

  /** The settings there are. */
  get list(): readonly PluginSettings[] {
    return this.#list.value;
  }

  /** Returns the settings of a plugin, or `null` when it has none. */
  find(pluginId: string): PluginSettings | null {
    return this.list.find((one) => one.pluginId === pluginId) ?? null;
  }

  /** Opens the settings of a plugin; the same ones for the same definition. */
  open(
    pluginId: string,
    definition: PluginDefinition,
    options: SettingsBookOptions,
  ): PluginSettings | null {
    const {settings = [], name = pluginId} = definition;
    const given = this.#given.get(pluginId);
    this.#given.delete(pluginId);
    const known = this.find(pluginId);
    if (known && this.#definitions.get(known) === definition) return known;
    if (known) this.#remove(known);
    if (settings.length === 0) return null;
    const {readSettings = readPlainSettings, settingsStorage} = options;
    const made = new PluginSettings({
      pluginId,
      title: name,
      settings,
      schema: readSettings(settings),
      storage: settingsStorage ?? LOCAL_SETTINGS,
    });
    if (given) made.set(given);
    this.#definitions.set(made, definition);
    this.#list.next([...this.list, made]);
    return made;
  }

  /**
   * Gives values to a plugin: to the settings that it has now, and to those of
   * the version that starts next, before it does. Values that do not fit there
   * are left alone.
   */
  give(pluginId: string, values: SettingValues): void {
    this.#given.set(pluginId, values);
    this.find(pluginId)?.set(values);
  }

  /** Closes the settings of plugins that are not there any more. */
  retain(pluginIds: readonly string[]): void {
    for (const one of this.list) {
      if (!pluginIds.includes(one.pluginId)) this.#remove(one);
    }
  }

  /** Closes everything. */
  close(): void {
    this.retain([]);
    this.#list.complete();
  }

  #remove(settings: PluginSettings): void {
    this.#definitions.delete(settings);
    this.#list.next(this.list.filter((one) => one !== settings));
    settings.close();
  }
}
