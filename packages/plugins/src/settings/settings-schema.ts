import type {PluginSetting, SettingValues} from '../plugin-setting.js';

import type {SettingIssue} from './plugin-settings.js';

/** What values of a plugin's settings must be like. */
export interface SettingsSchema {
  /** Returns the values until a person has chosen others. */
  defaults(): SettingValues;
  /** Returns values that fit, with defaults where there are none. */
  read(
    values: SettingValues,
  ):
    | {readonly ok: true; readonly value: SettingValues}
    | {readonly ok: false; readonly issues: readonly SettingIssue[]};
  /** Returns what may be kept. */
  withoutSecrets(values: SettingValues): SettingValues;
}

/**
 * Reads the definitions of settings. Throws a typed error when they cannot be
 * read.
 */
export type ReadSettings = (
  settings: readonly PluginSetting[],
) => SettingsSchema;

/** For hosts that know nothing of parameters: defaults, and no checks. */
export const readPlainSettings: ReadSettings = (settings) => {
  const defaults = (): SettingValues =>
    Object.fromEntries(
      settings.flatMap((setting) =>
        setting.default === undefined ? [] : [[setting.name, setting.default]],
      ),
    );
  return {
    defaults,
    read: (values) => ({ok: true, value: {...defaults(), ...values}}),
    withoutSecrets: (values) => {
      const secrets = settings.filter(({secret}) => secret === true);
      return Object.fromEntries(
        Object.entries(values).filter(
          ([key]) => !secrets.some(({name}) => name === key),
        ),
      );
    },
  };
};
