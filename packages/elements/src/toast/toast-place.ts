import type {LitElement, ReactiveController} from 'lit';

/** After which another control may be below. */
const MOVES = ['focusin', 'resize', 'scroll'] as const;
/** Of the window's height; messages that are taller leave it no room. */
const MOST_OF_WINDOW = 1 / 3;

/**
 * Messages stand at the end of what they belong to, and stay in sight while
 * that is scrolled. Where they would lie over the control that has the focus,
 * or leave a low window no room, they rest at the end: attribute `at-rest`.
 */
export class ToastPlace implements ReactiveController {
  readonly #host: LitElement;

  constructor(host: LitElement) {
    this.#host = host;
  }

  hostConnected(): void {
    for (const type of MOVES) addEventListener(type, this.#place, true);
  }

  hostDisconnected(): void {
    for (const type of MOVES) removeEventListener(type, this.#place, true);
  }

  hostUpdated(): void {
    this.#place();
  }

  readonly #place = (): void => {
    const host = this.#host;
    const toasts = [...host.renderRoot.querySelectorAll('[part="toast"]')];
    host.removeAttribute('at-rest');
    if (toasts.length === 0) return;
    const focused = focusedElement();
    const mustRest =
      host.offsetHeight > innerHeight * MOST_OF_WINDOW ||
      toasts.some((toast) => hides(toast, focused));
    host.toggleAttribute('at-rest', mustRest);
  };
}

/** Of something large, such as a text to label, what counts is elsewhere. */
function hides(toast: Element, focused: Element | null): boolean {
  if (!focused || focused === document.body) return false;
  const above = toast.getBoundingClientRect();
  const below = focused.getBoundingClientRect();
  return (
    below.height < innerHeight * MOST_OF_WINDOW &&
    above.left < below.right &&
    below.left < above.right &&
    above.top < below.bottom &&
    below.top < above.bottom
  );
}

/** The element that has the focus, in whatever shadow it is. */
function focusedElement(): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) {
    focused = focused.shadowRoot.activeElement;
  }
  return focused;
}
