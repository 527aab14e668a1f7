import type {ReactiveController, ReactiveControllerHost} from 'lit';

/**
 * Puts off what would move things on the page while a pointer is down.
 *
 * Leaving a field may show an error and push the button away on which the
 * pointer was just pressed; the click would be lost.
 */
export class PressController implements ReactiveController {
  #isPressed = false;
  #waiting: (() => void)[] = [];

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Calls `work` at once, or after the click when a pointer is down. */
  whenReleased(work: () => void): void {
    if (this.#isPressed) this.#waiting.push(work);
    else work();
  }

  hostConnected(): void {
    window.addEventListener('pointerdown', this.#onDown, true);
    window.addEventListener('pointerup', this.#onUp, true);
    window.addEventListener('pointercancel', this.#onUp, true);
  }

  hostDisconnected(): void {
    window.removeEventListener('pointerdown', this.#onDown, true);
    window.removeEventListener('pointerup', this.#onUp, true);
    window.removeEventListener('pointercancel', this.#onUp, true);
    this.#onUp();
  }

  #onDown = (): void => {
    this.#isPressed = true;
  };

  #onUp = (): void => {
    this.#isPressed = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    if (waiting.length === 0) return;
    setTimeout(() => {
      for (const work of waiting) work();
    });
  };
}
