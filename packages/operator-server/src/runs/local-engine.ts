import {randomUUID} from 'node:crypto';

import type {Disposer} from '@ls-annotation/core';

import type {ServerOperator} from '../catalog/operator-catalog.js';
import {operatorId} from '../catalog/operator-id.js';
import {ServerBusyError} from '../errors.js';

import {EventLog} from './event-log.js';
import {ProgressThrottle} from './progress-throttle.js';
import type {RunEngine, RunRequest} from './run-engine.js';
import type {RunLimits} from './run-limits.js';
import {failed, runOperator} from './run-operator.js';
import {isOver} from './run-view.js';
import type {RunEnd, RunError, RunEvent, RunView} from './run-view.js';

/** How long an operator that was aborted keeps its place while it winds up. */
const SETTLE_MS = 5000;

interface LocalRun {
  view: RunView;
  readonly request: RunRequest;
  readonly events: EventLog;
  readonly controller: AbortController;
}

/** Makes runs in this process. */
export class LocalEngine implements RunEngine {
  readonly #limits: RunLimits;
  readonly #runs = new Map<string, LocalRun>();
  readonly #keys = new Map<string, string>();
  readonly #active = new Map<LocalRun, string>();
  #queue: LocalRun[] = [];
  #isClosing = false;
  #onIdle: (() => void) | null = null;

  constructor(limits: RunLimits) {
    this.#limits = limits;
  }

  async start(): Promise<void> {
    // There is nothing to connect to.
  }

  async submit(request: RunRequest): Promise<RunView> {
    const known = this.#runs.get(this.#keys.get(request.key ?? '') ?? '');
    if (known?.request.client === request.client) return known.view;
    this.#assertRoom(request.client);
    const run = this.#createRun(request);
    this.#runs.set(run.view.run_id, run);
    if (request.key) this.#keys.set(request.key, run.view.run_id);
    run.events.add('state', {state: 'queued'});
    this.#queue.push(run);
    this.#next();
    return run.view;
  }

  async find(runId: string): Promise<RunView | null> {
    return this.#runs.get(runId)?.view ?? null;
  }

  async list(limit: number): Promise<readonly RunView[]> {
    const views = [...this.#runs.values()].map(({view}) => view);
    return views.reverse().slice(0, limit);
  }

  async cancel(runId: string): Promise<RunView | null> {
    const run = this.#runs.get(runId);
    if (!run) return null;
    this.#abort(run, {kind: 'cancelled', message: 'Cancelled.'});
    return run.view;
  }

  async follow(
    runId: string,
    afterId: string,
    listener: (event: RunEvent) => void,
  ): Promise<Disposer | null> {
    return this.#runs.get(runId)?.events.follow(afterId, listener) ?? null;
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    const shutdown: RunError = {
      kind: 'shutdown',
      message: 'The server was shut down.',
    };
    for (const run of this.#queue) this.#abort(run, shutdown);
    this.#queue = [];
    const idle = this.#idle();
    const deadline = setTimeout(() => {
      for (const run of this.#active.keys()) this.#abort(run, shutdown);
    }, this.#limits.shutdownMs);
    await idle;
    clearTimeout(deadline);
  }

  #assertRoom(client: string): void {
    const {maxQueued, maxRunsPerClient} = this.#limits;
    if (this.#isClosing) {
      throw new ServerBusyError(503, 'The server is shutting down.');
    }
    if (this.#queue.length >= maxQueued) {
      throw new ServerBusyError(503, 'The server has too many runs waiting.');
    }
    const own = [...this.#active.keys(), ...this.#queue].filter(
      ({request}) => request.client === client,
    );
    if (own.length >= maxRunsPerClient) {
      throw new ServerBusyError(429, 'You have too many runs under way.');
    }
  }

  #createRun(request: RunRequest): LocalRun {
    const {name} = request.entry;
    return {
      request,
      events: new EventLog(this.#limits.maxLogLines),
      controller: new AbortController(),
      view: {
        run_id: randomUUID(),
        operator_id: operatorId(name),
        operator_name: name,
        state: 'queued',
        progress: {fraction: null, text: ''},
        result: null,
        error: null,
        attempt: 0,
        created_at: new Date().toISOString(),
        started_at: null,
        ended_at: null,
      },
    };
  }

  /** Starts what may be started; an operator's own limit may skip some. */
  #next(): void {
    const waiting: LocalRun[] = [];
    for (const run of this.#queue) {
      if (this.#mayStart(run)) void this.#run(run);
      else waiting.push(run);
    }
    this.#queue = waiting;
    if (this.#active.size === 0 && waiting.length === 0) this.#onIdle?.();
  }

  #mayStart({request}: LocalRun): boolean {
    if (this.#active.size >= this.#limits.concurrency) return false;
    const {name, operator} = request.entry;
    const {concurrency = Infinity} = operator as ServerOperator;
    const own = [...this.#active.values()].filter((one) => one === name);
    return own.length < concurrency;
  }

  async #run(run: LocalRun): Promise<void> {
    const {request, controller, events} = run;
    const {entry, parameters, collection, display} = request;
    this.#active.set(run, entry.name);
    const started_at = new Date().toISOString();
    run.view = {...run.view, state: 'running', attempt: 1, started_at};
    events.add('state', {state: 'running', attempt: 1});
    const throttle = new ProgressThrottle((progress) => {
      run.view = {...run.view, progress};
      events.add('progress', progress);
    }, this.#limits.progressIntervalMs);
    const {ended, settled} = runOperator({
      entry,
      parameters,
      collection,
      display,
      signal: controller.signal,
      timeoutMs: timeoutOf(entry.operator, this.#limits),
      progress: (fraction, text) => throttle.report(fraction, text),
      log: (message) => events.add('log', logEntry(message)),
    });
    const end = await ended;
    throttle.close();
    this.#end(run, end);
    await Promise.race([settled, after(SETTLE_MS)]);
    this.#active.delete(run);
    this.#next();
  }

  #abort(run: LocalRun, reason: RunError): void {
    if (isOver(run.view)) return;
    const isQueued = run.view.state === 'queued';
    run.controller.abort(reason);
    if (!isQueued) return;
    this.#queue = this.#queue.filter((one) => one !== run);
    this.#end(run, failed(reason));
  }

  #end(run: LocalRun, end: RunEnd): void {
    run.view = {...run.view, ...end, ended_at: new Date().toISOString()};
    run.events.add('end', end);
    this.#forgetOldest();
  }

  /** The history is bounded; what is under way is never forgotten. */
  #forgetOldest(): void {
    const over = [...this.#runs.values()].filter(({view}) => isOver(view));
    const tooMany = over.length - this.#limits.maxHistory;
    for (const {view, request} of over.slice(0, Math.max(0, tooMany))) {
      this.#runs.delete(view.run_id);
      if (request.key) this.#keys.delete(request.key);
    }
  }

  #idle(): Promise<void> {
    if (this.#active.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#onIdle = resolve;
    });
  }
}

/** Returns how long a run of an operator may take, or `null`. */
export function timeoutOf(
  operator: ServerOperator,
  limits: Pick<RunLimits, 'runTimeoutMs'>,
): number | null {
  return operator.timeoutMs === undefined
    ? limits.runTimeoutMs
    : operator.timeoutMs;
}

const MAX_LINE_LENGTH = 2000;

/** Returns a line of a log as it is told; what is too long is cut. */
export function logEntry(message: unknown): {at: string; message: string} {
  const text = String(message).slice(0, MAX_LINE_LENGTH);
  return {at: new Date().toISOString(), message: text};
}

function after(delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, delayMs).unref();
  });
}
