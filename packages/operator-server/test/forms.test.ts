import assert from 'node:assert/strict';
import {Agent, request} from 'node:http';
import type {Socket} from 'node:net';
import {describe, it} from 'node:test';
import type {TestContext} from 'node:test';

import type {ServerOperator} from '../src/index.js';

import {deferred, startServer} from './support/start-server.js';

describe('what a form asks of a server', () => {
  /** Asks on one connection; resolves with the status of the answer. */
  function connection(test: TestContext, url: string) {
    const agent = new Agent({keepAlive: true, maxSockets: 1});
    test.after(() => agent.destroy());
    return (path: string, signal?: AbortSignal): Promise<number> =>
      new Promise((resolve, reject) => {
        const asked = request(url + path, {
          agent,
          method: 'POST',
          headers: {'content-type': 'application/json'},
          ...(signal && {signal}),
        });
        asked.on('response', (response) => {
          response.resume().on('end', () => resolve(response.statusCode ?? 0));
        });
        asked.on('error', reject);
        asked.end('{"parameter": "model", "query": "", "parameters": {}}');
      });
  }

  /** Where the choices of the only operator are asked for. */
  async function optionsPath(url: string): Promise<string> {
    const response = await fetch(`${url}/v2/operators`);
    const [{operator_id: id}] = (await response.json()) as [
      {operator_id: string},
    ];
    return `/v2/operators/${id}/options`;
  }

  const models = (
    options: NonNullable<ServerOperator['options']>,
  ): ServerOperator => ({
    name: 'Models',
    parameters: [{name: 'model', param_type: 'str', options: 'async'}],
    options,
    execute: () => ({success: true, message: ''}),
  });

  it('leaves nothing on a connection that is used again', async (test) => {
    const sockets: Socket[] = [];
    const {server, url} = await startServer(test, {
      operators: [models(() => ['small', 'large'])],
    });
    server.app.server.on('connection', (socket) => sockets.push(socket));
    const path = await optionsPath(url);
    sockets.length = 0;
    const ask = connection(test, url);
    assert.equal(await ask(path), 200);
    const [socket] = sockets;
    assert.ok(socket);
    const before = socket.listenerCount('close');
    for (let times = 0; times < 5; times += 1) {
      assert.equal(await ask(path), 200);
    }
    assert.equal(sockets.length, 1);
    assert.equal(socket.listenerCount('close'), before);
  });

  it('is given up when nobody waits for the answer', async (test) => {
    const begun = deferred();
    const aborted = deferred();
    const {url} = await startServer(test, {
      operators: [
        models(({signal}) => {
          begun.resolve();
          return new Promise((_, reject) => {
            signal.addEventListener('abort', () => {
              aborted.resolve();
              reject(new Error('aborted'));
            });
          });
        }),
      ],
    });
    const path = await optionsPath(url);
    const caller = new AbortController();
    const asked = connection(test, url)(path, caller.signal);
    await begun.promise;
    caller.abort();
    await assert.rejects(asked);
    await aborted.promise;
  });

  it('has a signal that stays calm once it is answered', async (test) => {
    const signals: AbortSignal[] = [];
    const {url} = await startServer(test, {
      operators: [
        models(({signal}) => {
          signals.push(signal);
          return ['small'];
        }),
      ],
    });
    const path = await optionsPath(url);
    const ask = connection(test, url);
    assert.equal(await ask(path), 200);
    assert.equal(await ask(path), 200);
    assert.equal(signals[0]?.aborted, false);
  });
});
