import {BehaviorSubject, Subject, map} from 'rxjs';
import type {Observable} from 'rxjs';

import type {Disposer, LsError} from '@ls-annotation/core';

import {
  DuplicateOperatorError,
  OperatorNotFoundError,
  OperatorUiMissingError,
} from '../errors.js';
import {createAbortController} from '../operator/abort-signal.js';
import type {
  AbortControllerFactory,
  AbortSignalLike,
} from '../operator/abort-signal.js';
import type {Operator} from '../operator/operator.js';
import type {
  ParameterValues,
  ReadValuesOptions,
} from '../parameters/parameter-values.js';
import {executeOperator, readingContext} from '../run/execute-operator.js';
import {OperatorRun} from '../run/operator-run.js';
import type {OperatorTarget} from '../target/operator-target.js';

import type {OperatorEntry} from './operator-entry.js';
import type {OperatorSource} from './operator-source.js';
import {RegisteredOperator} from './registered-operator.js';

/** What a registry can be given. */
export interface OperatorRegistryOptions {
  /**
   * Makes the controller behind each run's signal.
   * @defaultValue `AbortController` of the platform
   */
  readonly createAbortController?: AbortControllerFactory;
  /**
   * Returns the time, milliseconds since 1970.
   * @defaultValue `Date.now`
   */
  readonly now?: () => number;
}

/** How an operator is run. */
export interface RunOptions extends ReadValuesOptions {
  /** Aborts the run when it is aborted. */
  readonly signal?: AbortSignalLike;
}

/** What a dialog needs to know to open. */
export interface OperatorOpenRequest {
  /** Name of the operator. */
  readonly name: string;
  /** What the form starts with, over the defaults. */
  readonly values: ParameterValues;
}

/**
 * The operators of one host, and the runs of them.
 *
 * Operators look at and change one {@link OperatorTarget}, which whoever shows
 * annotations sets. Registration, listing and running need no dialog; `open`
 * asks for one.
 */
export class OperatorRegistry {
  readonly #registered = new Map<string, RegisteredOperator>();
  readonly #runs = new Map<OperatorRun, OperatorTarget | null>();
  readonly #list = new BehaviorSubject<null>(null);
  readonly #sources = new BehaviorSubject<readonly OperatorSource[]>([]);
  readonly #connections = new Map<OperatorSource, Disposer>();
  readonly #openRequests = new Subject<OperatorOpenRequest>();
  readonly #started = new Subject<OperatorRun>();
  readonly #errors = new Subject<LsError>();
  readonly #createAbortController: AbortControllerFactory;
  readonly #now: () => number;
  #target: OperatorTarget | null = null;

  constructor(options: OperatorRegistryOptions = {}) {
    this.#createAbortController =
      options.createAbortController ?? createAbortController;
    this.#now = options.now ?? (() => Date.now());
  }

  /**
   * The list as it is, then again after each registration, change of status
   * and change of target. Applicability may change between: ask `list()` when
   * it matters.
   */
  get list$(): Observable<readonly OperatorEntry[]> {
    return this.#list.pipe(map(() => this.list()));
  }

  /** The sources as they are, then again when one comes or goes. */
  get sources$(): Observable<readonly OperatorSource[]> {
    return this.#sources.asObservable();
  }

  /** Sources in the order they were added. */
  get sources(): readonly OperatorSource[] {
    return this.#sources.value;
  }

  /** Emits when a dialog is asked for. */
  get openRequests$(): Observable<OperatorOpenRequest> {
    return this.#openRequests.asObservable();
  }

  /** Emits each run as it is made, whoever asked for it. */
  get runs$(): Observable<OperatorRun> {
    return this.#started.asObservable();
  }

  /** Emits what went wrong in runs, in `startup` and in `shutdown`. */
  get errors$(): Observable<LsError> {
    return this.#errors.asObservable();
  }

  /** What operators look at and change, or `null`. */
  get target(): OperatorTarget | null {
    return this.#target;
  }

  /**
   * Sets what operators look at and change. Runs on the one before are
   * aborted: their annotation has left the display.
   */
  setTarget(target: OperatorTarget | null): void {
    if (target === this.#target) return;
    const before = this.#target;
    this.#target = target;
    for (const [run, used] of this.#runs) {
      if (before !== null && used === before) {
        run.abort('The annotation was closed.');
      }
    }
    this.#list.next(null);
  }

  /**
   * Adds an operator and starts it.
   *
   * @returns A disposer that takes the operator out, aborts its runs and shuts
   *   it down.
   * @throws {@link DuplicateOperatorError} when the name is in use.
   * @throws {@link ParameterDefinitionError} when a parameter is unusable.
   */
  register<P = ParameterValues>(operator: Operator<P>): Disposer {
    const {name} = operator;
    if (this.#registered.has(name)) throw new DuplicateOperatorError(name);
    const registered = new RegisteredOperator(operator as Operator, {
      onStatus: () => this.#list.next(null),
      onError: (error) => this.#errors.next(error),
    });
    this.#registered.set(name, registered);
    registered.start();
    return () => this.#unregister(name, registered);
  }

  /**
   * Lets `source` register its operators and keep them up to date. Adding one
   * twice changes nothing.
   *
   * @returns A disposer that takes the source and its operators out.
   */
  addSource(source: OperatorSource): Disposer {
    if (!this.#connections.has(source)) {
      this.#connections.set(source, source.connect(this));
      this.#sources.next([...this.#connections.keys()]);
    }
    return () => this.#removeSource(source);
  }

  /** Returns the operators in the order they were registered. */
  list(): readonly OperatorEntry[] {
    const context = readingContext(this.#target);
    return [...this.#registered.values()].map((one) => one.toEntry(context));
  }

  /** Returns an operator, or `undefined`. */
  find(name: string): OperatorEntry | undefined {
    return this.#registered.get(name)?.toEntry(readingContext(this.#target));
  }

  /**
   * Asks for the operator's dialog.
   *
   * @param values - what the form starts with, over the defaults.
   * @throws {@link OperatorNotFoundError} when the name is not registered.
   * @throws {@link OperatorUiMissingError} when nobody listens to
   *   {@link openRequests$}.
   */
  open(name: string, values: ParameterValues = {}): void {
    this.#get(name);
    if (!this.#openRequests.observed) throw new OperatorUiMissingError(name);
    this.#openRequests.next({name, values});
  }

  /**
   * Runs an operator on the present target.
   *
   * Values are checked first; when they do not fit, or the operator cannot run
   * here, the run fails and `execute` is not called. Runs may overlap.
   *
   * @throws {@link OperatorNotFoundError} when the name is not registered.
   */
  run(
    name: string,
    parameters: ParameterValues = {},
    options: RunOptions = {},
  ): OperatorRun {
    const registered = this.#get(name);
    const run = new OperatorRun({
      operatorName: name,
      parameters,
      createAbortController: this.#createAbortController,
      now: this.#now,
    });
    const target = this.#target;
    this.#runs.set(run, target);
    const unlink = linkSignal(run, options.signal);
    this.#started.next(run);
    void run.done.then(() => {
      unlink();
      this.#runs.delete(run);
      if (run.error) this.#errors.next(run.error);
    });
    const {applyDefaults = true} = options;
    void executeOperator({run, registered, target, applyDefaults});
    return run;
  }

  /** Aborts every run. */
  abortAll(reason?: string): void {
    for (const run of [...this.#runs.keys()]) run.abort(reason);
  }

  /** Ends everything: runs, operators, streams. Settles after shutdown. */
  async close(): Promise<void> {
    this.abortAll();
    for (const source of this.sources) this.#removeSource(source);
    const all = [...this.#registered.values()];
    this.#registered.clear();
    this.#target = null;
    await Promise.all(all.map((registered) => registered.stop()));
    this.#list.complete();
    this.#sources.complete();
    this.#openRequests.complete();
    this.#started.complete();
    this.#errors.complete();
  }

  #get(name: string): RegisteredOperator {
    const registered = this.#registered.get(name);
    if (!registered) throw new OperatorNotFoundError(name);
    return registered;
  }

  #removeSource(source: OperatorSource): void {
    const disconnect = this.#connections.get(source);
    if (!disconnect) return;
    this.#connections.delete(source);
    disconnect();
    this.#sources.next([...this.#connections.keys()]);
  }

  #unregister(name: string, registered: RegisteredOperator): void {
    if (this.#registered.get(name) !== registered) return;
    this.#registered.delete(name);
    for (const run of [...this.#runs.keys()]) {
      if (run.operatorName === name) run.abort('The operator was removed.');
    }
    this.#list.next(null);
    void registered.stop();
  }
}

function linkSignal(
  run: OperatorRun,
  signal: AbortSignalLike | undefined,
): Disposer {
  if (!signal) return () => undefined;
  const abort = (): void => run.abort();
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, {once: true});
  return () => signal.removeEventListener('abort', abort);
}
