import type {Disposer} from '@ls-annotation/core';

import {deepActiveElement} from './deep-active-element.js';

/** A key that was pressed so recently is still being typed, milliseconds. */
const TYPING_MS = 1000;

/** How long the browser may take to say where the pointer is, milliseconds. */
const SETTLING_MS = 50;

/**
 * Keeps a frame from taking the focus by itself, so that what a person types
 * goes where they put it.
 *
 * The page does not see what a person does inside the frame. That the frame
 * took the focus by itself is certain when nobody has done anything for a
 * while, and next to certain in the middle of typing elsewhere; in doubt the
 * focus stays where it went.
 *
 * @param onTheft - called whenever the focus was given back.
 */
export function guardFocus(
  frame: HTMLIFrameElement,
  onTheft: () => void,
): Disposer {
  let last: Element | null = deepActiveElement();
  let keyAtMs = -Infinity;
  let wasTab = false;
  const onKey = ({key}: KeyboardEvent): void => {
    wasTab = key === 'Tab';
    keyAtMs = performance.now();
  };
  const onFocus = (event: FocusEvent): void => {
    const [target] = event.composedPath();
    if (target instanceof Element) last = target;
  };
  const onBlur = (): void => {
    if (deepActiveElement() !== frame || wasTab) return;
    const isTyping = performance.now() - keyAtMs < TYPING_MS;
    const isIdle = !navigator.userActivation.isActive;
    if (!frame.inert && !isTyping && !isIdle) return;
    setTimeout(() => {
      if (deepActiveElement() !== frame || frame.matches(':hover')) return;
      giveBack();
      onTheft();
    }, SETTLING_MS);
  };
  const giveBack = (): void => {
    frame.blur();
    window.focus();
    if (last instanceof HTMLElement && last.isConnected && last !== frame) {
      last.focus({preventScroll: true});
    }
  };
  addEventListener('keydown', onKey, {capture: true});
  addEventListener('focusin', onFocus, {capture: true});
  addEventListener('blur', onBlur);
  return () => {
    removeEventListener('keydown', onKey, {capture: true});
    removeEventListener('focusin', onFocus, {capture: true});
    removeEventListener('blur', onBlur);
  };
}
