/** The names that a server and its workers share in Redis. */
export interface RedisKeys {
  /** What BullMQ's own keys begin with. */
  readonly prefix: string;
  /** The queue of jobs. */
  readonly queue: string;
  /** Sorted set of run ids by their time. */
  readonly runs: string;
  /** Channel on which runs are cancelled. */
  readonly cancel: string;
  /** Hash with what is known of a run. */
  readonly run: (runId: string) => string;
  /** Stream with the events of a run. */
  readonly events: (runId: string) => string;
  /** Channel that says that there are new ones. */
  readonly news: (runId: string) => string;
  /** The run that was made for a key. */
  readonly idempotency: (client: string, key: string) => string;
}

/** Returns the names under `prefix`. */
export function redisKeys(prefix: string): RedisKeys {
  return {
    prefix,
    queue: 'runs',
    runs: `${prefix}:history`,
    cancel: `${prefix}:cancel`,
    run: (runId) => `${prefix}:run:${runId}`,
    events: (runId) => `${prefix}:events:${runId}`,
    news: (runId) => `${prefix}:news:${runId}`,
    idempotency: (client, key) => `${prefix}:key:${client}:${key}`,
  };
}
