import type {PluginSource} from '@ls-annotation/plugins';

import {PluginElement} from './plugin.js';

/** Returns what the `<ls-plugin>` elements in a host run, in their order. */
export function pluginSources(host: Element): readonly PluginSource[] {
  const sources: PluginSource[] = [];
  for (const element of host.querySelectorAll('ls-plugin')) {
    if (!(element instanceof PluginElement)) continue;
    const {source} = element;
    if (source) sources.push(source);
  }
  return sources;
}
