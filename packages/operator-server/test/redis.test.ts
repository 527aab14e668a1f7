import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {randomUUID} from 'node:crypto';
import {once} from 'node:events';
import {after, describe, it} from 'node:test';
import type {TestContext} from 'node:test';
import {fileURLToPath} from 'node:url';

import {Redis} from 'ioredis';

import {readAnnotation} from '@ls-annotation/core';

import type {OperatorServerOptions, RunView} from '../src/index.js';

import {redisMissing, startRedis} from './support/start-redis.js';
import type {TestRedis} from './support/start-redis.js';
import {connectClient, startServer, until} from './support/start-server.js';
import {WORKER_OPERATORS} from './support/worker-operators.js';

const WORKER = fileURLToPath(new URL('support/worker.ts', import.meta.url));

/** Nobody takes a worker for dead that only gets little of the machine. */
const NEVER_LOST_MS = 600_000;

/** Soon enough for tests that kill workers, which then have to be missed. */
const SOON_LOST = {lostAfterMs: 3000};

/** A worker in a process of its own, killed when the test ends. */
async function startWorker(test: TestContext, ...told: readonly string[]) {
  const child = spawn(
    process.execPath,
    ['--conditions=development', '--import', 'tsx', WORKER, ...told],
    {stdio: ['ignore', 'pipe', 'inherit']},
  );
  test.after(() => child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
}

/** A server that leaves the work to workers, and a client of it. */
async function setup(
  test: TestContext,
  {url}: TestRedis,
  {
    workers = 1,
    lostAfterMs = NEVER_LOST_MS,
    ...options
  }: Partial<OperatorServerOptions> & {
    workers?: number;
  } = {},
) {
  const redisPrefix = `test-${randomUUID()}`;
  const settings = {
    operators: WORKER_OPERATORS,
    redis: url,
    redisPrefix,
    isWorker: false,
    lostAfterMs,
    ...options,
  };
  const server = await startServer(test, settings);
  const {registry} = await connectClient(test, server.url);
  const children = await Promise.all(
    Array.from({length: workers}, () =>
      startWorker(test, url, redisPrefix, String(lostAfterMs)),
    ),
  );
  return {...server, redisPrefix, settings, registry, children};
}

const missing = redisMissing();
if (missing !== null) process.stdout.write(`${missing}\n`);
else {
  describe('with Redis', async () => {
    const redis = await startRedis();
    after(() => redis.close());

    it('a worker in another process does the work and tells of it', async (test) => {
      const {registry, children} = await setup(test, redis);
      const run = registry.run('Who');
      const {message} = await run.done;
      assert.equal(message, String(children[0]?.pid));
      assert.deepEqual(run.progress, {fraction: 0.5, text: 'half'});
      assert.deepEqual(
        run.log.map((line) => line.message),
        ['hello'],
      );
    });

    it('a worker is told of what is on display', async (test) => {
      const {registry} = await setup(test, redis);
      const value = {choices: ['Yes']};
      const result = [
        {id: 'r1', from_name: 'c', to_name: 't', type: 'choices', value},
      ];
      const read = readAnnotation({result});
      registry.setTarget({
        task: null,
        config: null,
        annotation: read.ok ? read.value : null,
        scopes: ['root'],
        readonlyReason: null,
        apply: () => undefined,
      });
      assert.equal((await registry.run('Reads')).message, 'r1');
    });

    it("LightlyStudio's own route waits for the worker", async (test) => {
      const {ask, children} = await setup(test, redis);
      const list = (await (await ask('/operators')).json()) as {
        operator_id: string;
      }[];
      const answer = await ask(`/operators/${list[0]!.operator_id}/execute`, {
        body: {
          parameters: {},
          context: {collection_id: '6f0cb38e-4f1c-4c39-9a3d-0c8f8a1f2b11'},
        },
      });
      assert.deepEqual(await answer.json(), {
        success: true,
        message: String(children[0]?.pid),
      });
    });

    it('a cancel reaches the worker that does the work', async (test) => {
      const {registry, ask} = await setup(test, redis, {workers: 2});
      const run = registry.run('Until cancelled');
      await until(run, (now) => now.progress.fraction !== null);
      run.abort();
      const told = await lastRun(ask, ({state}) => state === 'cancelled');
      assert.equal(told.error?.kind, 'cancelled');
    });

    it('a run that waits can be cancelled', async (test) => {
      const {registry, ask} = await setup(test, redis, {workers: 0});
      const run = registry.run('Who');
      await lastRun(ask, ({state}) => state === 'queued');
      run.abort();
      await lastRun(ask, ({state}) => state === 'cancelled');
    });

    it('a run whose worker is killed is done by another one', async (test) => {
      const {registry, children} = await setup(test, redis, {
        ...SOON_LOST,
        workers: 2,
      });
      const run = registry.run('Steps');
      const {progress} = await until(run, (now) => now.progress.text !== '');
      const pid = Number(progress.text);
      process.kill(pid, 'SIGKILL');
      const {success, message} = await run.done;
      assert.equal(success, true);
      const other = children.find((child) => child.pid !== pid);
      assert.equal(message, String(other?.pid));
    });

    it('a run that must not be repeated is reported when its worker is killed', async (test) => {
      const {registry} = await setup(test, redis, {...SOON_LOST, workers: 2});
      const run = registry.run('Once');
      const {progress} = await until(run, (now) => now.progress.text !== '');
      process.kill(Number(progress.text), 'SIGKILL');
      assert.match((await run.done).message, /must not be repeated/);
    });

    it('a run that kills every worker is reported, and blocks no other', async (test) => {
      const {registry} = await setup(test, redis, {...SOON_LOST, workers: 3});
      const run = registry.run('Dies');
      assert.match((await run.done).message, /The worker that ran it died/);
      assert.equal((await registry.run('Who')).success, true);
    });

    it('no run of many is lost when workers are killed', async (test) => {
      const {registry, children} = await setup(test, redis, {
        ...SOON_LOST,
        workers: 2,
      });
      const runs = Array.from({length: 30}, () => registry.run('Steps'));
      await until(runs[0]!, (now) => now.progress.text !== '');
      children[0]?.kill('SIGKILL');
      const results = await Promise.all(runs.map(({done}) => done));
      assert.deepEqual(
        results.filter(({success}) => !success),
        [],
      );
    });

    it('any server tells of a run, also one that is started later', async (test) => {
      const {registry, server, settings, url} = await setup(test, redis);
      const run = registry.run('Steps', {steps: 20});
      await until(run, (now) => now.progress.fraction !== null);
      const {port} = new URL(url);
      await server.close();
      const second = await startServer(test, settings, Number(port));
      assert.equal((await run.done).success, true);
      const told = (await (await second.ask('/v2/runs')).json()) as RunView[];
      assert.deepEqual(
        told.map(({state}) => state),
        ['succeeded'],
      );
    });

    it('a worker that is told to end reports what it cannot finish', async (test) => {
      const {registry, children} = await setup(test, redis);
      const run = registry.run('Until cancelled');
      await until(run, (now) => now.progress.fraction !== null);
      children[0]?.kill('SIGTERM');
      assert.match((await run.done).message, /The worker was shut down/);
    });

    it('runs are refused when too many wait', async (test) => {
      const {ask} = await setup(test, redis, {workers: 0, maxQueued: 2});
      const list = (await (await ask('/operators')).json()) as {
        operator_id: string;
      }[];
      const statuses: number[] = [];
      for (let count = 0; count < 3; count += 1) {
        const path = `/v2/operators/${list[0]!.operator_id}/runs`;
        statuses.push((await ask(path, {body: {parameters: {}}})).status);
      }
      assert.deepEqual(statuses, [202, 202, 503]);
    });

    it('values of parameters are gone when the run is over', async (test) => {
      const {registry, redisPrefix} = await setup(test, redis);
      await registry.run('Steps', {steps: 1});
      const client = new Redis(redis.url);
      test.after(() => client.disconnect());
      await gone(client, `${redisPrefix}:runs:*-*-*`);
    });
  });
}

type Ask = Awaited<ReturnType<typeof startServer>>['ask'];

/** Resolves with the last run once it fits. */
async function lastRun(
  ask: Ask,
  fits: (run: RunView) => boolean,
): Promise<RunView> {
  for (;;) {
    const [run] = (await (await ask('/v2/runs')).json()) as RunView[];
    if (run && fits(run)) return run;
    await pause();
  }
}

/** Settles when no key fits the pattern. */
async function gone(redis: Redis, pattern: string): Promise<void> {
  while ((await redis.keys(pattern)).length > 0) await pause();
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 20);
  });
}
