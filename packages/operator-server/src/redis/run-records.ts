import type {Redis} from 'ioredis';

import {isOver} from '../runs/run-view.js';
import type {RunEnd, RunEvent, RunView} from '../runs/run-view.js';

import type {RedisKeys} from './redis-keys.js';

/** How long a run is told of after its last event, seconds. */
const KEPT_S = 86_400;

/** The runs as they are written down in Redis, for every process to read. */
export class RunRecords {
  readonly #redis: Redis;
  readonly #keys: RedisKeys;
  readonly #maxEvents: number;

  constructor(redis: Redis, keys: RedisKeys, maxEvents: number) {
    this.#redis = redis;
    this.#keys = keys;
    this.#maxEvents = maxEvents;
  }

  /** Writes a new run down. */
  async create(view: RunView): Promise<void> {
    const {runs, run} = this.#keys;
    await this.#redis
      .multi()
      .hset(run(view.run_id), 'view', JSON.stringify(view))
      .expire(run(view.run_id), KEPT_S)
      .zadd(runs, Date.parse(view.created_at), view.run_id)
      .exec();
    await this.tell(view.run_id, 'state', {state: 'queued'});
  }

  /** Takes a run back that could not be queued. */
  async remove(runId: string): Promise<void> {
    const {runs, run, events} = this.#keys;
    await this.#redis
      .multi()
      .del(run(runId), events(runId))
      .zrem(runs, runId)
      .exec();
  }

  /** Resolves with a run, or `null`. */
  async find(runId: string): Promise<RunView | null> {
    const fields = await this.#redis.hgetall(this.#keys.run(runId));
    return readView(fields);
  }

  /** Resolves with the last runs, newest first. */
  async list(limit: number): Promise<readonly RunView[]> {
    const {runs} = this.#keys;
    await this.#redis.zremrangebyscore(runs, 0, Date.now() - KEPT_S * 1000);
    const ids = await this.#redis.zrevrange(runs, 0, limit - 1);
    const views = await Promise.all(ids.map((id) => this.find(id)));
    return views.filter((view) => view !== null);
  }

  /** Writes that a run is begun, for the `attempt`th time. */
  async begin(runId: string, attempt: number): Promise<void> {
    const start = {
      state: 'running',
      attempt,
      started_at: new Date().toISOString(),
    };
    await this.#redis.hset(this.#keys.run(runId), 'start', toJson(start));
    await this.tell(runId, 'state', {state: 'running', attempt});
  }

  /** Writes how far a run is. */
  async progress(runId: string, progress: unknown): Promise<void> {
    const {run} = this.#keys;
    await this.#redis.hset(run(runId), 'progress', toJson(progress));
    await this.tell(runId, 'progress', progress);
  }

  /** Writes that a run is wanted to stop. */
  async wantStop(runId: string): Promise<void> {
    const {run, cancel} = this.#keys;
    await this.#redis.hset(run(runId), 'stop', '1');
    await this.#redis.publish(cancel, runId);
  }

  /** Tells whether a run is wanted to stop, or over. */
  async isUnwanted(runId: string): Promise<boolean> {
    const [stop, end] = await this.#redis.hmget(
      this.#keys.run(runId),
      'stop',
      'end',
    );
    return Boolean(stop) || Boolean(end);
  }

  /** Ends a run. Whoever comes second is not heard: a run ends once. */
  async end(runId: string, end: RunEnd): Promise<void> {
    const {run} = this.#keys;
    const ended = {...end, ended_at: new Date().toISOString()};
    const isFirst = await this.#redis.hsetnx(run(runId), 'end', toJson(ended));
    if (isFirst) await this.tell(runId, 'end', end);
  }

  /** Adds an event, and says that there is one. */
  async tell(
    runId: string,
    type: RunEvent['type'],
    data: unknown,
  ): Promise<void> {
    const {events, news, run} = this.#keys;
    await this.#redis
      .multi()
      .xadd(
        events(runId),
        'MAXLEN',
        '~',
        this.#maxEvents,
        '*',
        'type',
        type,
        'data',
        toJson(data),
      )
      .expire(events(runId), KEPT_S)
      .expire(run(runId), KEPT_S)
      .publish(news(runId), type)
      .exec();
  }

  /** Resolves with the events after the one called `afterId`. */
  async eventsAfter(
    runId: string,
    afterId: string,
  ): Promise<readonly RunEvent[]> {
    const from = /^\d+-\d+$/.test(afterId) ? `(${afterId}` : '-';
    const {events} = this.#keys;
    const entries = await this.#redis.xrange(events(runId), from, '+');
    return entries.map(([id, fields]) => {
      const {type, data} = toRecord(fields);
      return {
        id,
        type: type as RunEvent['type'],
        data: JSON.parse(data ?? 'null') as unknown,
      };
    });
  }
}

/** A run is put together from what each process has written of it. */
function readView(fields: Record<string, string>): RunView | null {
  if (fields.view === undefined) return null;
  const view = JSON.parse(fields.view) as RunView;
  const parts = [fields.start, fields.end].map(
    (part) => JSON.parse(part ?? '{}') as Partial<RunView>,
  );
  const merged: RunView = Object.assign({}, view, ...parts) as RunView;
  if (fields.progress === undefined) return merged;
  return {
    ...merged,
    progress: JSON.parse(fields.progress) as RunView['progress'],
  };
}

/** Tells whether a run that was found is still to be waited for. */
export function isOpen(view: RunView | null): view is RunView {
  return view !== null && !isOver(view);
}

function toRecord(fields: readonly string[]): Record<string, string> {
  const record: Record<string, string> = {};
  for (let at = 0; at + 1 < fields.length; at += 2) {
    record[fields[at] ?? ''] = fields[at + 1] ?? '';
  }
  return record;
}

function toJson(value: unknown): string {
  return JSON.stringify(value ?? null);
}
