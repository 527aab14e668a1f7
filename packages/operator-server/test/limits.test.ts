import assert from 'node:assert/strict';
import {connect} from 'node:net';
import type {Server, Socket} from 'node:net';
import {describe, it} from 'node:test';
import type {TestContext} from 'node:test';

import {RemoteOperatorError} from '@ls-annotation/operators';

import type {OperatorServerOptions, ServerOperator} from '../src/index.js';

import {connectClient, deferred, startServer} from './support/start-server.js';

/** A server with one operator that waits until the test lets it go on. */
async function setup(
  test: TestContext,
  options: Partial<OperatorServerOptions> = {},
) {
  const {promise, resolve} = deferred();
  test.after(() => resolve());
  const operator: ServerOperator = {
    name: 'Wait',
    parameters: [{name: 'text', required: false}],
    execute: async () => {
      await promise;
      return {success: true, message: ''};
    },
  };
  const started = await startServer(test, {operators: [operator], ...options});
  const {ask} = started;
  const headers = options.tokens && {
    authorization: `Bearer ${options.tokens[0]}`,
  };
  const list = (await (
    await ask('/v2/operators', {...(headers && {headers})})
  ).json()) as {operator_id: string}[];
  const path = `/v2/operators/${list[0]!.operator_id}/runs`;
  return {...started, path, release: resolve};
}

describe('a server', () => {
  it('refuses broken JSON with the reason', async (test) => {
    const {ask, path} = await setup(test);
    const answer = await ask(path, {body: '{"parameters": '});
    assert.equal(answer.status, 422);
    const {detail} = (await answer.json()) as {detail: {type: string}[]};
    assert.equal(detail[0]?.type, 'json_invalid');
  });

  it('refuses prototypes in JSON', async (test) => {
    const {ask, path} = await setup(test);
    const answer = await ask(path, {
      body: '{"parameters": {"__proto__": {"text": "a"}}}',
    });
    assert.ok(answer.status >= 400 && answer.status < 500);
  });

  it('refuses a body that is too large, and goes on', async (test) => {
    const {ask, path, release} = await setup(test, {bodyLimit: 1000});
    const answer = await ask(path, {
      body: {parameters: {text: 'a'.repeat(2000)}},
    });
    assert.equal(answer.status, 413);
    assert.deepEqual(await answer.json(), {
      detail: 'The body is larger than 1000 bytes.',
    });
    assert.equal((await ask(path, {body: {parameters: {}}})).status, 202);
    release();
  });

  it('refuses a body of another type than JSON', async (test) => {
    const {ask, path} = await setup(test);
    const answer = await ask(path, {
      method: 'POST',
      body: 'a=b',
      headers: {'content-type': 'application/x-www-form-urlencoded'},
    });
    assert.equal(answer.status, 415);
  });

  it('refuses runs when too many wait', async (test) => {
    const {ask, path} = await setup(test, {concurrency: 1, maxQueued: 1});
    const statuses: number[] = [];
    for (let count = 0; count < 3; count += 1) {
      const answer = await ask(path, {body: {parameters: {}}});
      statuses.push(answer.status);
      if (answer.status !== 503) continue;
      assert.equal(answer.headers.get('retry-after'), '1');
      assert.match(await answer.text(), /too many runs waiting/);
    }
    assert.deepEqual(statuses, [202, 202, 503]);
  });

  it('refuses a caller who has too many', async (test) => {
    const {ask, path} = await setup(test, {maxRunsPerClient: 1});
    assert.equal((await ask(path, {body: {parameters: {}}})).status, 202);
    assert.equal((await ask(path, {body: {parameters: {}}})).status, 429);
  });

  it('heeds the limit of an operator, and lets others pass', async (test) => {
    const {promise, resolve} = deferred();
    let most = 0;
    let now = 0;
    const {url} = await startServer(test, {
      operators: [
        {
          name: 'One by one',
          concurrency: 1,
          execute: async () => {
            now += 1;
            most = Math.max(most, now);
            await promise;
            now -= 1;
            return {success: true, message: ''};
          },
        },
        {name: 'Other', execute: () => ({success: true, message: ''})},
      ],
    });
    const {registry} = await connectClient(test, url);
    const runs = [1, 2, 3].map(() => registry.run('One by one'));
    assert.equal((await registry.run('Other')).success, true);
    resolve();
    await Promise.all(runs);
    assert.equal(most, 1);
  });

  it('ends a request that comes too slowly, and serves others', async (test) => {
    const {url, ask} = await setup(test, {requestTimeoutMs: 300});
    const {port, hostname} = new URL(url);
    const sockets = Array.from({length: 50}, () => {
      const socket = connect(Number(port), hostname);
      socket.write('POST /api/v2/operators/x/runs HTTP/1.1\r\nHost: a\r\n');
      socket.on('error', () => undefined);
      return socket;
    });
    const drips = setInterval(() => {
      for (const socket of sockets) socket.write('X-A: b\r\n');
    }, 50);
    test.after(() => {
      clearInterval(drips);
      for (const socket of sockets) socket.destroy();
    });
    assert.equal((await ask('/operators')).status, 200);
    await Promise.all(sockets.map(closed));
    assert.equal((await ask('/operators')).status, 200);
  });

  it('lets a reader of events go who does not read', async (test) => {
    const release = deferred();
    const {ask, url, server} = await startServer(test, {
      operators: [
        {
          name: 'Chatter',
          execute: async ({log, signal}) => {
            while (!signal.aborted) {
              for (let line = 0; line < 100; line += 1) log('x'.repeat(10_000));
              await new Promise((resolve) => setImmediate(resolve));
            }
            release.resolve();
            return {success: true, message: ''};
          },
        },
      ],
    });
    const [{operator_id: id}] = (await (await ask('/v2/operators')).json()) as [
      {operator_id: string},
    ];
    const answer = await ask(`/v2/operators/${id}/runs`, {
      body: {parameters: {}},
    });
    const {run_id: runId} = (await answer.json()) as {run_id: string};
    const {hostname, port} = new URL(url);
    const reader = connect(Number(port), hostname);
    reader.on('error', () => undefined);
    // Nothing is read, so that the server's buffer fills.
    reader.pause();
    const {pathname} = new URL(`${url}/v2/runs/${runId}/events`);
    reader.write(`GET ${pathname} HTTP/1.1\r\nHost: a\r\n\r\n`);
    await letGo(server.app.server, reader);
    await ask(`/v2/runs/${runId}/cancel`, {method: 'POST'});
    await release.promise;
  });
});

describe('pages', () => {
  it('of this machine may use a server, others may not', async (test) => {
    const {ask} = await setup(test);
    const allowed = await ask('/operators', {
      headers: {origin: 'http://localhost:5173'},
    });
    assert.equal(allowed.status, 200);
    assert.equal(
      allowed.headers.get('access-control-allow-origin'),
      'http://localhost:5173',
    );
    assert.match(
      allowed.headers.get('access-control-expose-headers') ?? '',
      /link/,
    );
    const refused = await ask('/operators', {
      headers: {origin: 'https://evil.example'},
    });
    assert.equal(refused.status, 403);
    assert.equal(refused.headers.get('access-control-allow-origin'), null);
  });

  it('may be named', async (test) => {
    const {ask} = await setup(test, {origins: ['https://a.example']});
    const from = async (origin: string): Promise<number> =>
      (await ask('/operators', {headers: {origin}})).status;
    assert.equal(await from('https://a.example'), 200);
    assert.equal(await from('http://localhost:5173'), 403);
  });

  it('may ask first what they may send', async (test) => {
    const {ask, path} = await setup(test, {tokens: ['secret']});
    const answer = await ask(path, {
      method: 'OPTIONS',
      headers: {
        origin: 'http://localhost:5173',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,idempotency-key',
      },
    });
    assert.equal(answer.status, 204);
    assert.match(
      answer.headers.get('access-control-allow-headers') ?? '',
      /idempotency-key/,
    );
  });
});

describe('a token', () => {
  it('is asked for with every request for operators', async (test) => {
    const {url, ask} = await setup(test, {tokens: ['right']});
    for (const token of ['', 'wrong']) {
      const answer = await ask('/operators', {
        headers: {authorization: `Bearer ${token}`},
      });
      assert.equal(answer.status, 401);
    }
    const bad = await connectClient(test, url, {tries: 1});
    const error = bad.source.state.error;
    assert.ok(error instanceof RemoteOperatorError);
    assert.equal(error.kind, 'unauthorized');
    const good = await connectClient(test, url, {
      headers: {authorization: 'Bearer right'},
    });
    assert.equal(good.source.state.status, 'ready');
  });
});

describe('what is beside the operators', () => {
  it('is a word on health, and a description', async (test) => {
    const {url, ask} = await setup(test);
    const origin = url.replace('/api', '');
    const health = await fetch(`${origin}/healthz`);
    assert.deepEqual(await health.json(), {status: 'healthy'});
    const document = (await (await fetch(`${origin}/openapi.json`)).json()) as {
      paths: Record<string, unknown>;
    };
    const paths = Object.keys(document.paths);
    assert.ok(paths.includes('/api/operators/{operatorId}/execute'));
    assert.ok(paths.includes('/api/v2/runs/{runId}/events'));
    assert.equal((await ask('/nothing')).status, 404);
  });
});

/** Settles when a socket is closed, whichever way. */
function closed(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    socket.once('close', () => resolve());
  });
}

/** Settles when the server has given up its side of the last connection. */
async function letGo(server: Server, reader: Socket): Promise<void> {
  await new Promise<void>((resolve) => {
    server.once('connection', (socket: Socket) => {
      void closed(socket).then(resolve);
    });
  });
  reader.destroy();
}
