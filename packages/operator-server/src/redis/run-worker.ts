import {Worker} from 'bullmq';
import type {Job} from 'bullmq';
import type {Redis} from 'ioredis';

import type {
  DisplayJson,
  OperatorCollection,
  ParameterValues,
} from '@ls-annotation/operators';

import type {
  OperatorCatalog,
  ServerOperator,
} from '../catalog/operator-catalog.js';
import {logEntry, timeoutOf} from '../runs/local-engine.js';
import {ProgressThrottle} from '../runs/progress-throttle.js';
import type {RunLimits} from '../runs/run-limits.js';
import {failed, runOperator} from '../runs/run-operator.js';
import type {RunError} from '../runs/run-view.js';

import {connect} from './connect.js';
import type {RedisKeys} from './redis-keys.js';
import {RunRecords} from './run-records.js';

/** What a job holds. It is removed from Redis when the run is over. */
export interface RunJob {
  /** Name of the operator; every worker has it. */
  readonly operatorName: string;
  /** Values that were checked. */
  readonly parameters: ParameterValues;
  /** What to work on. */
  readonly collection: OperatorCollection;
  /** What is on display there; left out by servers that are older. */
  readonly display?: DisplayJson;
}

/** What a {@link RunWorker} works with. */
export interface RunWorkerOptions {
  /** Address of Redis. */
  readonly redis: string;
  /** Names in Redis. */
  readonly keys: RedisKeys;
  /** The operators. */
  readonly catalog: OperatorCatalog;
  /** How much it takes on. */
  readonly limits: RunLimits;
  /** After how long without a sign of life a worker counts as dead. */
  readonly lostAfterMs: number;
}

/** A run whose worker died is begun again this often. */
export const MAX_LOST_WORKERS = 1;

/** Carries out runs that wait in Redis. */
export class RunWorker {
  readonly #options: RunWorkerOptions;
  readonly #redis: Redis;
  readonly #subscriber: Redis;
  readonly #connection: Redis;
  readonly #records: RunRecords;
  readonly #worker: Worker<RunJob>;
  readonly #active = new Map<string, AbortController>();

  constructor(options: RunWorkerOptions) {
    const {redis, keys, limits, lostAfterMs} = options;
    this.#options = options;
    this.#redis = connect(redis);
    this.#subscriber = connect(redis);
    this.#connection = connect(redis);
    this.#records = new RunRecords(this.#redis, keys, limits.maxLogLines * 2);
    this.#worker = new Worker<RunJob>(keys.queue, (job) => this.#work(job), {
      connection: this.#connection,
      prefix: keys.prefix,
      concurrency: limits.concurrency,
      lockDuration: lostAfterMs,
      stalledInterval: lostAfterMs,
      maxStalledCount: MAX_LOST_WORKERS,
      autorun: false,
    });
    // A connection that breaks is made again; runs go on meanwhile.
    this.#worker.on('error', () => undefined);
    this.#subscriber.on('message', (_, runId) => {
      const reason: RunError = {kind: 'cancelled', message: 'Cancelled.'};
      this.#active.get(runId)?.abort(reason);
    });
  }

  /** Begins to work. Settles when it is connected. */
  async start(): Promise<void> {
    await this.#subscriber.subscribe(this.#options.keys.cancel);
    await this.#worker.waitUntilReady();
    void this.#worker.run();
  }

  /** Takes no more runs; those under way end by the deadline. */
  async close(): Promise<void> {
    const deadline = setTimeout(() => {
      const message = 'The worker was shut down.';
      for (const controller of this.#active.values()) {
        controller.abort({kind: 'shutdown', message} satisfies RunError);
      }
    }, this.#options.limits.shutdownMs);
    await this.#worker.close();
    clearTimeout(deadline);
    this.#connection.disconnect();
    this.#subscriber.disconnect();
    this.#redis.disconnect();
  }

  async #work(job: Job<RunJob>): Promise<void> {
    const runId = job.id ?? '';
    const {operatorName, parameters, collection, display = {}} = job.data;
    const attempt = job.stalledCounter + 1;
    const entry = this.#options.catalog.findByName(operatorName);
    if (await this.#records.isUnwanted(runId)) {
      return this.#fail(runId, {kind: 'cancelled', message: 'Cancelled.'});
    }
    if (!entry) {
      const message = `This worker has no operator "${operatorName}".`;
      return this.#fail(runId, {kind: 'lost', message});
    }
    const operator = entry.operator as ServerOperator;
    if (attempt > 1 && operator.isRepeatable === false) {
      const message = 'The worker died, and the run must not be repeated.';
      return this.#fail(runId, {kind: 'lost', message});
    }
    const controller = new AbortController();
    this.#active.set(runId, controller);
    await this.#records.begin(runId, attempt);
    const writes = new Writes();
    const throttle = new ProgressThrottle(
      (progress) => writes.add(() => this.#records.progress(runId, progress)),
      this.#options.limits.progressIntervalMs,
    );
    const {ended} = runOperator({
      entry,
      parameters,
      collection,
      display,
      signal: controller.signal,
      timeoutMs: timeoutOf(operator, this.#options.limits),
      progress: (fraction, text) => throttle.report(fraction, text),
      log: (message) =>
        writes.add(() => this.#records.tell(runId, 'log', logEntry(message))),
    });
    const end = await ended;
    this.#active.delete(runId);
    throttle.close();
    await writes.done();
    await this.#records.end(runId, end);
  }

  #fail(runId: string, error: RunError): Promise<void> {
    return this.#records.end(runId, failed(error));
  }
}

/** Writes one after the other; one that fails holds none of the next up. */
class Writes {
  #last: Promise<void> = Promise.resolve();

  add(write: () => Promise<void>): void {
    this.#last = this.#last.then(write).catch(() => undefined);
  }

  done(): Promise<void> {
    return this.#last;
  }
}
