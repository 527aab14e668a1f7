import type {ReactiveController, ReactiveElement} from 'lit';

/** Further than any page reaches, CSS pixels. */
const FAR = '10000000px';

/**
 * Knows whether an element is shown at all: not in a closed part of the page.
 * One that is scrolled out of view is.
 */
export class Visibility implements ReactiveController {
  readonly #element: ReactiveElement;
  readonly #observer = new IntersectionObserver(
    () => {
      this.#look();
    },
    {rootMargin: FAR},
  );
  #isVisible = true;

  constructor(element: ReactiveElement) {
    this.#element = element;
    element.addController(this);
  }

  /** True while the element is shown; it is asked to update on a change. */
  get isVisible(): boolean {
    return this.#isVisible;
  }

  hostConnected(): void {
    this.#isVisible = true;
    this.#observer.observe(this.#element);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  #look(): void {
    const isVisible = this.#element.checkVisibility();
    if (isVisible === this.#isVisible) return;
    this.#isVisible = isVisible;
    this.#element.requestUpdate();
  }
}
