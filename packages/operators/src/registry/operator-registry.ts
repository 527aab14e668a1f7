import {BehaviorSubject, Subject, map} from 'rxjs';
import type {Observable} from 'rxjs';

import {isDeepEqual} from '@ls-annotation/core';
import type {Disposer, LsError} from '@ls-annotation/core';

import type {ProposedEdits} from '../edits/proposed-edits.js';
import {
  DuplicateOperatorError,
  OperatorBusyError,
  OperatorNotFoundError,
  OperatorUiMissingError,
} from '../errors.js';
import type {OperatorMemory} from '../memory/operator-memory.js';
import {createAbortController} from '../operator/abort-signal.js';
import type {
  AbortControllerFactory,
  AbortSignalLike,
} from '../operator/abort-signal.js';
import type {OperatorContext} from '../operator/operator-context.js';
import type {Operator} from '../operator/operator.js';
import {keepableValues} from '../parameters/keepable-values.js';
import type {
  ParameterValues,
  ReadValuesOptions,
} from '../parameters/parameter-values.js';
import {platformTimer} from '../remote/platform.js';
import type {StartTimer} from '../remote/platform.js';
import {executeOperator, readingContext} from '../run/execute-operator.js';
import {OperatorRun} from '../run/operator-run.js';
import {RunList} from '../run/run-list.js';
import type {OperatorRunList} from '../run/run-list.js';
import {RunQueue} from '../run/run-queue.js';
import type {OperatorTarget} from '../target/operator-target.js';

import type {OperatorCan} from './can-operator.js';
import {timeLimitOf} from './entry-meta.js';
import type {OperatorEntry} from './operator-entry.js';
import type {OperatorSource} from './operator-source.js';
import {PermissionGate} from './permission-gate.js';
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
  /**
   * Starts the clock of runs that may not take for ever.
   * @defaultValue `setTimeout` of the platform
   */
  readonly startTimer?: StartTimer;
  /**
   * How many runs may go on at a time; the others wait for their turn.
   * @defaultValue no limit
   */
  readonly maxConcurrentRuns?: number;
  /**
   * How many runs that are over are kept in view.
   * @defaultValue `20`
   */
  readonly maxRecentRuns?: number;
  /** Says whether an operator may be run. */
  readonly can?: OperatorCan;
  /** Remembers the values of runs. */
  readonly memory?: OperatorMemory;
}

/** How an operator is run. */
export interface RunOptions extends ReadValuesOptions {
  /** Aborts the run when it is aborted. */
  readonly signal?: AbortSignalLike;
  /**
   * How long `execute` may take, milliseconds; `null` for ever.
   * @defaultValue what the operator says
   */
  readonly timeoutMs?: number | null;
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
  readonly #runs = new Map<OperatorRun, RunFacts>();
  readonly #facts = new WeakMap<OperatorRun, RunFacts>();
  readonly #queue: RunQueue;
  readonly #runList: RunList;
  readonly #proposals = new BehaviorSubject<readonly ProposedEdits[]>([]);
  readonly #gate: PermissionGate;
  readonly #list = new BehaviorSubject<null>(null);
  readonly #sources = new BehaviorSubject<readonly OperatorSource[]>([]);
  readonly #connections = new Map<OperatorSource, Disposer>();
  readonly #openRequests = new Subject<OperatorOpenRequest>();
  readonly #started = new Subject<OperatorRun>();
  readonly #errors = new Subject<LsError>();
  readonly #createAbortController: AbortControllerFactory;
  readonly #now: () => number;
  readonly #startTimer: StartTimer;
  #memory: OperatorMemory | null;
  #target: OperatorTarget | null = null;
  #context: OperatorContext = readingContext(null);

  constructor(options: OperatorRegistryOptions = {}) {
    this.#createAbortController =
      options.createAbortController ?? createAbortController;
    this.#now = options.now ?? (() => Date.now());
    this.#startTimer = options.startTimer ?? platformTimer;
    this.#queue = new RunQueue(options.maxConcurrentRuns ?? Infinity);
    this.#runList = new RunList(options.maxRecentRuns ?? 20);
    this.#gate = new PermissionGate(options.can ?? null, () =>
      this.#list.next(null),
    );
    this.#memory = options.memory ?? null;
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

  /** The runs that go on, and the last ones that are over. */
  get runList(): OperatorRunList {
    return this.#runList.value;
  }

  /** {@link runList} as it is, then again when a run comes, ends or is forgotten. */
  get runList$(): Observable<OperatorRunList> {
    return this.#runList.list$;
  }

  /** Edits that wait for a person's word, oldest first. */
  get proposals(): readonly ProposedEdits[] {
    return this.#proposals.value;
  }

  /**
   * {@link proposals} as they are, then after each change: what a surface
   * shows before it is applied.
   */
  get proposals$(): Observable<readonly ProposedEdits[]> {
    return this.#proposals.asObservable();
  }

  /** Says whether an operator may be run, or `null`: all may. */
  get can(): OperatorCan | null {
    return this.#gate.can;
  }

  set can(can: OperatorCan | null) {
    this.#gate.can = can;
    this.#list.next(null);
  }

  /**
   * Remembers the values of runs, or `null`: nothing is remembered. A page may
   * set another one, over the storage of its choice.
   */
  get memory(): OperatorMemory | null {
    return this.#memory;
  }

  set memory(memory: OperatorMemory | null) {
    this.#memory = memory;
    this.#list.next(null);
  }

  /** Has `can` asked again where it answered with a promise. */
  refreshCan(): void {
    this.#gate.forget();
    this.#list.next(null);
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
   * What operators see of the target, for forms and other tools that ask them
   * before a run. Nothing can be changed through it. Another object whenever
   * the target is another one.
   */
  get context(): OperatorContext {
    return this.#context;
  }

  /**
   * Sets what operators look at and change. Runs on the one before are
   * aborted, and what they proposed is dropped: their annotation has left the
   * display.
   */
  setTarget(target: OperatorTarget | null): void {
    if (target === this.#target) return;
    const before = this.#target;
    this.#target = target;
    this.#context = readingContext(target);
    this.#gate.forget();
    for (const [run, {target: used}] of [...this.#runs]) {
      if (before !== null && used === before) {
        run.abort('The annotation was closed.');
      }
    }
    for (const proposal of this.proposals) {
      if (proposal.target === before) proposal.drop();
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
    return [...this.#registered.values()].map((one) => this.#toEntry(one));
  }

  /** Returns an operator, or `undefined`. */
  find(name: string): OperatorEntry | undefined {
    const registered = this.#registered.get(name);
    return registered && this.#toEntry(registered);
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
   * here, the run fails and `execute` is not called. What happens beside other
   * runs of it is what it says as `overlap`. Nobody is asked whether a
   * dangerous one is meant: that is up to the caller.
   *
   * @throws {@link OperatorNotFoundError} when the name is not registered.
   */
  run(
    name: string,
    parameters: ParameterValues = {},
    options: RunOptions = {},
  ): OperatorRun {
    return this.#start(name, parameters, options, false);
  }

  /**
   * Runs an operator without making its edits: when the run has succeeded,
   * they wait in its `proposal`, to be looked at, applied or dropped. What the
   * operator does elsewhere is done; it gets to know that this is a dry run.
   *
   * @throws {@link OperatorNotFoundError} when the name is not registered.
   */
  preview(
    name: string,
    parameters: ParameterValues = {},
    options: RunOptions = {},
  ): OperatorRun {
    return this.#start(name, parameters, options, true);
  }

  /**
   * Does a run again, with its values; or, given a name, the last one of that
   * operator. Where secrets or files would be missing, for these are not kept,
   * and where nothing is known, the dialog is asked for instead.
   *
   * @returns The new run, or `null` when the dialog was asked for.
   * @throws {@link OperatorNotFoundError} when the name is not registered.
   * @throws {@link OperatorUiMissingError} when there is no dialog to ask for.
   */
  rerun(what: OperatorRun | string): OperatorRun | null {
    const run = typeof what === 'string' ? this.#lastRunOf(what) : what;
    const name = typeof what === 'string' ? what : what.operatorName;
    const facts = run && this.#facts.get(run);
    if (run && facts?.isComplete === true) {
      return this.#start(name, run.parameters, facts.options, run.isPreview);
    }
    const {parameters} = this.#get(name);
    const remembered = this.memory?.lastValues({name, parameters});
    this.open(name, run?.parameters ?? remembered ?? {});
    return null;
  }

  /** Forgets a run that is over, or all of them; drops what they proposed. */
  clearRecent(run?: OperatorRun): void {
    for (const {proposal} of this.#runList.forget(run)) proposal?.drop();
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
    this.#context = readingContext(null);
    await Promise.all(all.map((registered) => registered.stop()));
    this.#list.complete();
    this.#sources.complete();
    for (const proposal of this.proposals) proposal.drop();
    this.#proposals.complete();
    this.#runList.close();
    this.#openRequests.complete();
    this.#started.complete();
    this.#errors.complete();
  }

  #start(
    name: string,
    values: ParameterValues,
    options: RunOptions,
    isPreview: boolean,
  ): OperatorRun {
    const registered = this.#get(name);
    const target = this.#target;
    const run = new OperatorRun({
      operatorName: name,
      parameters: keepableValues(registered.parameters, values),
      isPreview,
      createAbortController: this.#createAbortController,
      now: this.#now,
    });
    const {signal, ...kept} = options;
    const facts: RunFacts = {target, options: kept, isComplete: false};
    this.#runs.set(run, facts);
    this.#facts.set(run, facts);
    this.#runList.add(run);
    const unlink = linkSignal(run, signal);
    run.changes$.subscribe({
      complete: () => {
        unlink();
        this.#runs.delete(run);
        if (run.proposal) this.#propose(run.proposal);
      },
    });
    const {overlap, timeoutMs} = registered.meta;
    const others = this.#queue.runsOf(name);
    const turn = this.#queue.enter(run, overlap);
    this.#started.next(run);
    void run.done.then(() => {
      if (run.error) this.#errors.next(run.error);
    });
    if (others.length > 0 && overlap === 'refuse') {
      run.fail(new OperatorBusyError(name));
    } else if (overlap === 'replace') {
      for (const other of others) other.abort('A newer run has replaced it.');
    }
    const {applyDefaults = true, emptyAsText = false} = options;
    void executeOperator({
      run,
      registered,
      target,
      values,
      reading: {applyDefaults, emptyAsText},
      timeoutMs:
        options.timeoutMs === undefined
          ? timeoutMs
          : timeLimitOf(options.timeoutMs),
      startTimer: this.#startTimer,
      turn,
      denial: async (context) =>
        (await this.#gate.settled({name, ...registered.meta}, context)).reason,
      onParameters: (parameters) => {
        const known = [...registered.parameters, ...parameters];
        const kept = keepableValues(known, values);
        run.describe(kept);
        facts.isComplete = isDeepEqual(kept, values);
        this.memory?.remember({name, parameters: known}, values);
      },
    });
    return run;
  }

  #propose(proposal: ProposedEdits): void {
    this.#proposals.next([...this.proposals, proposal]);
    proposal.state$.subscribe({
      complete: () => {
        this.#proposals.next(this.proposals.filter((one) => one !== proposal));
      },
    });
    if (proposal.target !== this.#target) proposal.drop();
  }

  #lastRunOf(name: string): OperatorRun | undefined {
    const {current, recent} = this.runList;
    return [...[...current].reverse(), ...recent].find(
      ({operatorName}) => operatorName === name,
    );
  }

  #toEntry(registered: RegisteredOperator): OperatorEntry {
    const {operator, meta} = registered;
    const request = {name: operator.name, ...meta};
    const permission = this.#gate.check(request, this.#context);
    return registered.toEntry(this.#context, permission);
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

/** What a registry knows of a run beside what the run says. */
interface RunFacts {
  readonly target: OperatorTarget | null;
  readonly options: Omit<RunOptions, 'signal'>;
  /** True when nothing secret and no file is missing from its values. */
  isComplete: boolean;
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
