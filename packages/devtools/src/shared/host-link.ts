import {ContextConsumer} from '@lit/context';
import type {ReactiveController, ReactiveElement} from 'lit';

import {hostContext} from '@ls-annotation/elements';
import type {AnnotationHostElement} from '@ls-annotation/elements';

/**
 * Finds the host of an element: the one with the id that it names, or the one
 * around it. It need not be there yet.
 */
export class HostLink implements ReactiveController {
  readonly #element: ReactiveElement;
  readonly #id: () => string;
  readonly #onChange: (host: AnnotationHostElement | null) => void;
  readonly #observer = new MutationObserver(() => {
    this.look();
  });
  readonly #context: ContextConsumer<typeof hostContext, ReactiveElement>;
  #host: AnnotationHostElement | null = null;

  /**
   * @param id - returns the id of the host, or `''` for the one around it.
   * @param onChange - called with another host, or with none.
   */
  constructor(
    element: ReactiveElement,
    id: () => string,
    onChange: (host: AnnotationHostElement | null) => void,
  ) {
    this.#element = element;
    this.#id = id;
    this.#onChange = onChange;
    this.#context = new ContextConsumer(element, {
      context: hostContext,
      subscribe: true,
      callback: () => {
        this.look();
      },
    });
    element.addController(this);
  }

  /** The host, or `null` while there is none. */
  get host(): AnnotationHostElement | null {
    return this.#host;
  }

  hostConnected(): void {
    this.#observer.observe(this.#element.getRootNode(), {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['id'],
    });
    this.look();
    if (this.#host) return;
    void customElements.whenDefined('ls-annotation-host').then(() => {
      this.look();
    });
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#set(null);
  }

  /** Looks again. */
  look(): void {
    this.#set(this.#element.isConnected ? this.#find() : null);
  }

  #find(): AnnotationHostElement | null {
    const id = this.#id();
    const root = this.#element.getRootNode();
    const found = id
      ? root instanceof Document || root instanceof ShadowRoot
        ? root.getElementById(id)
        : null
      : (this.#element.closest('ls-annotation-host') ??
        this.#context.value ??
        null);
    // An element that is not upgraded yet is none; another copy's is one.
    return found && 'pluginRuntime' in found
      ? (found as AnnotationHostElement)
      : null;
  }

  #set(host: AnnotationHostElement | null): void {
    if (host === this.#host) return;
    this.#host = host;
    this.#onChange(host);
  }
}
