import {expect} from '@open-wc/testing';
import {filter, firstValueFrom} from 'rxjs';

import type {LsError} from '@ls-annotation/core';
import {startDouble} from '@ls-annotation/testing/lightly-studio';

import {OperatorRegistry} from '../registry/operator-registry.js';
import type {OperatorSourceState} from '../registry/operator-source.js';

import {LightlyStudioOperators} from './lightly-studio-operators.js';
import type {LightlyStudioOperatorsOptions} from './lightly-studio-operators.js';
import {platformFetch} from './platform.js';
import type {FetchLike} from './platform.js';
import type {RemoteOperatorError} from './remote-operator-error.js';

/** A registry that lists the operators of a fresh double. */
async function setup(overrides: LightlyStudioOperatorsOptions = {}) {
  const double = await startDouble();
  const {url} = double.server;
  const registry = new OperatorRegistry();
  const errors: LsError[] = [];
  registry.errors$.subscribe((error) => errors.push(error));
  const source = new LightlyStudioOperators(url, {
    ...double.options,
    ...overrides,
  });
  const remove = registry.addSource(source);
  await settled(source);
  return {double, registry, source, remove, errors};
}

/** Resolves once the source is neither idle nor loading. */
function settled(source: LightlyStudioOperators): Promise<OperatorSourceState> {
  const isSettled = ({status}: OperatorSourceState): boolean =>
    status === 'ready' || status === 'failed';
  return firstValueFrom(source.state$.pipe(filter(isSettled)));
}

function errorOf(source: LightlyStudioOperators): RemoteOperatorError {
  return source.state.error as RemoteOperatorError;
}

describe('LightlyStudioOperators', () => {
  describe('the list', () => {
    it('has every operator in the order of the server', async () => {
      const {registry, source} = await setup();
      expect(source.state.status).to.equal('ready');
      const names = registry.list().map(({name}) => name);
      expect(names).to.deep.equal(source.state.operatorNames);
      expect(names).to.have.length(18);
      expect(names.slice(0, 3)).to.deep.equal([
        'Greeting',
        'Every type',
        'Sees context',
      ]);
    });

    it('has the parameters, with types that nobody knows', async () => {
      const {registry, source} = await setup();
      const types = registry
        .find('Every type')!
        .parameters.map(({paramType}) => paramType);
      expect(types).to.deep.equal([
        'str',
        'int',
        'float',
        'bool',
        'table',
        'str',
        'float',
      ]);
      const odd = registry.find('Odd parameters')!;
      expect(odd.status).to.equal('ready');
      expect(odd.parameters.map(({paramType}) => paramType)).to.deep.equal([
        'str',
        'duration',
        'int',
      ]);
      expect(source.state.warnings.map(({message}) => message).join())
        .to.contain('"moment"')
        .and.contain('"whole"');
    });

    it('makes names distinct that are used twice', async () => {
      const {registry} = await setup();
      expect(registry.find('Twice')).to.exist;
      expect(registry.find('Twice (2)')).to.exist;
    });

    it('puts the label behind a name that is taken here', async () => {
      const {double, registry} = await setup();
      const second = new LightlyStudioOperators(double.server.url, {
        ...double.options,
        label: 'copy',
      });
      registry.addSource(second);
      await settled(second);
      expect(registry.find('Greeting (copy)')).to.exist;
      const run = registry.run('Greeting (copy)', {name: 'you'});
      expect((await run).message).to.equal('Hello you!');
    });

    it('is taken out with the source', async () => {
      const {registry, source, remove} = await setup();
      expect(registry.sources).to.deep.equal([source]);
      remove();
      remove();
      expect(registry.list()).to.be.empty;
      expect(registry.sources).to.be.empty;
      expect(source.state.status).to.equal('idle');
    });

    it('says why LightlyStudio runs nothing without a collection', async () => {
      const {registry} = await setup({collectionId: null});
      const {isApplicable, reason} = registry.find('Greeting')!;
      expect(isApplicable).to.be.false;
      expect(reason).to.equal('Its server needs to know a collection.');
    });

    it('may take collection and filter from what is on display', async () => {
      const {double, registry} = await setup({
        collectionId: ({data}) =>
          (data.collection as string | undefined) ?? null,
        contextFilter: ({task}) =>
          task && {filter_type: 'sample', sample_ids: [task.data.sample]},
      });
      expect(registry.find('Sees context')!.isApplicable).to.be.false;
      const {collectionId} = double.server;
      const task = {
        id: 1,
        data: {
          collection: collectionId,
          sample: '00000000-0000-4000-8000-000000000001',
        },
      };
      registry.setTarget({
        task,
        config: null,
        annotation: null,
        scopes: ['root'],
        readonlyReason: null,
        apply: () => {},
      });
      const {message} = await registry.run('Sees context');
      expect(JSON.parse(message)).to.deep.equal({
        collection_id: collectionId,
        filter_type: 'sample',
      });
    });
  });

  describe('refresh()', () => {
    it('keeps registrations that did not change', async () => {
      const {double, registry, source} = await setup();
      const before = registry.find('Greeting')!.operator;
      await double.restart();
      await source.refresh();
      expect(registry.find('Greeting')!.operator).to.equal(before);
      const {message} = await registry.run('Greeting', {name: 'Bob'});
      expect(message).to.equal('Hello Bob!');
    });

    it('takes out what the server no longer has', async () => {
      const {double, registry, source} = await setup();
      await double.remove('Slow');
      await source.refresh();
      expect(registry.find('Slow')).to.be.undefined;
      expect(source.state.operatorNames).to.not.include('Slow');
    });

    it('asks once when it is called twice', async () => {
      const {double, source} = await setup();
      const count = async (): Promise<number> =>
        (await double.requests()).filter((one) => one.endsWith('/operators'))
          .length;
      const before = await count();
      await Promise.all([source.refresh(), source.refresh()]);
      expect((await count()) - before).to.equal(1);
    });

    it('keeps what it had when the server fails, and says so', async () => {
      const {double, registry, source} = await setup({tries: 1});
      await double.trouble('busy');
      await source.refresh();
      expect(source.state.status).to.equal('failed');
      expect(errorOf(source).kind).to.equal('busy');
      expect(registry.find('Greeting')).to.exist;
      await source.refresh();
      expect(source.state.status).to.equal('ready');
      expect(source.state.error).to.be.null;
    });
  });

  describe('requests that change nothing', () => {
    for (const kind of ['busy', 'server-error', 'broken-connection']) {
      it(`are tried again after: ${kind}`, async () => {
        const {double, source} = await setup();
        await double.trouble(kind, 2);
        await source.refresh();
        expect(source.state.status).to.equal('ready');
      });
    }

    it('are given up after the third try', async () => {
      const {double, source} = await setup();
      await double.trouble('server-error', 3);
      await source.refresh();
      // Without CORS headers the page gets to see no status.
      expect(errorOf(source).kind).to.equal('network');
      expect(errorOf(source).status).to.be.null;
      expect(errorOf(source).details).to.contain('No answer.');
    });

    it('end after their time', async () => {
      const {double, source} = await setup({timeoutMs: 100, tries: 1});
      await double.trouble('silence');
      await source.refresh();
      expect(errorOf(source).kind).to.equal('timeout');
    });
  });

  describe('a run', () => {
    it('finds its operator again by its name after a restart', async () => {
      const {double, registry} = await setup();
      await double.restart();
      const {message} = await registry.run('Twice (2)');
      expect(message).to.equal('second');
    });

    it('fails when the server lost its operator', async () => {
      const {double, registry} = await setup();
      await double.remove('Slow');
      const run = registry.run('Slow');
      expect((await run).success).to.be.false;
      expect(run.state).to.equal('aborted');
      expect(registry.find('Slow')).to.be.undefined;
    });

    it('is never sent twice', async () => {
      const {double, registry} = await setup();
      await double.trouble('busy');
      const run = registry.run('Greeting', {name: 'Bob'});
      await run;
      expect((run.error as RemoteOperatorError).kind).to.equal('busy');
    });

    it('that crashes is a failure without status, in plain words', async () => {
      const {registry, errors} = await setup();
      const run = registry.run('Crashes');
      const {message} = await run;
      const error = run.error as RemoteOperatorError;
      expect(error.kind).to.equal('network');
      expect(error.operatorName).to.equal('Crashes');
      expect(message).to.contain('"Crashes"').and.contain('see its log');
      expect(errors).to.deep.equal([error]);
    });

    for (const [name, message] of [
      ['Still starting', 'is still starting, please try again in a moment.'],
      ['Broken', 'is in an error state and cannot be executed.'],
      ['Stopped', 'has been stopped and cannot be executed.'],
    ] as const) {
      it(`of an operator that is: ${name}, fails with the words`, async () => {
        const {registry} = await setup();
        const result = await registry.run(name);
        expect(result.success).to.be.false;
        expect(result.message).to.contain(message);
      });
    }

    it('that is aborted ends at once and stops waiting', async () => {
      const {registry, errors} = await setup();
      const run = registry.run('Slow');
      await firstValueFrom(
        run.state$.pipe(filter((state) => state === 'running')),
      );
      run.abort();
      expect(run.state).to.equal('aborted');
      expect(errors).to.be.empty;
    });

    it('ends after its time', async () => {
      const {registry} = await setup({runTimeoutMs: 50});
      const run = registry.run('Slow');
      await run;
      expect((run.error as RemoteOperatorError).kind).to.equal('timeout');
    });
  });

  describe('a server that cannot be used', () => {
    it('harms no other', async () => {
      const {registry} = await setup();
      const bad = new LightlyStudioOperators('http://127.0.0.1:1/api', {
        tries: 1,
      });
      registry.addSource(bad);
      await settled(bad);
      expect(errorOf(bad).kind).to.equal('network');
      expect(errorOf(bad).message).to.contain('http://127.0.0.1:1');
      const {message} = await registry.run('Greeting', {name: 'Bob'});
      expect(message).to.equal('Hello Bob!');
    });

    const answers: Record<string, [unknown, string]> = {
      'an object': [{detail: 'no'}, 'list of operators'],
      'a text': ['operators', 'list of operators'],
      null: [null, 'list of operators'],
    };
    for (const [what, [answer, reason]] of Object.entries(answers)) {
      it(`because its list is ${what} says so`, async () => {
        const source = await faked(() => answer);
        expect(errorOf(source).kind).to.equal('format');
        expect(errorOf(source).message).to.contain(reason);
      });
    }

    it('lists what it can of entries that are odd', async () => {
      const source = await faked((path) =>
        path.endsWith('/operators')
          ? [
              null,
              'text',
              {operator_id: 'a'},
              {operator_id: 7, name: 'Number'},
              {operator_id: 'b', name: 'Good'},
              {operator_id: 'c', name: 'Bad', supported_scopes: 'root'},
              {operator_id: 'd', name: 'Twins'},
            ]
          : {b: [], c: {}, d: [{name: 'x'}, {name: 'x'}]}[path.split('/')[3]!],
      );
      expect(source.state.status).to.equal('ready');
      expect(source.state.operatorNames).to.deep.equal([
        'Good',
        'Bad',
        'Twins',
      ]);
      expect(source.state.warnings.map(({code}) => code)).to.deep.equal([
        'operators/remote-format',
        'operators/invalid-parameter',
      ]);
    });
  });

  it('sends its headers, worked out at each request', async () => {
    let token = 1;
    const seen: (string | undefined)[] = [];
    const spy: FetchLike = (url, init) => {
      seen.push(init.headers.authorization);
      return platformFetch(url, {...init, headers: {}});
    };
    const {source} = await setup({
      fetch: spy,
      headers: () => ({authorization: `Bearer ${token}`}),
    });
    token = 2;
    await source.refresh();
    expect([seen[0], seen.at(-1)]).to.deep.equal(['Bearer 1', 'Bearer 2']);
  });
});

/** A source whose server answers with `answer(path)`. */
async function faked(
  answer: (path: string) => unknown,
): Promise<LightlyStudioOperators> {
  const source = new LightlyStudioOperators('http://fake/api', {
    tries: 1,
    fetch: (url) =>
      Promise.resolve({
        status: 200,
        headers: {get: () => null},
        body: null,
        text: () =>
          Promise.resolve(
            JSON.stringify(answer(url.slice('http://fake'.length))),
          ),
      }),
  });
  new OperatorRegistry().addSource(source);
  await settled(source);
  return source;
}
