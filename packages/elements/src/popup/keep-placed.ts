import type {Disposer} from '@ls-annotation/core';

import {placePanel} from './place-panel.js';
import type {PanelAnchor} from './place-panel.js';

/**
 * Puts an open panel at its anchor and keeps it there while what the anchor is
 * in is scrolled, in whatever shadow, and while the window changes its size.
 * What is scrolled in the panel moves nothing.
 */
export function keepPlaced(
  panel: HTMLElement,
  anchor: Node & PanelAnchor,
): Disposer {
  const place = (): void => {
    placePanel(panel, anchor);
  };
  const follow = (event: Event): void => {
    if (!panel.contains(event.target as Node | null)) place();
  };
  const roots = rootsOf(anchor);
  place();
  window.addEventListener('resize', place);
  // A scroll leaves no shadow: each is listened to by itself.
  for (const root of roots) root.addEventListener('scroll', follow, true);
  return () => {
    window.removeEventListener('resize', place);
    for (const root of roots) root.removeEventListener('scroll', follow, true);
  };
}

function rootsOf(node: Node): readonly Node[] {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? [root, ...rootsOf(root.host)] : [root];
}
