import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import type {
  OperatorContext,
  RemoteOperatorError,
} from '@ls-annotation/operators';

import {OperatorInputError} from '../src/index.js';
import type {RunView, ServerOperator} from '../src/index.js';

import {
  connectClient,
  deferred,
  startServer,
  until,
} from './support/start-server.js';

const DONE = {success: true, message: 'Done.'};

/** An operator that says how far it is when it is told to. */
function stepper() {
  const begun = deferred<Parameters<ServerOperator['execute']>[0]>();
  const release = deferred();
  const aborted = deferred();
  const operator: ServerOperator = {
    name: 'Stepper',
    description: 'Goes step by step.',
    parameters: [{name: 'count', param_type: 'int', required: false, min: 1}],
    execute: async (options) => {
      options.signal.addEventListener('abort', () => {
        aborted.resolve();
        release.resolve();
      });
      begun.resolve(options);
      await release.promise;
      return DONE;
    },
  };
  return {operator, begun, release, aborted};
}

describe('runs as resources', () => {
  it('bring progress, log and result to the run of a client', async (test) => {
    const {operator, begun, release} = stepper();
    const {url} = await startServer(test, {operators: [operator]});
    const {registry, source} = await connectClient(test, url);
    assert.equal(source.offersRuns, true);
    assert.equal(registry.find('Stepper')?.description, 'Goes step by step.');
    const run = registry.run('Stepper');
    const {progress, log} = await begun.promise;
    progress(0.25, 'a quarter');
    log('hello');
    const {log: lines} = await until(run, (now) => now.log.length > 0);
    assert.equal(lines[0]?.message, 'hello');
    await until(run, (now) => now.progress.fraction === 0.25);
    progress(0.5);
    await until(run, (now) => now.progress.fraction === 0.5);
    assert.equal(run.progress.text, 'a quarter');
    release.resolve();
    assert.deepEqual(await run.done, DONE);
  });

  it('stop the work when the run is aborted', async (test) => {
    const {operator, begun, aborted} = stepper();
    const {url, ask} = await startServer(test, {operators: [operator]});
    const {registry} = await connectClient(test, url);
    const run = registry.run('Stepper');
    await begun.promise;
    run.abort();
    await aborted.promise;
    const [told] = (await (await ask('/v2/runs')).json()) as RunView[];
    assert.equal(told?.state, 'cancelled');
    assert.deepEqual(told.error, {kind: 'cancelled', message: 'Cancelled.'});
  });

  it('stop the work when the plain request goes away', async (test) => {
    const {operator, begun, aborted} = stepper();
    const {url, ask} = await startServer(test, {operators: [operator]});
    const [{operator_id: id}] = (await (await ask('/operators')).json()) as [
      {operator_id: string},
    ];
    const controller = new AbortController();
    const answer = fetch(`${url}/operators/${id}/execute`, {
      method: 'POST',
      headers: {'content-type': 'application/json'},
      body: JSON.stringify({
        parameters: {},
        context: {collection_id: '6f0cb38e-4f1c-4c39-9a3d-0c8f8a1f2b11'},
      }),
      signal: controller.signal,
    });
    await begun.promise;
    controller.abort();
    await assert.rejects(answer);
    await aborted.promise;
  });

  it('are made once for one key', async (test) => {
    const {operator, begun, release} = stepper();
    const {ask} = await startServer(test, {operators: [operator]});
    const make = await maker(ask, 'Stepper');
    const headers = {'idempotency-key': 'abc'};
    const first = await make({parameters: {}}, headers);
    const second = await make({parameters: {}}, headers);
    assert.equal(first.status, 202);
    const run = (await first.json()) as RunView;
    assert.equal(((await second.json()) as RunView).run_id, run.run_id);
    assert.equal(first.headers.get('location'), `/api/v2/runs/${run.run_id}`);
    await begun.promise;
    release.resolve();
  });

  it('tell the events after the last one that somebody got', async (test) => {
    const {operator, begun, release} = stepper();
    const {ask} = await startServer(test, {operators: [operator]});
    const run = await (await maker(ask, 'Stepper'))({parameters: {}});
    const {run_id: id} = (await run.json()) as RunView;
    const {log} = await begun.promise;
    for (const line of ['one', 'two', 'three']) log(line);
    release.resolve();
    const all = await (await ask(`/v2/runs/${id}/events`)).text();
    assert.deepEqual(
      [...all.matchAll(/^event: (.*)$/gm)].map(([, type]) => type),
      ['state', 'state', 'log', 'log', 'log', 'end'],
    );
    const rest = await ask(`/v2/runs/${id}/events`, {
      headers: {'last-event-id': '4'},
    });
    assert.equal(
      rest.headers.get('content-type'),
      'text/event-stream; charset=utf-8',
    );
    const text = await rest.text();
    assert.doesNotMatch(text, /two/);
    assert.match(text, /three/);
  });

  it('are taken up again where the connection broke', async (test) => {
    const {operator, begun, release} = stepper();
    const {url} = await startServer(test, {operators: [operator]});
    let streams = 0;
    const asked: string[] = [];
    const {registry} = await connectClient(test, url, {
      fetch: async (address, init) => {
        const response = await fetch(address, init);
        if (!address.endsWith('/events')) return response;
        asked.push(init.headers['last-event-id'] ?? '');
        streams += 1;
        return streams === 1 ? cutAfter(response, /event: log/) : response;
      },
    });
    const run = registry.run('Stepper');
    const {log} = await begun.promise;
    log('one');
    await until(run, (now) => now.log.length === 1);
    log('two');
    release.resolve();
    assert.deepEqual(await run.done, DONE);
    assert.deepEqual(
      run.log.map(({message}) => message),
      ['one', 'two'],
    );
    assert.deepEqual(asked, ['', '3']);
  });

  it('tell that the server does not answer, until it does', async (test) => {
    const {operator, begun, release} = stepper();
    const {url} = await startServer(test, {operators: [operator]});
    const isBack = deferred();
    let streams = 0;
    const {registry} = await connectClient(test, url, {
      fetch: async (address, init) => {
        if (!address.endsWith('/events')) return fetch(address, init);
        streams += 1;
        if (streams === 2 || streams === 3) throw new TypeError('It is down.');
        if (streams === 4) await isBack.promise;
        const response = await fetch(address, init);
        return streams === 1 ? cutAfter(response, /event: log/) : response;
      },
    });
    const run = registry.run('Stepper');
    const {progress, log} = await begun.promise;
    progress(0.5, 'half of it');
    await until(run, (now) => now.progress.fraction === 0.5);
    log('one');
    const lost = await until(run, (now) =>
      now.progress.text.includes('not answer'),
    );
    assert.equal(lost.progress.fraction, 0.5);
    log('two');
    isBack.resolve();
    const back = await until(run, (now) => now.log.length === 2);
    assert.equal(back.progress.text, 'half of it');
    release.resolve();
    assert.deepEqual(await run.done, DONE);
  });

  it('say what was wrong with what they were given', async (test) => {
    const {operator} = stepper();
    const {url} = await startServer(test, {operators: [operator]});
    const {registry} = await connectClient(test, url, {
      // The form is older than the server: it knows no bound.
      fetch: async (address, init) => {
        const response = await fetch(address, init);
        if (!address.endsWith('/v2/operators')) return response;
        const text = await response.text();
        return new Response(text.replace('"min":1', '"min":-9'), response);
      },
    });
    const run = registry.run('Stepper', {count: 0});
    await run.done;
    const error = run.error as RemoteOperatorError;
    assert.equal(error.code, 'operators/invalid-values');
    assert.deepEqual(
      error.issues.map(({code, path}) => ({code, path})),
      [{code: 'parameter/range', path: '/count'}],
    );
  });

  for (const [what, thrown, words] of [
    ['an input error', new OperatorInputError('No cats.'), 'No cats.'],
    ['another error', new Error('Out of memory.'), 'Out of memory.'],
    ['nothing', undefined, 'without saying why'],
  ] as const) {
    it(`say what was thrown: ${what}`, async (test) => {
      const {url} = await startServer(test, {
        operators: [{name: 'Throws', execute: () => Promise.reject(thrown)}],
      });
      const {registry} = await connectClient(test, url);
      const run = registry.run('Throws');
      assert.match((await run.done).message, new RegExp(words));
      const error = run.error as RemoteOperatorError;
      assert.equal(error.kind, 'execution');
    });
  }

  it('pass on what else a result holds', async (test) => {
    const {ask} = await startServer(test, {
      operators: [
        {
          name: 'Table',
          execute: () => ({...DONE, outputs: [1]}) as typeof DONE,
        },
      ],
    });
    const answer = await (await maker(ask, 'Table'))({parameters: {}});
    const {run_id: id} = (await answer.json()) as RunView;
    const events = await (await ask(`/v2/runs/${id}/events`)).text();
    assert.match(events, /"outputs":\[1\]/);
  });

  it('end after their time', async (test) => {
    const {operator, aborted} = stepper();
    const {url} = await startServer(test, {
      operators: [{...operator, timeoutMs: 30}],
    });
    const {registry} = await connectClient(test, url);
    const {message} = await registry.run('Stepper');
    assert.match(message, /was not finished in/);
    await aborted.promise;
  });

  it('have a history that is bounded and holds no values', async (test) => {
    const {ask} = await startServer(test, {
      operators: [
        {
          name: 'Quick',
          parameters: [{name: 'password', secret: true}],
          execute: () => DONE,
        },
      ],
      maxHistory: 3,
    });
    const make = await maker(ask, 'Quick');
    for (let count = 0; count < 5; count += 1) {
      const answer = await make({parameters: {password: 'hunter2'}});
      const {run_id: id} = (await answer.json()) as RunView;
      await (await ask(`/v2/runs/${id}/events`)).text();
    }
    const text = await (await ask('/v2/runs')).text();
    assert.equal((JSON.parse(text) as unknown[]).length, 3);
    assert.doesNotMatch(text, /hunter2/);
  });

  it('that nobody knows are not found', async (test) => {
    const {ask} = await startServer(test, {operators: []});
    for (const [path, method] of [
      ['/v2/runs/x', 'GET'],
      ['/v2/runs/x/events', 'GET'],
      ['/v2/runs/x/cancel', 'POST'],
      ['/v2/runs/x', 'DELETE'],
    ] as const) {
      const answer = await ask(path, {method});
      assert.equal(answer.status, 404, path);
      assert.deepEqual(await answer.json(), {detail: "Run 'x' not found"});
    }
  });
});

describe('the form of an operator', () => {
  const operator: ServerOperator = {
    name: 'Asks back',
    parameters: [{name: 'model', options: 'async'}],
    resolve: ({parameters}) =>
      parameters.model === 'big'
        ? {parameters: [{name: 'model'}, {name: 'licence'}]}
        : null,
    options: ({query}) =>
      ['big', 'small'].filter((name) => name.includes(query)),
    validate: (values) =>
      (values as {model: string}).model === 'bad'
        ? [{message: 'Not that one.', path: '/model'}]
        : [],
    execute: () => DONE,
  };

  it('gets its choices from the server', async (test) => {
    const {ask} = await startServer(test, {operators: [operator]});
    const path = await pathOf(ask, 'Asks back', 'options');
    const answer = await ask(path, {body: {parameter: 'model', query: 'sm'}});
    assert.deepEqual(await answer.json(), ['small']);
  });

  it('gets other parameters from the server, or none', async (test) => {
    const {ask} = await startServer(test, {operators: [operator]});
    const path = await pathOf(ask, 'Asks back', 'resolve');
    const big = await ask(path, {body: {parameters: {model: 'big'}}});
    assert.deepEqual(await big.json(), {
      parameters: [{name: 'model'}, {name: 'licence'}],
    });
    const other = await ask(path, {body: {parameters: {}}});
    assert.equal(await other.json(), null);
  });

  it('asks through the operator of the client', async (test) => {
    const {url} = await startServer(test, {operators: [operator]});
    const {registry} = await connectClient(test, url);
    const {signal} = new AbortController();
    const {operator: remote} = registry.find('Asks back')!;
    const context = {} as OperatorContext;
    const values = {model: 'big'};
    assert.deepEqual(
      await remote.options?.({
        parameter: 'model',
        query: 'bi',
        values,
        context,
        signal,
      }),
      ['big'],
    );
    const resolved = await remote.resolve?.({
      parameters: values,
      context,
      signal,
    });
    assert.deepEqual(
      resolved?.parameters.map(({name}) => name),
      ['model', 'licence'],
    );
  });

  it('is checked again with what the server resolves', async (test) => {
    const {ask} = await startServer(test, {operators: [operator]});
    const make = await maker(ask, 'Asks back');
    const places = async (parameters: unknown): Promise<unknown> => {
      const answer = await make({parameters});
      const {detail} = (await answer.json()) as {detail?: {loc: unknown[]}[]};
      return detail?.map(({loc}) => loc.slice(2)) ?? answer.status;
    };
    assert.deepEqual(await places({model: 'big'}), [['licence']]);
    assert.deepEqual(await places({model: 'bad'}), [['model']]);
    assert.deepEqual(await places({model: 'small'}), 202);
  });
});

type Ask = Awaited<ReturnType<typeof startServer>>['ask'];

async function pathOf(ask: Ask, name: string, route: string): Promise<string> {
  const list = (await (await ask('/v2/operators')).json()) as {
    operator_id: string;
    name: string;
  }[];
  const found = list.find((one) => one.name === name);
  return `/v2/operators/${found!.operator_id}/${route}`;
}

async function maker(ask: Ask, name: string) {
  const path = await pathOf(ask, name, 'runs');
  return (body: unknown, headers: Record<string, string> = {}) =>
    ask(path, {body, headers});
}

/** The response, whose body breaks after what fits. */
function cutAfter(response: Response, pattern: RegExp): Response {
  let seen = '';
  const decoder = new TextDecoder();
  const cut = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      seen += decoder.decode(chunk, {stream: true});
      controller.enqueue(chunk);
      if (pattern.test(seen)) controller.terminate();
    },
  });
  return new Response(response.body?.pipeThrough(cut), response);
}
