import type {Disposer} from '@ls-annotation/core';

import type {PluginContext} from './plugin-context.js';

/** What {@link PluginDefinition.activate} may return. */
export type PluginActivation =
  // eslint-disable-next-line @typescript-eslint/no-invalid-void-type -- a function without return is the usual case
  void | Disposer | Promise<void | Disposer>;

/** A plugin as an ES module exports it. */
export interface PluginDefinition {
  /** Name in errors, receipts and logs. */
  readonly id: string;

  /**
   * Starts the plugin for one display of an annotation.
   *
   * Called after the labeling interface is rendered, on every display.
   * What it registers through the context, and the disposer that it returns
   * or resolves with, end with the display.
   */
  activate(context: PluginContext): PluginActivation;
}

/**
 * Returns `definition` as it is; exists for its types.
 *
 * @example
 * ```ts
 * export default definePlugin({
 *   id: 'word-count',
 *   activate({events, annotation}) {
 *     return events.addHandler('entityCreate', () => {
 *       console.log(annotation.regions.length);
 *     });
 *   },
 * });
 * ```
 */
export function definePlugin(definition: PluginDefinition): PluginDefinition {
  return definition;
}

/** Returns whether `value` has the shape of a plugin. */
export function isPluginDefinition(value: unknown): value is PluginDefinition {
  if (typeof value !== 'object' || value === null) return false;
  const {id, activate} = value as Partial<PluginDefinition>;
  return typeof id === 'string' && typeof activate === 'function';
}
