import {randomUUID} from 'node:crypto';

import {Queue, QueueEvents} from 'bullmq';
import type {Redis} from 'ioredis';

import type {Disposer} from '@ls-annotation/core';

import type {OperatorCatalog} from '../catalog/operator-catalog.js';
import {operatorId} from '../catalog/operator-id.js';
import {ServerBusyError} from '../errors.js';
import type {RunEngine, RunRequest} from '../runs/run-engine.js';
import type {RunLimits} from '../runs/run-limits.js';
import {failed} from '../runs/run-operator.js';
import type {RunEvent, RunView} from '../runs/run-view.js';

import {connect, connectImpatiently} from './connect.js';
import {redisKeys} from './redis-keys.js';
import type {RedisKeys} from './redis-keys.js';
import {RunFollowers} from './run-followers.js';
import {RunRecords, isOpen} from './run-records.js';
import {RunWorker} from './run-worker.js';
import type {RunJob} from './run-worker.js';

/** What a {@link RedisEngine} works with. */
export interface RedisEngineOptions {
  /** Address of Redis. */
  readonly redis: string;
  /** What the names of keys begin with. */
  readonly redisPrefix?: string;
  /** Whether this process works, too. */
  readonly isWorker?: boolean;
  /** After how long without a sign of life a worker counts as dead. */
  readonly lostAfterMs?: number;
  /** How much it takes on. */
  readonly limits: RunLimits;
  /** The operators. */
  readonly catalog: OperatorCatalog;
}

const KEY_KEPT_S = 86_400;

/** A job is there a moment after its run is written down. */
const QUEUEING_MS = 5000;

/**
 * Makes runs as jobs in Redis, for workers on any number of machines. What is
 * known of them is in Redis, too: any server tells of every run.
 */
export class RedisEngine implements RunEngine {
  readonly #limits: RunLimits;
  readonly #keys: RedisKeys;
  readonly #redis: Redis;
  readonly #subscriber: Redis;
  readonly #connections: readonly Redis[];
  readonly #records: RunRecords;
  readonly #followers: RunFollowers;
  readonly #queue: Queue<RunJob>;
  readonly #queueEvents: QueueEvents;
  readonly #worker: RunWorker | null;
  #isClosing = false;

  constructor(options: RedisEngineOptions) {
    const {redis, redisPrefix = 'ls-operators', limits, catalog} = options;
    const {lostAfterMs = 30_000, isWorker = true} = options;
    this.#limits = limits;
    this.#keys = redisKeys(redisPrefix);
    this.#redis = connectImpatiently(redis);
    this.#subscriber = connect(redis);
    const {queue, prefix} = this.#keys;
    const maxEvents = limits.maxLogLines * 2;
    this.#records = new RunRecords(this.#redis, this.#keys, maxEvents);
    this.#followers = new RunFollowers(
      this.#subscriber,
      this.#records,
      this.#keys,
    );
    const [connection, eventConnection] = [
      connectImpatiently(redis),
      connect(redis),
    ];
    this.#connections = [
      this.#redis,
      this.#subscriber,
      connection,
      eventConnection,
    ];
    this.#queue = new Queue<RunJob>(queue, {connection, prefix});
    this.#queue.on('error', () => undefined);
    this.#queueEvents = new QueueEvents(queue, {
      connection: eventConnection,
      prefix,
    });
    this.#queueEvents.on('error', () => undefined);
    this.#queueEvents.on('failed', ({jobId}) => void this.#lose(jobId));
    const keys = this.#keys;
    this.#worker = isWorker
      ? new RunWorker({redis, keys, catalog, limits, lostAfterMs})
      : null;
  }

  async start(): Promise<void> {
    await this.#queueEvents.waitUntilReady();
    await this.#worker?.start();
  }

  async submit(request: RunRequest): Promise<RunView> {
    const runId = randomUUID();
    const known = await this.#knownRun(request, runId);
    if (known) return known;
    await this.#assertRoom();
    const view = createView(runId, request);
    const {entry, parameters, collection, display} = request;
    const job = {operatorName: entry.name, parameters, collection, display};
    await this.#records.create(view);
    try {
      await this.#queue.add('run', job, {
        jobId: runId,
        removeOnComplete: true,
        removeOnFail: true,
      });
    } catch (error) {
      await this.#records.remove(runId).catch(() => undefined);
      throw error;
    }
    return view;
  }

  async find(runId: string): Promise<RunView | null> {
    const view = await this.#records.find(runId);
    if (!isOpen(view)) return view;
    const ageMs = Date.now() - Date.parse(view.created_at);
    if (ageMs < QUEUEING_MS || (await this.#queue.getJob(runId))) return view;
    // It may have ended between the two looks.
    await this.#lose(runId);
    return this.#records.find(runId);
  }

  list(limit: number): Promise<readonly RunView[]> {
    return this.#records.list(limit);
  }

  async cancel(runId: string): Promise<RunView | null> {
    const view = await this.#records.find(runId);
    if (!isOpen(view)) return view;
    await this.#records.wantStop(runId);
    const job = await this.#queue.getJob(runId);
    // A job that a worker holds cannot be removed: the worker ends it.
    const isRemoved = await job?.remove().then(
      () => true,
      () => false,
    );
    if (isRemoved) {
      const error = {kind: 'cancelled', message: 'Cancelled.'} as const;
      await this.#records.end(runId, failed(error));
    }
    return this.#records.find(runId);
  }

  async follow(
    runId: string,
    afterId: string,
    listener: (event: RunEvent) => void,
  ): Promise<Disposer | null> {
    if (!(await this.find(runId))) return null;
    return this.#followers.follow(runId, afterId, listener);
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    await this.#worker?.close();
    await this.#queueEvents.close();
    await this.#queue.close();
    for (const connection of this.#connections) connection.disconnect();
  }

  async #knownRun(
    {client, key}: RunRequest,
    runId: string,
  ): Promise<RunView | null> {
    if (!key) return null;
    const name = this.#keys.idempotency(client, key);
    const isNew = await this.#redis.set(name, runId, 'EX', KEY_KEPT_S, 'NX');
    if (isNew) return null;
    return this.#records.find((await this.#redis.get(name)) ?? '');
  }

  async #assertRoom(): Promise<void> {
    if (this.#isClosing) {
      throw new ServerBusyError(503, 'The server is shutting down.');
    }
    const waiting = await this.#queue.getWaitingCount();
    if (waiting < this.#limits.maxQueued) return;
    throw new ServerBusyError(503, 'The server has too many runs waiting.');
  }

  /** Reports a run whose workers died more often than it is begun again. */
  async #lose(runId: string): Promise<void> {
    const message = 'The worker that ran it died.';
    await this.#records
      .end(runId, failed({kind: 'lost', message}))
      .catch(() => undefined);
  }
}

function createView(runId: string, {entry}: RunRequest): RunView {
  return {
    run_id: runId,
    operator_id: operatorId(entry.name),
    operator_name: entry.name,
    state: 'queued',
    progress: {fraction: null, text: ''},
    result: null,
    error: null,
    attempt: 0,
    created_at: new Date().toISOString(),
    started_at: null,
    ended_at: null,
  };
}
