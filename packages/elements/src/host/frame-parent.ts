import {sourceKey} from '@ls-annotation/plugins';
import type {PluginSource} from '@ls-annotation/plugins';

import {PluginElement} from './plugin.js';

/**
 * Returns where the frame of a sandboxed plugin is put: in the `<ls-plugin>`
 * that it comes from, or in an element of its own among the host's children.
 */
export function frameParent(host: Element, source: PluginSource): Node {
  const wanted = keyOf(source);
  for (const element of host.querySelectorAll('ls-plugin')) {
    if (!(element instanceof PluginElement) || !element.source) continue;
    if (keyOf(element.source) === wanted) return element.renderRoot;
  }
  const parent = document.createElement('div');
  if (source.slot) parent.slot = source.slot;
  parent.dataset.lsPlugin = source.id ?? '';
  for (const old of host.querySelectorAll(':scope > [data-ls-plugin]')) {
    if (!old.querySelector('iframe')) old.remove();
  }
  host.append(parent);
  return parent;
}

/** A source has its final name only once it runs. */
function keyOf({id: _id, ...source}: PluginSource): string {
  return sourceKey(source);
}
