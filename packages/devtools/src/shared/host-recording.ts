import type {ReactiveController, ReactiveElement} from 'lit';

import type {Disposer} from '@ls-annotation/core';
import type {AnnotationHostElement} from '@ls-annotation/elements';

/** What {@link HostRecording} works with. */
export interface HostRecordingOptions {
  /** Returns the host to record, or `null` to record nothing now. */
  readonly hostOf: () => AnnotationHostElement | null;
  /** Begins to record a host; the answer ends that. */
  readonly begin: (host: AnnotationHostElement) => Disposer;
}

/**
 * Has something recorded of a host for as long as its element is on the page
 * and wants that.
 */
export class HostRecording implements ReactiveController {
  readonly #element: ReactiveElement;
  readonly #options: HostRecordingOptions;
  #host: AnnotationHostElement | null = null;
  #end: Disposer | null = null;

  constructor(element: ReactiveElement, options: HostRecordingOptions) {
    this.#element = element;
    this.#options = options;
    element.addController(this);
  }

  hostConnected(): void {
    this.renew();
  }

  hostUpdate(): void {
    this.renew();
  }

  hostDisconnected(): void {
    this.#set(null);
  }

  /** Looks again what is to be recorded, before the next update does. */
  renew(): void {
    this.#set(this.#element.isConnected ? this.#options.hostOf() : null);
  }

  #set(host: AnnotationHostElement | null): void {
    if (host === this.#host) return;
    this.#host = host;
    this.#end?.();
    this.#end = host && this.#options.begin(host);
  }
}
