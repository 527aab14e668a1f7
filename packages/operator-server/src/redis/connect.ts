import {Redis} from 'ioredis';

/**
 * Connects to Redis, for as long as it takes: commands wait while there is no
 * connection. Workers need that.
 */
export function connect(address: string): Redis {
  const redis = new Redis(address, {maxRetriesPerRequest: null});
  // It connects again by itself; without a listener the process would end.
  redis.on('error', () => undefined);
  return redis;
}

/** Connects to Redis; commands fail while there is no connection. */
export function connectImpatiently(address: string): Redis {
  const redis = new Redis(address, {maxRetriesPerRequest: 1});
  redis.on('error', () => undefined);
  return redis;
}
