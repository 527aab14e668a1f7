import {OperatorCatalog} from '../catalog/operator-catalog.js';
import type {OperatorServerOptions} from '../http/server-options.js';
import {DEFAULT_RUN_LIMITS} from '../runs/run-limits.js';

import {redisKeys} from './redis-keys.js';
import {RunWorker} from './run-worker.js';

/** What a worker can be given: a part of what its server is given. */
export type OperatorWorkerOptions = Pick<
  OperatorServerOptions,
  | 'operators'
  | 'redisPrefix'
  | 'lostAfterMs'
  | 'concurrency'
  | 'runTimeoutMs'
  | 'shutdownMs'
  | 'maxLogLines'
  | 'progressIntervalMs'
> & {
  /** Address of Redis, `redis://host:port`. */
  readonly redis: string;
};

/** A process that carries out the runs of servers. */
export interface OperatorWorker {
  /** Starts the operators, then works. */
  start(): Promise<void>;
  /** Takes no more runs, and ends those under way by their deadline. */
  close(): Promise<void>;
}

/**
 * Makes a worker for the runs that servers with the same Redis and the same
 * prefix put there. It is given the same operators as they are.
 */
export function createOperatorWorker(
  options: OperatorWorkerOptions,
): OperatorWorker {
  const catalog = new OperatorCatalog(options.operators);
  const worker = new RunWorker({
    catalog,
    redis: options.redis,
    keys: redisKeys(options.redisPrefix ?? 'ls-operators'),
    limits: {...DEFAULT_RUN_LIMITS, ...options},
    lostAfterMs: options.lostAfterMs ?? 30_000,
  });
  return {
    start: async () => {
      await catalog.started();
      await worker.start();
    },
    close: async () => {
      await worker.close();
      await catalog.close();
    },
  };
}
