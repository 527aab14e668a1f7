import {isControlShown} from '@ls-annotation/core';
import type {ConfigTag} from '@ls-annotation/core';
import type {RegionView} from '@ls-annotation/lsi';

import type {SurfaceContext} from '../surface.js';

const ANSWERED = new WeakMap<RegionView, number>();

/**
 * Calls `focus` when the fields of the selected region are asked for, with
 * the hotkey or by a plugin, and `tag` is the first of them that shows.
 */
export function followFocusRequests(
  tag: ConfigTag,
  context: SurfaceContext,
  focus: () => void,
): void {
  const {annotation, config, session} = context;
  const subscription = session.state$.subscribe(() => {
    const region = annotation.highlightedNode;
    const request = region?.perRegionFocusRequest ?? null;
    if (!region || request === null) return;
    if (ANSWERED.get(region) === request) return;
    if (!isControlShown(config, context.state(), tag)) return;
    ANSWERED.set(region, request);
    focus();
  });
  context.add(() => {
    subscription.unsubscribe();
  });
}
