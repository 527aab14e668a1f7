import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {LatestOnly, resolveParameters} from '@ls-annotation/operators';
import type {
  BaseParameter,
  OperatorContext,
  OperatorFormHooks,
  ParameterValues,
  ResolvedForm,
} from '@ls-annotation/operators';

const DELAY_MS = 250;

/** What parameters are asked for with. */
export interface ResolveRequest {
  /** Who answers. */
  readonly operator: Pick<OperatorFormHooks, 'resolve'>;
  /** What is on display. */
  readonly context: OperatorContext;
  /** The parameters as they were declared. */
  readonly parameters: readonly BaseParameter[];
  /** Values as far as they fit. */
  readonly values: ParameterValues;
}

/** What becomes of an answer. */
export interface ResolveOptions {
  /** Returns what to ask with, or `null` when there is nobody to ask. */
  readonly request: () => ResolveRequest | null;
  /** Called with the latest answer; never with a stale one. */
  readonly onResolved: (form: ResolvedForm) => void;
}

/**
 * Asks an operator which parameters it has, given what was entered: at once
 * when a form opens, then when a person pauses.
 */
export class ResolveController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: ResolveOptions;
  readonly #latest = new LatestOnly();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #error = '';
  #settled: Promise<void> = Promise.resolve();
  #settle: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, options: ResolveOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** True while the latest answer is not there. */
  get isResolving(): boolean {
    return this.#timer !== null || this.#latest.isBusy;
  }

  /** Why the latest answer did not come; else empty. */
  get error(): string {
    return this.#error;
  }

  /** Settles when the latest answer is there, or failed. */
  get settled(): Promise<void> {
    return this.#settled;
  }

  /** Asks when nothing has changed for a while. */
  askLater(): void {
    if (!this.#options.request()) return;
    this.#begin();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#latest.abort();
    this.#timer = setTimeout(() => void this.#ask(), DELAY_MS);
  }

  /** Asks at once. */
  askNow(): void {
    if (!this.#options.request()) return;
    this.#begin();
    void this.#ask();
  }

  /** Stops asking; an answer that is still to come is stale. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#latest.abort();
    this.#end();
  }

  hostDisconnected(): void {
    this.stop();
  }

  #begin(): void {
    this.#host.requestUpdate();
    if (this.#settle) return;
    this.#settled = new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  #end(): void {
    this.#settle?.();
    this.#settle = null;
    this.#host.requestUpdate();
  }

  async #ask(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const request = this.#options.request();
    if (!request) {
      this.#end();
      return;
    }
    const {operator, ...rest} = request;
    try {
      const answer = await this.#latest.run((signal) =>
        resolveParameters(operator, {...rest, signal}),
      );
      if (answer.isStale) return;
      this.#error = '';
      this.#options.onResolved(answer.value);
    } catch (error) {
      this.#error = error instanceof Error ? error.message : String(error);
    }
    this.#end();
  }
}
