import {spawn, spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {createServer} from 'node:net';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {Redis} from 'ioredis';

/** A Redis for tests. */
export interface TestRedis {
  /** Its address. */
  readonly url: string;
  /** Ends it, where it was started for the tests. */
  close(): Promise<void>;
}

/** Why the tests that need Redis cannot run, or `null`. */
export function redisMissing(): string | null {
  if (process.env.REDIS_URL !== undefined) return null;
  const {status} = spawnSync('redis-server', ['--version']);
  if (status === 0) return null;
  return (
    'The tests with Redis did not run: there is no redis-server on this ' +
    'machine. Install it, or set REDIS_URL to a Redis that may be written to.'
  );
}

/** Uses the Redis that `REDIS_URL` names, or starts one that stores nothing. */
export async function startRedis(): Promise<TestRedis> {
  const given = process.env.REDIS_URL;
  if (given !== undefined) return {url: given, close: async () => undefined};
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'ls-redis-'));
  const child = spawn(
    'redis-server',
    [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--dir',
      folder,
    ],
    {stdio: 'ignore'},
  );
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const url = `redis://127.0.0.1:${port}`;
  const redis = new Redis(url, {maxRetriesPerRequest: null});
  redis.on('error', () => undefined);
  await redis.ping();
  redis.disconnect();
  return {
    url,
    close: async () => {
      child.kill();
      await ended;
      rmSync(folder, {recursive: true, force: true});
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const {port} = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
