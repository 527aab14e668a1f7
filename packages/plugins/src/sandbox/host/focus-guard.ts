import type {Disposer} from '@ls-annotation/core';

/**
 * Keeps a frame from taking the focus by itself, so that what a person types
 * goes where they put it: the focus may go there by the pointer, which is on
 * the frame then, or by the Tab key.
 *
 * @param onTheft - called whenever the focus was given back.
 */
export function guardFocus(
  frame: HTMLIFrameElement,
  onTheft: () => void,
): Disposer {
  let last: Element | null = deepActiveElement();
  let wasTab = false;
  const onKey = ({key}: KeyboardEvent): void => {
    wasTab = key === 'Tab';
  };
  const onFocus = (event: FocusEvent): void => {
    const [target] = event.composedPath();
    if (target instanceof Element) last = target;
  };
  const onBlur = (): void => {
    if (deepActiveElement() !== frame) return;
    if (wasTab || frame.matches(':hover')) return;
    // The browser is still busy giving the focus to the frame.
    setTimeout(() => {
      giveBack();
      onTheft();
    });
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

function deepActiveElement(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) {
    active = active.shadowRoot.activeElement;
  }
  return active;
}
