import {BehaviorSubject} from 'rxjs';
import type {Observable} from 'rxjs';

import type {Disposer} from '@ls-annotation/core';

import {createAbortController} from '../operator/abort-signal.js';
import type {AbortControllerLike} from '../operator/abort-signal.js';
import type {ExecuteOptions} from '../operator/operator.js';
import type {OperatorContext} from '../operator/operator-context.js';
import type {ResolvedParameters} from '../operator/operator-form-hooks.js';
import type {OperatorResult} from '../operator/operator-result.js';
import type {ChoiceEntry} from '../parameters/parameter-view.js';
import type {OperatorRegistry} from '../registry/operator-registry.js';
import type {
  OperatorSource,
  OperatorSourceState,
} from '../registry/operator-source.js';

import {displayJson} from './display-json.js';
import {fromContext, toExecuteBody} from './execute-body.js';
import type {ContextFilter, FromContext} from './execute-body.js';
import {loadOperators} from './load-operators.js';
import type {LoadedOperator, LoadedOperators} from './load-operators.js';
import {RemoteConnection} from './remote-connection.js';
import type {RemoteConnectionOptions} from './remote-connection.js';
import {RemoteOperator} from './remote-operator.js';
import {RemoteOperatorError} from './remote-operator-error.js';
import {readRemoteResult} from './remote-result.js';
import {RemoteRun} from './remote-run.js';

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

interface Registration {
  readonly remote: RemoteOperator;
  readonly signature: string;
  readonly dispose: Disposer;
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
  readonly #connection: RemoteConnection;
  readonly #options: LightlyStudioOperatorsOptions;
  readonly #registrations = new Map<string, Registration>();
  #registry: OperatorRegistry | null = null;
  #loading: Promise<void> | null = null;
  #lifetime: AbortControllerLike | null = null;
  #offersRuns: boolean | null = null;

  /**
   * @param url - address of the API, absolute: `http://localhost:8001/api`.
   */
  constructor(url: string, options: LightlyStudioOperatorsOptions = {}) {
    this.#connection = new RemoteConnection(url, options);
    this.#options = options;
    this.url = this.#connection.url;
    this.label = options.label ?? this.url.replace(/^\w+:\/\/|\/.*$/g, '');
    this.state$ = this.#state.asObservable();
  }

  get state(): OperatorSourceState {
    return this.#state.value;
  }

  /** Whether the server offers runs as resources; `null` until it is known. */
  get offersRuns(): boolean | null {
    return this.#offersRuns;
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
      const loaded = await this.#load(lifetime.signal);
      if (this.#lifetime !== lifetime) return;
      this.#offersRuns = loaded.offersRuns;
      this.#register(loaded.operators);
    } catch (thrown) {
      if (this.#lifetime !== lifetime) return;
      const error = thrown as RemoteOperatorError;
      this.#setState({status: 'failed', error});
    }
  }

  async #load(signal: AbortControllerLike['signal']): Promise<LoadedOperators> {
    const options = {signal, timeoutMs: this.#timeoutMs};
    if (this.#offersRuns !== true) {
      return loadOperators(this.#connection, {...options, offersRuns: null});
    }
    try {
      return await loadOperators(this.#connection, {
        ...options,
        offersRuns: true,
      });
    } catch (error) {
      // Another server may have taken the address.
      const {kind} = error as RemoteOperatorError;
      if (kind !== 'not-found' && kind !== 'format') throw error;
      return loadOperators(this.#connection, {...options, offersRuns: null});
    }
  }

  #register(operators: readonly LoadedOperator[]): void {
    const listed = new Map(operators.map((one) => [one.view.key, one]));
    for (const [key, registration] of [...this.#registrations]) {
      const loaded = listed.get(key);
      if (loaded && registration.signature === signatureOf(loaded)) {
        registration.remote.loaded = loaded;
      } else {
        this.#registrations.delete(key);
        registration.dispose();
      }
    }
    for (const [key, loaded] of listed) {
      if (!this.#registrations.has(key)) this.#add(key, loaded);
    }
    this.#setState({
      status: 'ready',
      error: null,
      operatorNames: [...listed.keys()].map(
        (key) => this.#registrations.get(key)?.remote.name ?? key,
      ),
      warnings: operators.flatMap(({warnings, error}) =>
        error ? [error] : warnings,
      ),
    });
  }

  #add(key: string, loaded: LoadedOperator): void {
    const registry = this.#registry;
    if (!registry) return;
    const remote = new RemoteOperator(this.#freeName(key), loaded, {
      execute: (operator, options) => this.#execute(operator, options),
      resolve: (operator, {parameters, ...asked}) =>
        this.#ask(
          operator,
          'resolve',
          {parameters},
          asked,
        ) as Promise<ResolvedParameters | null>,
      options: async (operator, {parameter, query, values, ...asked}) => {
        const body = {parameter, query, parameters: values};
        const choices = await this.#ask(operator, 'options', body, asked);
        return Array.isArray(choices) ? (choices as ChoiceEntry[]) : [];
      },
      unavailableReason: (operator, context) =>
        this.#unavailableReason(operator, context),
    });
    const dispose = registry.register(remote);
    const signature = signatureOf(loaded);
    this.#registrations.set(key, {remote, signature, dispose});
  }

  /** A name that nobody has here: as it is, else with the source's label. */
  #freeName(name: string): string {
    const isTaken = (candidate: string): boolean =>
      this.#registry?.find(candidate) !== undefined;
    if (!isTaken(name)) return name;
    const labelled = `${name} (${this.label})`;
    let candidate = labelled;
    for (let count = 2; isTaken(candidate); count += 1) {
      candidate = `${labelled} ${count}`;
    }
    return candidate;
  }

  async #execute(
    remote: RemoteOperator,
    options: ExecuteOptions,
  ): Promise<OperatorResult> {
    const body = this.#bodyOf(remote, options);
    try {
      return this.#offersRuns === true
        ? await this.#executeAsRun(remote, options, body)
        : await this.#executeAtOnce(remote, options, body);
    } catch (thrown) {
      throw thrown instanceof RemoteOperatorError
        ? thrown.of(remote.name)
        : thrown;
    }
  }

  async #executeAsRun(
    remote: RemoteOperator,
    options: ExecuteOptions,
    body: unknown,
  ): Promise<OperatorResult> {
    const run = new RemoteRun(this.#connection, options, {
      timeoutMs: this.#timeoutMs,
      runTimeoutMs: this.#options.runTimeoutMs ?? null,
      silenceMs: this.#options.silenceMs ?? 60_000,
      reconnectDelayMs: this.#options.retryDelayMs ?? 500,
    });
    await this.#withFreshId(remote, (id) => run.start(id, body));
    return run.follow();
  }

  async #executeAtOnce(
    remote: RemoteOperator,
    {signal}: ExecuteOptions,
    body: unknown,
  ): Promise<OperatorResult> {
    const method = 'POST';
    return this.#withFreshId(remote, async (id) => {
      const path = `/operators/${encodeURIComponent(id)}/execute`;
      const timeoutMs = this.#options.runTimeoutMs ?? null;
      const request = {method, path, body, signal, timeoutMs} as const;
      const {value} = await this.#connection.request(request);
      const result = readRemoteResult(value);
      if (result) return result;
      const reason = 'The server did not answer {success, message}.';
      throw this.#connection.error(request, 'format', reason);
    });
  }

  /** Asks what a form wants to know; a server that offers runs answers it. */
  async #ask(
    remote: RemoteOperator,
    route: 'resolve' | 'options',
    question: object,
    {context, signal}: Pick<ExecuteOptions, 'context' | 'signal'>,
  ): Promise<unknown> {
    const timeoutMs = this.#timeoutMs;
    const display = displayJson(context, remote.loaded.view.reads);
    const body = {...question, context: display};
    try {
      return await this.#withFreshId(remote, async (id) => {
        const path = `/v2/operators/${encodeURIComponent(id)}/${route}`;
        const {value} = await this.#connection.request({
          method: 'POST',
          path,
          body,
          signal,
          timeoutMs,
          isRepeatable: true,
        });
        return value;
      });
    } catch (thrown) {
      throw thrown instanceof RemoteOperatorError
        ? thrown.of(remote.name)
        : thrown;
    }
  }

  /**
   * Calls `act` with the operator's id; when the server does not know it, and
   * lists the operator under another one by now, once more with that.
   */
  async #withFreshId<T>(
    remote: RemoteOperator,
    act: (id: string) => Promise<T>,
  ): Promise<T> {
    const {id} = remote.loaded.view;
    try {
      return await act(id);
    } catch (error) {
      if ((error as RemoteOperatorError).kind !== 'not-found') throw error;
      await this.refresh();
      const {id: freshId} = remote.loaded.view;
      if (freshId === id) throw error;
      return act(freshId);
    }
  }

  #bodyOf(
    remote: RemoteOperator,
    {parameters, context}: ExecuteOptions,
  ): unknown {
    const {collectionId = null, contextFilter = null} = this.#options;
    return toExecuteBody(remote.parameters, parameters, {
      collectionId: fromContext(collectionId, context),
      contextFilter: fromContext(contextFilter, context),
      display: displayJson(context, remote.loaded.view.reads),
      sendsBlanks: this.#options.sendsBlanks ?? false,
    });
  }

  #unavailableReason(
    {loaded}: RemoteOperator,
    context: OperatorContext,
  ): string | null {
    if (loaded.view.unavailable !== '') return loaded.view.unavailable;
    const {collectionId = null} = this.#options;
    if (this.#offersRuns === true) return null;
    if (fromContext(collectionId, context) !== null) return null;
    return 'Its server needs to know a collection.';
  }

  get #timeoutMs(): number {
    return this.#options.timeoutMs ?? 30_000;
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
    for (const {dispose} of this.#registrations.values()) dispose();
    this.#registrations.clear();
    this.#registry = null;
    this.#setState(IDLE);
  }
}

/** What must not change for a registration to stay. */
function signatureOf({view, parametersJson, error}: LoadedOperator): string {
  const {description, supportedScopes} = view;
  const reason = error?.message ?? '';
  return JSON.stringify([description, supportedScopes, parametersJson, reason]);
}
