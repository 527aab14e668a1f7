import type {Disposer, LsError} from '@ls-annotation/core';

import type {AbortSignalLike} from '../operator/abort-signal.js';
import type {ExecuteOptions} from '../operator/operator.js';
import type {OperatorContext} from '../operator/operator-context.js';
import type {ResolvedParameters} from '../operator/operator-form-hooks.js';
import type {OperatorResult} from '../operator/operator-result.js';
import type {ChoiceEntry} from '../parameters/parameter-view.js';
import type {OperatorRegistry} from '../registry/operator-registry.js';

import {displayJson} from './display-json.js';
import {fromContext, toExecuteBody} from './execute-body.js';
import type {LightlyStudioOperatorsOptions} from './lightly-studio-operators.js';
import {loadOperators} from './load-operators.js';
import type {LoadedOperator, LoadedOperators} from './load-operators.js';
import {RemoteConnection} from './remote-connection.js';
import {RemoteOperator} from './remote-operator.js';
import {RemoteOperatorError} from './remote-operator-error.js';
import {readRemoteResult} from './remote-result.js';
import {RemoteRun} from './remote-run.js';

/** What a {@link LightlyStudioClient} works with. */
export interface LightlyStudioClientOptions {
  /** Address of the API. */
  readonly url: string;
  /** What people read of the source. */
  readonly label: string;
  /** What the page has said. */
  readonly options: LightlyStudioOperatorsOptions;
  /** Has the list asked for again. */
  readonly refresh: () => Promise<void>;
}

/** What came of a list. */
export interface ListedOperators {
  /** Names under which the operators are registered. */
  readonly operatorNames: readonly string[];
  /** What is odd about them. */
  readonly warnings: readonly LsError[];
}

interface Registration {
  readonly remote: RemoteOperator;
  readonly signature: string;
  readonly dispose: Disposer;
}

/**
 * The side of a source that speaks with its server. Pages without a server do
 * without it: it is loaded when there is somebody to ask.
 */
export class LightlyStudioClient {
  readonly #connection: RemoteConnection;
  readonly #label: string;
  readonly #options: LightlyStudioOperatorsOptions;
  readonly #refresh: () => Promise<void>;
  readonly #registrations = new Map<string, Registration>();
  #registry: OperatorRegistry | null = null;
  #offersRuns: boolean | null = null;

  constructor({url, label, options, refresh}: LightlyStudioClientOptions) {
    this.#connection = new RemoteConnection(url, options);
    this.#label = label;
    this.#options = options;
    this.#refresh = refresh;
  }

  /** Whether the server offers runs as resources; `null` until it is known. */
  get offersRuns(): boolean | null {
    return this.#offersRuns;
  }

  /**
   * Asks the server what it has to offer.
   *
   * @throws {@link RemoteOperatorError} rejects with, when there is no list.
   */
  async load(signal: AbortSignalLike): Promise<LoadedOperators> {
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

  /** Has a registry offer exactly what was loaded. */
  register(
    registry: OperatorRegistry,
    {operators, offersRuns}: LoadedOperators,
  ): ListedOperators {
    this.#registry = registry;
    this.#offersRuns = offersRuns;
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
    return {
      operatorNames: [...listed.keys()].map(
        (key) => this.#registrations.get(key)?.remote.name ?? key,
      ),
      warnings: operators.flatMap(({warnings, error}) =>
        error ? [error] : warnings,
      ),
    };
  }

  /** Takes everything out of the registry. */
  clear(): void {
    for (const {dispose} of this.#registrations.values()) dispose();
    this.#registrations.clear();
    this.#registry = null;
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
    const labelled = `${name} (${this.#label})`;
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
      await this.#refresh();
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
}

/** What must not change for a registration to stay. */
function signatureOf({view, parametersJson, error}: LoadedOperator): string {
  const {description, supportedScopes} = view;
  const reason = error?.message ?? '';
  return JSON.stringify([description, supportedScopes, parametersJson, reason]);
}
