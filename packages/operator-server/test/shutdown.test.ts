import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import type {RemoteOperatorError} from '@ls-annotation/operators';

import {createOperatorServer} from '../src/index.js';
import type {ServerOperator} from '../src/index.js';

import {
  connectClient,
  deferred,
  startServer,
  until,
} from './support/start-server.js';

describe('a server that shuts down', () => {
  it('lets runs end that do so in time, and tells their end', async (test) => {
    const begun = deferred();
    const release = deferred();
    const {server, url} = await startServer(test, {
      operators: [
        {
          name: 'Soon',
          execute: async () => {
            begun.resolve();
            await release.promise;
            return {success: true, message: 'In time.'};
          },
        },
      ],
    });
    const {registry} = await connectClient(test, url);
    const run = registry.run('Soon');
    await begun.promise;
    const closed = server.close();
    release.resolve();
    assert.equal((await run.done).message, 'In time.');
    await closed;
  });

  it('aborts runs at its deadline, and tells why', async (test) => {
    const begun = deferred();
    const aborted = deferred();
    const {server, url} = await startServer(test, {
      shutdownMs: 50,
      operators: [
        {
          name: 'Endless',
          execute: ({signal}) => {
            begun.resolve();
            return new Promise((_, reject) => {
              signal.addEventListener('abort', () => {
                aborted.resolve();
                reject(new Error('aborted'));
              });
            });
          },
        },
      ],
    });
    const {registry} = await connectClient(test, url);
    const run = registry.run('Endless');
    await begun.promise;
    await server.close();
    await aborted.promise;
    assert.match((await run.done).message, /The server was shut down/);
  });

  it('shuts its operators down', async (test) => {
    const calls: string[] = [];
    const {server} = await startServer(test, {
      operators: [
        {
          name: 'Model',
          startup: async () => void calls.push('startup'),
          shutdown: () => void calls.push('shutdown'),
          execute: () => ({success: true, message: ''}),
        },
      ],
    });
    await server.close();
    await server.close();
    assert.deepEqual(calls, ['startup', 'shutdown']);
  });
});

describe('a server that is restarted', () => {
  const greeting = (startupMs = 0): ServerOperator => ({
    name: 'Greeting',
    startup: () => new Promise((resolve) => setTimeout(resolve, startupMs)),
    execute: () => ({success: true, message: 'Hello.'}),
  });

  it('is found again, without asking', async (test) => {
    const {server, url} = await startServer(test, {operators: [greeting()]});
    const {registry, source} = await connectClient(test, url, {tries: 1});
    await server.close();
    await source.refresh();
    assert.equal(source.state.status, 'failed');
    const run = registry.run('Greeting');
    await run.done;
    assert.equal((run.error as RemoteOperatorError).kind, 'network');
    const again = await createOperatorServer({operators: [greeting()]});
    test.after(() => again.close());
    await again.listen({port: Number(new URL(url).port)});
    assert.equal((await registry.run('Greeting')).message, 'Hello.');
    await source.refresh();
    assert.equal(source.state.status, 'ready');
  });

  it('has its runs forgotten, which the client reports', async (test) => {
    const begun = deferred();
    const endless: ServerOperator = {
      name: 'Endless',
      execute: ({progress, signal}) => {
        progress(0.5);
        begun.resolve();
        return new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(new Error('aborted')));
        });
      },
    };
    const options = {operators: [endless], shutdownMs: 0};
    const before = await startServer(test, options);
    const after = await startServer(test, options);
    let current = before.url;
    let breakStream = (): void => undefined;
    const {registry} = await connectClient(test, before.url, {
      fetch: async (address, init) => {
        const response = await fetch(
          address.replace(before.url, current),
          init,
        );
        if (!address.endsWith('/events')) return response;
        const stream = new TransformStream<Uint8Array, Uint8Array>({
          start: (controller) => {
            breakStream = () => controller.terminate();
          },
        });
        return new Response(response.body?.pipeThrough(stream), response);
      },
    });
    const run = registry.run('Endless');
    await begun.promise;
    await until(run, (now) => now.progress.fraction === 0.5);
    // The process behind the address dies, and another one takes its place.
    current = after.url;
    breakStream();
    assert.match((await run.done).message, /no longer knows this run/);
  });
});
