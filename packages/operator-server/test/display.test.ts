import assert from 'node:assert/strict';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import type {TestContext} from 'node:test';
import {fileURLToPath} from 'node:url';

import {readAnnotation, regionsOf} from '@ls-annotation/core';
import type {AnnotationJson} from '@ls-annotation/core';
import {platformFetch} from '@ls-annotation/operators';
import type {
  ExecuteOptions,
  OperatorContext,
  OperatorTarget,
} from '@ls-annotation/operators';

import {commandOperators} from '../src/index.js';
import type {ServerOperator} from '../src/index.js';

import {connectClient, startServer} from './support/start-server.js';

const PYTHON = fileURLToPath(new URL('../python', import.meta.url));

const RESULT = [
  {
    id: 'r1',
    from_name: 'label',
    to_name: 'text',
    type: 'labels',
    origin: 'manual',
    value: {start: 0, end: 3, text: 'Ada', labels: ['Person'], more: true},
  },
];
const TASK = {id: 7, data: {text: 'Ada wrote.'}, meta: {secret: 'kept here'}};

/** What a page has on display. */
function target(json: AnnotationJson | null): OperatorTarget {
  const read = json && readAnnotation(json);
  return {
    task: TASK,
    config: null,
    annotation: read?.ok === true ? read.value : null,
    scopes: ['root', 'annotation'],
    readonlyReason: null,
    apply: () => undefined,
  };
}

/** Tells what it sees, as words. */
function tell({context}: Pick<ExecuteOptions, 'context'>) {
  return {success: true, message: JSON.stringify(seenBy(context))};
}

function seenBy({task, data, annotation}: OperatorContext): unknown {
  return {
    task,
    data,
    annotation: annotation && {
      id: annotation.info.pk,
      regions: [...regionsOf(annotation.regions)].map(({id, results}) => ({
        id,
        values: results.map(({value}) => value),
      })),
    },
  };
}

const SEEN = {
  task: {id: 7, data: TASK.data},
  data: TASK.data,
  annotation: {id: '5', regions: [{id: 'r1', values: [['Person']]}]},
};

/** A page that shows an annotation, and a server of operators. */
async function setup(
  test: TestContext,
  operators: readonly ServerOperator[],
  json: AnnotationJson | null = {id: 5, result: RESULT},
) {
  const sent: string[] = [];
  const server = await startServer(test, {operators});
  const {registry} = await connectClient(test, server.url, {
    fetch: (url, init) => {
      if (init.body !== undefined) sent.push(init.body);
      return platformFetch(url, init);
    },
  });
  registry.setTarget(target(json));
  return {...server, registry, sent};
}

describe('what is on display', () => {
  it('is there for an operator that asks for it, as in the browser', async (test) => {
    const {registry} = await setup(test, [
      {name: 'Op', reads: ['data', 'annotation'], execute: tell},
    ]);
    const {message} = await registry.run('Op');
    assert.deepEqual(JSON.parse(message), SEEN);
  });

  it('is sent as Label Studio JSON, key by key as it was loaded', async (test) => {
    const {registry, sent} = await setup(test, [
      {name: 'Op', reads: ['annotation'], execute: tell},
    ]);
    await registry.run('Op');
    assert.deepEqual(JSON.parse(sent[0]!), {
      parameters: {},
      context: {annotation: {id: '5', result: RESULT}},
    });
  });

  it('is not sent to an operator that does not ask', async (test) => {
    const {registry, sent} = await setup(test, [{name: 'Op', execute: tell}]);
    const {message} = await registry.run('Op');
    assert.deepEqual(JSON.parse(sent[0]!), {parameters: {}, context: {}});
    assert.deepEqual(JSON.parse(message), {
      task: null,
      data: {},
      annotation: null,
    });
  });

  it('is left out where there is none', async (test) => {
    const operator: ServerOperator = {
      name: 'Op',
      reads: ['annotation'],
      execute: tell,
    };
    const {registry, sent} = await setup(test, [operator], null);
    const {message} = await registry.run('Op');
    assert.deepEqual(JSON.parse(sent[0]!), {parameters: {}, context: {}});
    assert.equal(JSON.parse(message).annotation, null);
  });

  it('is there for the form of an operator, too', async (test) => {
    const {registry} = await setup(test, [
      {
        name: 'Op',
        reads: ['annotation'],
        parameters: [{name: 'which', param_type: 'str', options: 'async'}],
        resolve: ({context}) => ({
          parameters: [
            {name: 'which', param_type: 'str', description: textOf(context)},
          ],
        }),
        options: ({context}) => [textOf(context)],
        validate: (_, {context}) => [{message: textOf(context)}],
        execute: tell,
      },
    ]);
    const {operator} = registry.find('Op')!;
    const {context} = registry;
    const {signal} = new AbortController();
    const asked = {context, signal};
    const resolved = await operator.resolve!({parameters: {}, ...asked});
    const {description} = resolved!.parameters[0]!;
    const question = {parameter: 'which', query: '', values: {}, ...asked};
    assert.equal(description, 'r1');
    assert.deepEqual(await operator.options!(question), ['r1']);
    assert.match((await registry.run('Op', {which: 'a'})).message, /r1/);
  });

  it('is dropped where nobody asked, and refused where it is none', async (test) => {
    const {ask} = await setup(test, [
      {name: 'Asks', reads: ['annotation', 'data'], execute: tell},
      {name: 'Asks not', execute: tell},
    ]);
    const list = (await (await ask('/v2/operators')).json()) as {
      operator_id: string;
      reads: readonly string[];
    }[];
    assert.deepEqual(
      list.map(({reads}) => reads),
      [['data', 'annotation'], []],
    );
    const context = {annotation: {result: 'none'}, task: []};
    const [asks, asksNot] = await Promise.all(
      list.map(({operator_id: id}) =>
        ask(`/v2/operators/${id}/runs`, {body: {parameters: {}, context}}),
      ),
    );
    assert.equal(asksNot!.status, 202);
    assert.equal(asks!.status, 422);
    const {detail} = (await asks!.json()) as {detail: {loc: unknown}[]};
    assert.deepEqual(
      detail.map(({loc}) => loc),
      [
        ['body', 'context', 'task', 'data'],
        ['body', 'context', 'annotation', 'result'],
      ],
    );
  });

  it('is told of nowhere else', async (test) => {
    const {registry, ask} = await setup(test, [
      {name: 'Op', reads: ['annotation'], execute: () => DONE},
    ]);
    await registry.run('Op');
    assert.doesNotMatch(await (await ask('/v2/runs')).text(), /Person|Ada/);
  });

  it('is there in Python, as JSON', async (test) => {
    const folder = await mkdtemp(join(tmpdir(), 'ls-operators-'));
    test.after(() => rm(folder, {recursive: true}));
    await writeFile(
      join(folder, 'ops.py'),
      `import json
from ls_operators import operator, serve

@operator("Reads", reads=["data", "annotation"])
def reads(run):
    return json.dumps([run.task, run.data, run.annotation])

@operator("Reads not")
def reads_not(run):
    return json.dumps([run.task, run.data, run.annotation])

serve()
`,
    );
    const operators = await commandOperators(['python3', 'ops.py'], {
      cwd: folder,
      env: {...process.env, PYTHONPATH: PYTHON},
    });
    const {registry} = await setup(test, operators);
    const reads = await registry.run('Reads');
    assert.deepEqual(JSON.parse(reads.message), [
      SEEN.task,
      TASK.data,
      {id: '5', result: RESULT},
    ]);
    const none = await registry.run('Reads not');
    assert.deepEqual(JSON.parse(none.message), [null, {}, null]);
  });
});

const DONE = {success: true, message: 'Done.'};

/** Ids of the regions, as words. */
function textOf({annotation}: OperatorContext): string {
  return annotation
    ? [...regionsOf(annotation.regions)].map(({id}) => id).join()
    : '';
}
