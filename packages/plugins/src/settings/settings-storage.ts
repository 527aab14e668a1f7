import type {SettingValues} from '../plugin-setting.js';

/** Where the settings of plugins are kept. */
export interface SettingsStorage {
  /** Returns what is kept for a plugin, or `null`. */
  read(pluginId: string): SettingValues | null;
  /** Keeps values for a plugin; `null` for none. Never gets secrets. */
  write(pluginId: string, values: SettingValues | null): void;
}

const PREFIX = 'ls-annotation:plugin-settings:';

/**
 * Keeps settings in the browser, under `ls-annotation:plugin-settings:` and
 * the plugin's id. Where the page may keep nothing, they last as long as it.
 */
export const LOCAL_SETTINGS: SettingsStorage = {
  read: (pluginId) => {
    try {
      const text = localStorage.getItem(PREFIX + pluginId);
      const value: unknown = text === null ? null : JSON.parse(text);
      return isRecord(value) ? value : null;
    } catch {
      return null;
    }
  },
  write: (pluginId, values) => {
    try {
      if (values === null) localStorage.removeItem(PREFIX + pluginId);
      else localStorage.setItem(PREFIX + pluginId, JSON.stringify(values));
    } catch {
      // Private windows and full disks: the settings last as long as the page.
    }
  },
};

function isRecord(value: unknown): value is SettingValues {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
