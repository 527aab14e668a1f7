import type {Disposer} from '@ls-annotation/core';

import type {PluginContext} from './plugin-context.js';
import type {PluginSetting, SettingsOf} from './plugin-setting.js';
import type {PluginToken} from './plugin-token.js';

/** What {@link PluginDefinition.activate} may return. */
export type PluginActivation =
  // eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- a function without return is the usual case
  void | Disposer | Promise<void | Disposer>;

/**
 * A plugin as an ES module exports it.
 *
 * @typeParam S - type of the settings; inferred.
 */
export interface PluginDefinition<
  S extends readonly PluginSetting[] = readonly PluginSetting[],
> {
  /** Name in errors, receipts and logs. */
  readonly id: string;
  /**
   * Name for people.
   * @defaultValue the id
   */
  readonly name?: string;
  /** Version of the plugin. */
  readonly version?: string;
  /** Versions of the host that it is made for, for example `^0.1`. */
  readonly host?: string;
  /**
   * What it would need in a sandbox. What it gets there, the page says; with
   * the page's rights nothing is asked.
   */
  readonly permissions?: readonly string[];
  /** What a person can set: the parameters of its settings page. */
  readonly settings?: S;
  /** Services of other plugins that it cannot start without. */
  readonly requires?: readonly PluginToken<unknown>[];
  /** Services that it uses when somebody provides them. */
  readonly optional?: readonly PluginToken<unknown>[];
  /** Services that it provides while it starts. */
  readonly provides?: readonly PluginToken<unknown>[];

  /**
   * Starts the plugin for one display of an annotation.
   *
   * Called after the labeling interface is rendered, on every display, once
   * the services that it requires are there. What it registers through the
   * context, and the disposer that it returns or resolves with, end with the
   * display.
   */
  activate(context: PluginContext<SettingsOf<S>>): PluginActivation;
}

/**
 * Returns `definition` as it is; exists for its types. The manifest is checked
 * when the plugin is loaded.
 *
 * @typeParam S - type of the settings; inferred.
 *
 * @example
 * ```ts
 * export default definePlugin({
 *   id: 'word-count',
 *   host: '^0.1',
 *   settings: [{name: 'limit', param_type: 'int', default: 5}],
 *   activate({contribute, settings}) {
 *     contribute.regionBadges({
 *       badgesOf: ({text = ''}) =>
 *         text.split(' ').length > settings.limit ? {text: 'long'} : null,
 *     });
 *   },
 * });
 * ```
 */
export function definePlugin<
  const S extends readonly PluginSetting[] = readonly [],
>(definition: PluginDefinition<S>): PluginDefinition {
  return definition;
}

/** Returns whether `value` has the shape of a plugin. */
export function isPluginDefinition(value: unknown): value is PluginDefinition {
  if (typeof value !== 'object' || value === null) return false;
  return typeof (value as Partial<PluginDefinition>).activate === 'function';
}
