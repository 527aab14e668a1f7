import type {Disposer} from '@ls-annotation/core';

import {keepPlaced} from '../../popup/keep-placed.js';
import {placePanel} from '../../popup/place-panel.js';
import type {SurfaceContext} from '../surface.js';

/** What a popup belongs to. */
export interface PopupOptions {
  /** The button that opens it. */
  readonly button: HTMLButtonElement;
  /** The popup. */
  readonly panel: HTMLElement;
  /** Element that the popup is put below. */
  readonly anchor: HTMLElement;
  /** Called when it opens, before it is placed. */
  readonly opened: () => void;
  /** Called when it has closed. */
  readonly closed: () => void;
}

/**
 * Makes `panel` a popup of the top layer that `button` opens.
 *
 * A click elsewhere and Escape close it; Escape puts the focus back and is
 * nobody else's. While it is open it stays with its anchor.
 *
 * @returns A function that puts it in its place again, to be called when its
 *   size has changed.
 */
export function connectPopup(
  options: PopupOptions,
  context: SurfaceContext,
): () => void {
  const {button, panel, anchor, opened, closed} = options;
  const isOpen = (): boolean => panel.matches(':popover-open');
  let release: Disposer = () => undefined;
  context.add(() => {
    release();
  });
  panel.popover = 'auto';
  panel.classList.add('lsf-popup');
  button.popoverTargetElement = panel;
  button.ariaExpanded = 'false';
  context.listen(panel, 'beforetoggle', () => {
    // Out of sight until it is in its place.
    panel.classList.remove('lsf-popup_placed');
  });
  context.listen(panel, 'toggle', (event) => {
    const isNowOpen = event.newState === 'open';
    button.ariaExpanded = String(isNowOpen);
    release();
    if (!isNowOpen) {
      closed();
      return;
    }
    opened();
    release = keepPlaced(panel, anchor);
    panel.classList.add('lsf-popup_placed');
  });
  context.listen(panel, 'keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    panel.hidePopover();
    button.focus();
  });
  context.listen(button, 'keydown', (event) => {
    if (event.key !== 'ArrowDown' || isOpen()) return;
    event.preventDefault();
    event.stopPropagation();
    panel.showPopover();
  });
  return () => {
    if (isOpen()) placePanel(panel, anchor);
  };
}
