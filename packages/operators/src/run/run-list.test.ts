import {expect} from '@open-wc/testing';

import {OperatorMemory} from '../memory/operator-memory.js';
import type {Operator} from '../operator/operator.js';
import {OperatorRegistry} from '../registry/operator-registry.js';
import type {
  OperatorOpenRequest,
  OperatorRegistryOptions,
} from '../registry/operator-registry.js';

function setup(options: OperatorRegistryOptions = {}) {
  const registry = new OperatorRegistry(options);
  const seen: unknown[] = [];
  const operator: Operator = {
    name: 'op',
    parameters: [
      {name: 'who', param_type: 'str', default: 'you', required: false},
      {name: 'key', param_type: 'str', secret: true, required: false},
    ],
    execute: ({parameters}) => {
      seen.push(parameters);
      return {success: true, message: ''};
    },
  };
  registry.register(operator);
  const requests: OperatorOpenRequest[] = [];
  registry.openRequests$.subscribe((request) => requests.push(request));
  return {registry, seen, requests};
}

describe('the runs of a registry', () => {
  it('are in view while they go on, and when they are over', async () => {
    const {registry} = setup();
    const lists: string[] = [];
    registry.runList$.subscribe(({current, recent}) =>
      lists.push(`${current.length}/${recent.length}`),
    );
    const run = registry.run('op');
    expect(registry.runList).to.deep.equal({current: [run], recent: []});
    await run;
    expect(registry.runList).to.deep.equal({current: [], recent: [run]});
    expect(lists).to.deep.equal(['0/0', '1/0', '0/1']);
  });

  it('are the last ones, latest first', async () => {
    const {registry} = setup({maxRecentRuns: 2});
    const runs = [];
    for (const who of ['a', 'b', 'c']) {
      const run = registry.run('op', {who});
      await run;
      runs.push(run);
    }
    expect(registry.runList.recent).to.deep.equal([runs[2], runs[1]]);
  });

  it('are forgotten one by one, or all', async () => {
    const {registry} = setup();
    const first = registry.run('op');
    const second = registry.run('op');
    await Promise.all([first.done, second.done]);
    registry.clearRecent(first);
    expect(registry.runList.recent).to.deep.equal([second]);
    registry.run('op');
    registry.clearRecent();
    expect(registry.runList.recent).to.be.empty;
    expect(registry.runList.current).to.have.length(1);
  });

  it('show no secret, and nothing that no parameter knows', async () => {
    const {registry, seen} = setup();
    const run = registry.run('op', {who: 'Ada', key: 'abc'});
    expect(run.parameters).to.deep.equal({who: 'Ada'});
    await run;
    expect(seen).to.deep.equal([{who: 'Ada', key: 'abc'}]);
    expect(run.parameters).to.deep.equal({who: 'Ada'});
    const unknown = registry.run('op', {pasword: 'abc'});
    expect(unknown.parameters).to.deep.equal({});
    await unknown;
    expect(unknown.error?.code).to.equal('operators/invalid-values');
  });

  it('show no secret that only its resolved parameters tell of', async () => {
    const {registry} = setup();
    registry.register({
      name: 'dynamic',
      parameters: [{name: 'kind'}],
      resolve: () => ({
        parameters: [
          {name: 'kind'},
          {name: 'size', param_type: 'int'},
          {name: 'token', secret: true},
        ],
      }),
      execute: () => ({success: true, message: ''}),
    });
    const run = registry.run('dynamic', {kind: 'x', size: 3, token: 't'});
    expect(run.parameters).to.deep.equal({kind: 'x'});
    await run;
    expect(run.state).to.equal('succeeded');
    expect(run.parameters).to.deep.equal({kind: 'x', size: 3});
  });
});

describe('rerun()', () => {
  it('does a run again, with the same values and defaults', async () => {
    const {registry, seen, requests} = setup();
    await registry.run('op', {who: 'Ada'});
    const cleared = registry.run('op', {}, {applyDefaults: false});
    await cleared;
    await registry.rerun(cleared);
    await registry.rerun(registry.runList.recent.at(-1)!);
    expect(seen).to.deep.equal([{who: 'Ada'}, {}, {}, {who: 'Ada'}]);
    expect(requests).to.be.empty;
  });

  it('asks for the dialog where a secret would be missing', async () => {
    const {registry, requests} = setup();
    const run = registry.run('op', {who: 'Ada', key: 'abc'});
    await run;
    expect(registry.rerun(run)).to.be.null;
    expect(requests).to.deep.equal([{name: 'op', values: {who: 'Ada'}}]);
  });

  it('does the last run of an operator again, by its name', async () => {
    const {registry, seen} = setup();
    await registry.run('op', {who: 'Ada'});
    await registry.run('op', {who: 'Bob'});
    await registry.rerun('op');
    expect(seen.at(-1)).to.deep.equal({who: 'Bob'});
  });

  it('opens the dialog with what is remembered when there was no run', () => {
    const items = new Map([['ls-operator:last:op', '{"who":"Eve"}']]);
    const memory = new OperatorMemory({
      storage: {
        getItem: (key) => items.get(key) ?? null,
        setItem: (key, value) => void items.set(key, value),
        removeItem: (key) => void items.delete(key),
      },
    });
    const {registry, requests} = setup({memory});
    expect(registry.rerun('op')).to.be.null;
    expect(requests).to.deep.equal([{name: 'op', values: {who: 'Eve'}}]);
  });
});

describe('timeoutMs', () => {
  function timed() {
    const timers: (readonly [callback: () => void, delayMs: number])[] = [];
    const cancelled: number[] = [];
    const registry = new OperatorRegistry({
      startTimer: (callback, delayMs) => {
        timers.push([callback, delayMs]);
        return () => cancelled.push(delayMs);
      },
    });
    const signals: {readonly aborted: boolean}[] = [];
    registry.register({
      name: 'slow',
      timeoutMs: 5000,
      execute: ({signal}) => {
        signals.push(signal);
        return new Promise(() => {});
      },
    });
    const begun = async (count: number): Promise<void> => {
      while (signals.length < count) await Promise.resolve();
    };
    return {registry, timers, cancelled, signals, begun};
  }

  it('ends a run that takes longer, and tells the operator', async () => {
    const {registry, timers, signals, begun} = timed();
    const run = registry.run('slow');
    await begun(1);
    const [callback, delayMs] = timers[0]!;
    expect(delayMs).to.equal(5000);
    callback();
    expect(run.state).to.equal('failed');
    expect(run.error?.code).to.equal('operators/timeout');
    expect(run.error?.message).to.contain('5 s');
    expect(signals[0]!.aborted).to.be.true;
  });

  it('is what the caller says, or none', async () => {
    const {registry, timers, begun} = timed();
    registry.run('slow', {}, {timeoutMs: 100});
    registry.run('slow', {}, {timeoutMs: null});
    await begun(2);
    expect(timers.map(([, delayMs]) => delayMs)).to.deep.equal([100]);
  });

  it('is forgotten with the run', async () => {
    const {registry, cancelled, begun} = timed();
    const run = registry.run('slow');
    await begun(1);
    run.abort();
    expect(cancelled).to.deep.equal([5000]);
  });
});
