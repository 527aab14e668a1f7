import {assignHotkeys, type LabelConfig} from '@ls-annotation/core';

import type {TagView} from './tag-view.js';

const ASSIGNED = new WeakMap<LabelConfig, ReadonlyMap<string, string>>();

/**
 * Puts the hotkey of a tag on its view as `hotkey`, as Label Studio gives them
 * out: to labels and choices, ratings, numbers, filters and players that the
 * config gives none. One that is there stays; it may be written.
 *
 * @internal
 */
export function defineHotkey(view: TagView): void {
  const {labelConfig} = view;
  if ('hotkey' in view || !labelConfig) return;
  const value = hotkeysOf(labelConfig).get(view.config.key);
  if (value === undefined) return;
  Object.defineProperty(view, 'hotkey', {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

function hotkeysOf(config: LabelConfig): ReadonlyMap<string, string> {
  const known = ASSIGNED.get(config);
  if (known) return known;
  const made = assignHotkeys(config);
  ASSIGNED.set(config, made);
  return made;
}
