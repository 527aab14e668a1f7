import {BehaviorSubject} from 'rxjs';
import type {Observable} from 'rxjs';

import type {Disposer} from '@ls-annotation/core';

import {createAbortController} from '../operator/abort-signal.js';
import type {AbortControllerLike} from '../operator/abort-signal.js';
import type {OperatorRegistry} from '../registry/operator-registry.js';
import type {
  OperatorSource,
  OperatorSourceState,
} from '../registry/operator-source.js';

import type {ContextFilter, FromContext} from './execute-body.js';
import type {LightlyStudioClient} from './lightly-studio-client.js';
import type {LoadedOperators} from './load-operators.js';
import type {RemoteConnectionOptions} from './remote-connection.js';
import {RemoteOperatorError} from './remote-operator-error.js';

/** What {@link LightlyStudioOperators} can be given. */
export interface LightlyStudioOperatorsOptions extends RemoteConnectionOptions {
  /**
   * What people read of the source.
   * @defaultValue host and port of the address
   */
  readonly label?: string;
  /**
   * Collection that operators work on. LightlyStudio runs none without one.
   * @defaultValue `null`
   */
  readonly collectionId?: FromContext<string | null>;
  /**
   * Part of the collection; `null` for all of it.
   * @defaultValue `null`
   */
  readonly contextFilter?: FromContext<ContextFilter | null>;
  /**
   * Whether optional parameters that were not given are sent as `""`, `false`
   * or `[]`, as LightlyStudio's own dialog does.
   * @defaultValue `false`, they are left out
   */
  readonly sendsBlanks?: boolean;
  /**
   * How long a request may take, milliseconds.
   * @defaultValue 30 000
   */
  readonly timeoutMs?: number;
  /**
   * How long a run may take, milliseconds; `null` for ever.
   * @defaultValue `null`
   */
  readonly runTimeoutMs?: number | null;
  /**
   * How long the events of a run may be silent before they count as broken.
   * @defaultValue 60 000
   */
  readonly silenceMs?: number;
}

const IDLE: OperatorSourceState = {
  status: 'idle',
  error: null,
  operatorNames: [],
  warnings: [],
};

/**
 * The operators of a LightlyStudio server, or of another one that speaks its
 * REST, as operators of a registry here.
 *
 * Where the server offers runs as resources, as `@ls-annotation/operator-server`
 * does, a run has progress, a log, and a cancel that stops the work. With
 * LightlyStudio itself a cancel only stops waiting: it has no way to stop.
 *
 * An operator keeps its registration as long as the server lists it unchanged.
 * Its id there may be another after each start; it is found again by its name.
 * A name that is taken here gets the source's label behind it.
 *
 * @example
 * ```ts
 * const source = new LightlyStudioOperators('http://localhost:8001/api', {
 *   collectionId: '6f0c…',
 * });
 * const remove = registry.addSource(source);
 * source.state$.subscribe(({status, error}) => show(status, error));
 * remove();
 * ```
 */
export class LightlyStudioOperators implements OperatorSource {
  readonly label: string;
  /** Address, without a slash at the end. */
  readonly url: string;
  readonly state$: Observable<OperatorSourceState>;
  readonly #state = new BehaviorSubject<OperatorSourceState>(IDLE);
  readonly #options: LightlyStudioOperatorsOptions;
  #client: LightlyStudioClient | null = null;
  #registry: OperatorRegistry | null = null;
  #loading: Promise<void> | null = null;
  #lifetime: AbortControllerLike | null = null;

  /**
   * @param url - address of the API, absolute: `http://localhost:8001/api`.
   */
  constructor(url: string, options: LightlyStudioOperatorsOptions = {}) {
    this.#options = options;
    this.url = url.replace(/\/+$/, '');
    this.label = options.label ?? this.url.replace(/^\w+:\/\/|\/.*$/g, '');
    this.state$ = this.#state.asObservable();
  }

  get state(): OperatorSourceState {
    return this.#state.value;
  }

  /** Whether the server offers runs as resources; `null` until it is known. */
  get offersRuns(): boolean | null {
    return this.#client?.offersRuns ?? null;
  }

  /**
   * Puts the server's operators into `registry`, which calls this. A source
   * serves one registry at a time: another one takes it over.
   */
  connect(registry: OperatorRegistry): Disposer {
    this.#disconnect();
    this.#registry = registry;
    const lifetime = createAbortController();
    this.#lifetime = lifetime;
    void this.refresh();
    return () => {
      if (this.#lifetime === lifetime) this.#disconnect();
    };
  }

  /** Asks the server again; calls that come while it is asked share it. */
  refresh(): Promise<void> {
    const lifetime = this.#lifetime;
    if (!lifetime) return Promise.resolve();
    this.#loading ??= this.#refresh(lifetime).finally(() => {
      if (this.#lifetime === lifetime) this.#loading = null;
    });
    return this.#loading;
  }

  async #refresh(lifetime: AbortControllerLike): Promise<void> {
    this.#setState({status: 'loading', error: null});
    try {
      const loaded = await this.#load(lifetime);
      const registry = this.#registry;
      if (this.#lifetime !== lifetime || !registry || !loaded) return;
      const listed = this.#client?.register(registry, loaded);
      this.#setState({status: 'ready', error: null, ...listed});
    } catch (thrown) {
      if (this.#lifetime !== lifetime) return;
      const error = thrown as RemoteOperatorError;
      this.#setState({status: 'failed', error});
    }
  }

  /** The part that speaks with the server comes with the first question. */
  async #load(
    lifetime: AbortControllerLike,
  ): Promise<LoadedOperators | undefined> {
    this.#client ??= await this.#createClient();
    if (this.#lifetime !== lifetime) return undefined;
    return this.#client.load(lifetime.signal);
  }

  async #createClient(): Promise<LightlyStudioClient> {
    const {url, label} = this;
    try {
      const {LightlyStudioClient} = await import('./lightly-studio-client.js');
      return new LightlyStudioClient({
        url,
        label,
        options: this.#options,
        refresh: () => this.refresh(),
      });
    } catch (cause) {
      throw new RemoteOperatorError({
        kind: 'network',
        reason:
          'What speaks with the server could not be loaded. Check the ' +
          'connection, and that all files of the bundle are published.',
        method: 'GET',
        url,
        cause,
      });
    }
  }

  #setState(change: Partial<OperatorSourceState>): void {
    this.#state.next(Object.freeze({...this.state, ...change}));
  }

  #disconnect(): void {
    if (!this.#lifetime) return;
    const lifetime = this.#lifetime;
    this.#lifetime = null;
    this.#loading = null;
    lifetime.abort();
    this.#client?.clear();
    this.#registry = null;
    this.#setState(IDLE);
  }
}
