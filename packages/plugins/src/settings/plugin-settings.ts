import {BehaviorSubject} from 'rxjs';
import type {Observable} from 'rxjs';

import type {PluginSetting, SettingValues} from '../plugin-setting.js';

import type {SettingsSchema} from './settings-schema.js';
import type {SettingsStorage} from './settings-storage.js';

/** What is wrong with a value of a setting. */
export interface SettingIssue {
  /** JSON pointer, for example `/limit`. */
  readonly path: string;
  /** What is wrong, in words. */
  readonly message: string;
}

/** What {@link PluginSettings} are made of. */
export interface PluginSettingsOptions {
  /** Id of the plugin. */
  readonly pluginId: string;
  /** Name of the plugin for people. */
  readonly title: string;
  /** What can be set. */
  readonly settings: readonly PluginSetting[];
  /** What fits. */
  readonly schema: SettingsSchema;
  /** Where the values are kept. */
  readonly storage: SettingsStorage;
}

/** The settings of one plugin: read once, kept, and told to whoever follows. */
export class PluginSettings {
  readonly #options: PluginSettingsOptions;
  readonly #values: BehaviorSubject<SettingValues>;

  constructor(options: PluginSettingsOptions) {
    this.#options = options;
    this.#values = new BehaviorSubject(this.#read());
  }

  /** Id of the plugin. */
  get pluginId(): string {
    return this.#options.pluginId;
  }

  /** Name of the plugin for people. */
  get title(): string {
    return this.#options.title;
  }

  /** What can be set. */
  get settings(): readonly PluginSetting[] {
    return this.#options.settings;
  }

  /** The values as they are now. */
  get values(): SettingValues {
    return this.#values.value;
  }

  /** The values as they are now, without secrets. */
  get lastingValues(): SettingValues {
    return this.#options.schema.withoutSecrets(this.values);
  }

  /** The values as they are now, then every change. */
  get values$(): Observable<SettingValues> {
    return this.#values.asObservable();
  }

  /**
   * Takes other values when all of them fit, and keeps them but for secrets,
   * which last as long as the page.
   *
   * @returns What is wrong with them; nothing when they were taken.
   */
  set(values: SettingValues): readonly SettingIssue[] {
    const {pluginId, schema, storage} = this.#options;
    const read = schema.read(values);
    if (!read.ok) return read.issues;
    storage.write(pluginId, schema.withoutSecrets(read.value));
    this.#values.next(Object.freeze(read.value));
    return [];
  }

  /** Goes back to the defaults. */
  reset(): void {
    const {pluginId, schema, storage} = this.#options;
    storage.write(pluginId, null);
    this.#values.next(Object.freeze(schema.defaults()));
  }

  /** Ends the stream. */
  close(): void {
    this.#values.complete();
  }

  /** What was kept for another version of the plugin may not fit any more. */
  #read(): SettingValues {
    const {pluginId, schema, storage} = this.#options;
    const kept = storage.read(pluginId);
    if (!kept) return Object.freeze(schema.defaults());
    const read = schema.read(kept);
    if (read.ok) return Object.freeze(read.value);
    // A secret that must be there is never kept: what is wrong goes by itself.
    const wrong = new Set(read.issues.map(({path}) => path.split('/')[1]));
    const fitting = Object.entries(kept).filter(([name]) => !wrong.has(name));
    return Object.freeze({
      ...schema.defaults(),
      ...Object.fromEntries(fitting),
    });
  }
}
