import {ContextConsumer} from '@lit/context';
import {LitElement, css} from 'lit';
import type {PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';

import type {Disposer, LsError} from '@ls-annotation/core';
import {LightlyStudioOperators} from '@ls-annotation/operators';
import type {
  ContextFilter,
  LightlyStudioOperatorsOptions,
  OperatorRegistry,
  OperatorSourceState,
} from '@ls-annotation/operators';

import {operatorsContext} from '../contexts.js';
import {OperatorErrorEvent} from '../events/error-events.js';

import {OperatorSourceChangeEvent} from './operator-source-events.js';

const IDLE: OperatorSourceState = {
  status: 'idle',
  error: null,
  operatorNames: [],
  warnings: [],
};

/** Properties that another one of the server is made for. */
const SERVER_PROPERTIES = ['src', 'label', 'sendsBlanks', 'options'] as const;

/**
 * The operators of a server, as operators of the `<ls-annotation-host>` around
 * it: LightlyStudio, or any other that speaks its REST.
 *
 * It shows nothing. While it is connected it keeps the list up to date; it
 * may come, go and change at any time.
 *
 * @summary Operators of a server, for the host around it.
 * @since 0.1.0
 *
 * @fires {OperatorSourceChangeEvent} ls-operator-source-change - Fired when it begins to load, is ready, or failed. Bubbles, composed, not cancelable.
 * @fires {OperatorErrorEvent} ls-operator-error - Fired when the list could not be loaded. Bubbles, composed, not cancelable.
 */
export class OperatorSourceElement extends LitElement {
  static override styles = css`
    :host {
      display: none;
    }
  `;

  /** Address of the server's API, for example `http://localhost:8001/api`. */
  @property({reflect: true})
  src = '';

  /** What people read of it; left out, host and port of the address. */
  @property({reflect: true})
  label = '';

  /** Collection that operators work on; LightlyStudio needs one. */
  @property({attribute: 'collection-id', reflect: true})
  collectionId = '';

  /** Part of the collection, as JSON; left out, all of it. */
  @property({attribute: 'context-filter', type: Object})
  contextFilter: ContextFilter | null = null;

  /**
   * Has optional parameters that were not given sent as `""`, `false` or `[]`,
   * as LightlyStudio's own dialog does.
   */
  @property({attribute: 'sends-blanks', type: Boolean, reflect: true})
  sendsBlanks = false;

  /**
   * Whatever else the client takes: headers with a token, time limits, a
   * collection worked out from the task. Never in an attribute.
   */
  @property({attribute: false})
  options: LightlyStudioOperatorsOptions = {};

  /** Where to register; left out, the registry of the host around it. */
  @property({attribute: false})
  registry: OperatorRegistry | null = null;

  readonly #context = new ContextConsumer(this, {
    context: operatorsContext,
    subscribe: true,
    callback: () => this.#connect(),
  });
  #source: LightlyStudioOperators | null = null;
  #registry: OperatorRegistry | null = null;
  #remove: Disposer | null = null;

  /** Where it is: whether it loads, is ready or failed, and why. */
  get state(): OperatorSourceState {
    return this.#source?.state ?? IDLE;
  }

  /** The client, while there is an address and a registry. */
  get source(): LightlyStudioOperators | null {
    return this.#source;
  }

  /** Asks the server again. Never rejects: a failure becomes the state. */
  async refresh(): Promise<void> {
    await this.updateComplete;
    await this.#source?.refresh();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#connect();
    if (!this.#context.value) void this.#askAgain();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#disconnect();
  }

  protected override updated(changed: PropertyValues<this>): void {
    const isOther = SERVER_PROPERTIES.some((name) => changed.has(name));
    if (isOther) this.#disconnect();
    if (isOther || changed.has('registry')) this.#connect();
  }

  /** In a page of markup, the host around it may be defined after it. */
  async #askAgain(): Promise<void> {
    const late = this.closest(':not(:defined)');
    if (!late) return;
    await customElements.whenDefined(late.localName);
    if (this.isConnected && !this.#context.value) this.#context.hostConnected();
  }

  #connect(): void {
    const registry = this.registry ?? this.#context.value ?? null;
    if (!this.isConnected || !this.hasUpdated) return;
    if (this.#source && registry === this.#registry) return;
    this.#disconnect();
    if (!registry || this.src === '') return;
    const source = this.#createSource();
    this.#source = source;
    this.#registry = registry;
    const remove = registry.addSource(source);
    const subscription = source.state$.subscribe((state) => this.#tell(state));
    this.#remove = () => {
      subscription.unsubscribe();
      remove();
    };
  }

  #createSource(): LightlyStudioOperators {
    const url = new URL(this.src, this.ownerDocument.baseURI).href;
    return new LightlyStudioOperators(url, {
      sendsBlanks: this.sendsBlanks,
      ...(this.label !== '' && {label: this.label}),
      collectionId: () => this.collectionId || null,
      contextFilter: () => this.contextFilter,
      ...this.options,
    });
  }

  #disconnect(): void {
    this.#remove?.();
    this.#remove = null;
    this.#source = null;
    this.#registry = null;
  }

  #tell(state: OperatorSourceState): void {
    /** @internal */
    this.dispatchEvent(new OperatorSourceChangeEvent(state));
    if (state.error) this.#report(state.error);
  }

  #report(error: LsError): void {
    /** @internal */
    this.dispatchEvent(new OperatorErrorEvent(error));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ls-operator-source': OperatorSourceElement;
  }
}
