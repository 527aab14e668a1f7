import type {LitElement, ReactiveController} from 'lit';

import type {BaseParameter} from '@ls-annotation/operators';

import {
  loadMoreControls,
  moreStyles,
  needsMoreControls,
} from './controls/control-of.js';

/** Where controls come from; for tests. */
export interface ControlsSource {
  /** Tells whether controls are missing for parameters. */
  readonly needs: (parameters: readonly BaseParameter[]) => boolean;
  /** Loads them. */
  readonly load: () => Promise<void>;
}

const MORE: ControlsSource = {
  needs: needsMoreControls,
  load: loadMoreControls,
};

/**
 * Loads the controls that come in a chunk of their own, when a form needs them
 * first, and gives the form their styles.
 */
export class ControlsLoader implements ReactiveController {
  readonly #host: LitElement;
  readonly #source: ControlsSource;
  #loading: Promise<void> | null = null;
  #error = '';

  constructor(host: LitElement, source = MORE) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  /** True while controls are on their way. */
  get isLoading(): boolean {
    return this.#loading !== null;
  }

  /** Why they could not be loaded; else empty. */
  get error(): string {
    return this.#error;
  }

  /** Settles when nothing is on its way. */
  get settled(): Promise<void> {
    return this.#loading ?? Promise.resolve();
  }

  /**
   * Tells whether parameters can be drawn now. Else what is missing is loaded,
   * and the form updates when it is there; after a failure only when a person
   * wants to try again.
   */
  isReadyFor(parameters: readonly BaseParameter[]): boolean {
    if (!this.#source.needs(parameters)) return true;
    if (this.#error === '') this.load();
    return false;
  }

  /** Loads what is missing, or tries to once more. */
  load(): void {
    if (this.#loading) return;
    this.#error = '';
    this.#loading = this.#source.load().then(
      () => this.#onLoaded(''),
      (error: unknown) => this.#onLoaded(String(error)),
    );
    this.#host.requestUpdate();
  }

  /** With each update: values may be asked for before there is a root. */
  hostUpdate(): void {
    const {shadowRoot} = this.#host;
    if (!shadowRoot) return;
    const before = shadowRoot.adoptedStyleSheets;
    const added = moreStyles().filter((sheet) => !before.includes(sheet));
    if (added.length > 0) shadowRoot.adoptedStyleSheets = [...before, ...added];
  }

  #onLoaded(error: string): void {
    this.#loading = null;
    this.#error = error;
    this.#host.requestUpdate();
  }
}
