import assert from 'node:assert/strict';
import {after, describe, it} from 'node:test';

import {
  CLIENT_ROWS,
  WIRE_ROWS,
  clientRowDifferences,
  wireRowDifferences,
} from '@ls-annotation/testing/lightly-studio';

import {createOperatorServer} from '../src/index.js';

import {startServer} from './support/start-server.js';
import {TABLE_OPERATORS} from './support/table-operators.js';

const COLLECTION = '6f0cb38e-4f1c-4c39-9a3d-0c8f8a1f2b11';
const CONTEXT = {collection_id: COLLECTION};

const NAMES = new Set(TABLE_OPERATORS.map(({name}) => name));

/** Blanks are no values here, and arrive as what they are: unset. */
const OTHER_HERE = new Set([
  'unset optional parameters arrive as blanks in the compatible mode',
]);

const setup = (test: Parameters<typeof startServer>[0]) =>
  startServer(test, {
    operators: TABLE_OPERATORS,
    findCollection: (id) =>
      id === COLLECTION ? {scopes: ['root', 'image']} : null,
  });

interface Listed {
  operator_id: string;
  name: string;
  supported_scopes: string[];
}

describe("LightlyStudio's routes", async () => {
  const server = await createOperatorServer({
    operators: TABLE_OPERATORS,
    findCollection: (id) =>
      id === COLLECTION ? {scopes: ['root', 'image']} : null,
  });
  const url = await server.listen({port: 0});
  after(() => server.close());
  const place = {url, collectionId: COLLECTION};

  describe('end every run as LightlyStudio does, seen by the client', () => {
    for (const row of CLIENT_ROWS) {
      if (!NAMES.has(row.operator) || OTHER_HERE.has(row.title)) continue;
      // Runs as resources have words of their own: the old route is asked.
      it(row.title, async () => {
        const differences = await clientRowDifferences(row, place, {
          fetch: async (address, init) => {
            const response = await fetch(address, init);
            const headers = new Headers(response.headers);
            headers.delete('link');
            return new Response(response.body, {
              status: response.status,
              headers,
            });
          },
        });
        assert.deepEqual(differences, []);
      });
    }
  });

  describe('refuse as LightlyStudio does', () => {
    for (const row of WIRE_ROWS) {
      if (row.failure.kind === 'format' || row.path === '/operator') continue;
      it(row.title, async () => {
        assert.deepEqual(await wireRowDifferences(row, place), []);
      });
    }
  });

  it('list exactly three keys, with ids that stay', async (test) => {
    const {ask} = await setup(test);
    const list = (await (await ask('/operators')).json()) as Listed[];
    assert.deepEqual(Object.keys(list[0]!), [
      'operator_id',
      'name',
      'supported_scopes',
    ]);
    assert.match(list[0]!.operator_id, /^[0-9a-f-]{36}$/);
    const again = await (await fetch(`${url}/operators`)).json();
    assert.deepEqual(again, list);
  });

  it('tell parameters in six keys', async (test) => {
    const {ask} = await setup(test);
    const [first] = (await (await ask('/operators')).json()) as Listed[];
    const answer = await ask(`/operators/${first!.operator_id}/parameters`);
    assert.deepEqual(await answer.json(), [
      {
        name: 'name',
        description: 'your name',
        default: 'you',
        required: true,
        param_type: 'str',
        columns: null,
      },
    ]);
  });

  it('refuse to be read where one runs', async (test) => {
    const {ask} = await setup(test);
    const answer = await ask(await execute(ask, 'Greeting'));
    assert.equal(answer.status, 405);
    assert.deepEqual(await answer.json(), {detail: 'Method Not Allowed'});
  });

  it('take a slash behind an address', async (test) => {
    const {ask} = await setup(test);
    assert.equal((await ask('/operators/')).status, 200);
  });

  it('answer a crash without its words, readable from another page', async (test) => {
    const {ask} = await setup(test);
    const answer = await ask(await execute(ask, 'Crashes'), {
      body: {parameters: {}, context: CONTEXT},
      headers: {origin: 'http://localhost:5173'},
    });
    assert.equal(answer.status, 500);
    assert.equal(await answer.text(), 'Internal Server Error');
    assert.equal(
      answer.headers.get('access-control-allow-origin'),
      'http://localhost:5173',
    );
  });

  it('say that an operator that did not start is in an error state', async (test) => {
    const {ask} = await setup(test);
    const path = await execute(ask, 'Broken');
    const answer = await ask(path, {body: {parameters: {}, context: CONTEXT}});
    const {success, message} = (await answer.json()) as Record<string, unknown>;
    assert.equal(success, false);
    assert.match(
      String(message),
      /is in an error state and cannot be executed/,
    );
  });

  it('check values, and say which', async (test) => {
    const {ask} = await setup(test);
    const answer = await ask(await execute(ask, 'Every type'), {
      body: {
        parameters: {
          text: '',
          count: 1.5,
          rules: [{pattern: 'x', weight: 'heavy'}],
          more: 1,
        },
        context: CONTEXT,
      },
    });
    assert.equal(answer.status, 422);
    const {detail} = (await answer.json()) as {detail: {loc: unknown[]}[]};
    assert.deepEqual(
      detail.map(({loc}) => loc),
      [
        ['body', 'parameters', 'text'],
        ['body', 'parameters', 'count'],
        ['body', 'parameters', 'rules', 0, 'weight'],
        ['body', 'parameters', 'more'],
      ],
    );
  });

  it('send no text back that was typed', async (test) => {
    const {ask} = await setup(test);
    const answer = await ask(await execute(ask, 'Every type'), {
      body: {parameters: {text: 'a', count: 'hunter2'}, context: CONTEXT},
    });
    assert.doesNotMatch(await answer.text(), /hunter2/);
  });
});

async function execute(
  ask: Awaited<ReturnType<typeof setup>>['ask'],
  name: string,
): Promise<string> {
  const list = (await (await ask('/operators')).json()) as Listed[];
  const found = list.find((one) => one.name === name);
  return `/operators/${found!.operator_id}/execute`;
}
