/**
 * What a person can set in a plugin: the JSON of an operator's parameter, with
 * all of its optional keys.
 */
export interface PluginSetting {
  /** Key of the value. */
  readonly name: string;
  /** `str` when it is left out. */
  readonly param_type?: string;
  /** Help beside the field. */
  readonly description?: string;
  /** Value until a person has chosen another. */
  readonly default?: unknown;
  /** False for one that may be left empty. */
  readonly required?: boolean;
  readonly [key: string]: unknown;
}

/** Values of a plugin's settings by their names. */
export type SettingValues = Readonly<Record<string, unknown>>;

/** Type of the value of one setting. */
export type SettingValueOf<S> = S extends {
  readonly choices: readonly (infer C)[];
}
  ? C extends {readonly value: infer V}
    ? V
    : C
  : S extends {readonly param_type: infer T}
    ? T extends 'int' | 'float'
      ? number
      : T extends 'bool'
        ? boolean
        : T extends 'str' | 'date' | 'time' | 'datetime' | 'color' | 'label'
          ? string
          : unknown
    : string;

/**
 * Type of the values of settings whose definitions are known literally: one
 * with `required: false` may be missing.
 *
 * @typeParam S - type of the definitions.
 */
export type SettingsOf<S extends readonly PluginSetting[]> =
  string extends S[number]['name']
    ? SettingValues
    : {
        readonly [
          D in S[number] as D extends {readonly required: false}
            ? never
            : D['name']
        ]: SettingValueOf<D>;
      } & {
        readonly [
          D in S[number] as D extends {readonly required: false}
            ? D['name']
            : never
        ]?: SettingValueOf<D>;
      };
