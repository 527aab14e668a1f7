import {expect} from '@open-wc/testing';

import type {OperatorOverlap} from '../operator/operator-meta.js';
import type {OperatorResult} from '../operator/operator-result.js';
import {OperatorRegistry} from '../registry/operator-registry.js';

const DONE: OperatorResult = {success: true, message: ''};

/** A registry with operators that run until the test ends them, in order. */
function setup(overlap: OperatorOverlap, maxConcurrentRuns = Infinity) {
  const registry = new OperatorRegistry({maxConcurrentRuns});
  const calls: ((result: OperatorResult) => void)[] = [];
  for (const name of ['op', 'other']) {
    registry.register({
      name,
      overlap,
      execute: () => new Promise((resolve) => calls.push(resolve)),
    });
  }
  const begun = async (count: number): Promise<void> => {
    while (calls.length < count) await Promise.resolve();
  };
  return {registry, calls, begun};
}

describe('runs of one operator', () => {
  it('go on side by side', async () => {
    const {registry, begun} = setup('parallel');
    const runs = [registry.run('op'), registry.run('op')];
    await begun(2);
    expect(runs.map(({state}) => state)).to.deep.equal(['running', 'running']);
  });

  it('wait for their turn, and say how many come before', async () => {
    const {registry, calls, begun} = setup('queue');
    const first = registry.run('op');
    const second = registry.run('op');
    const third = registry.run('op');
    const elsewhere = registry.run('other');
    await begun(2);
    expect(
      [first, second, third, elsewhere].map(({state}) => state),
    ).to.deep.equal(['running', 'queued', 'queued', 'running']);
    expect(
      [second, third].map(({queuePosition}) => queuePosition),
    ).to.deep.equal([0, 1]);
    calls[0]!(DONE);
    await begun(3);
    expect(second.state).to.equal('running');
    expect(second.queuePosition).to.be.null;
    expect(third.queuePosition).to.equal(0);
    third.abort();
    expect(third.state).to.equal('aborted');
    expect(third.queuePosition).to.be.null;
    second.abort();
    const fourth = registry.run('op');
    await begun(4);
    expect(fourth.state).to.equal('running');
  });

  it('replace those before them', async () => {
    const {registry, begun} = setup('replace');
    const first = registry.run('op');
    await begun(1);
    const second = registry.run('op');
    expect(first.state).to.equal('aborted');
    expect((await first).message).to.contain('newer');
    await begun(2);
    expect(second.state).to.equal('running');
  });

  it('are refused while one goes on', async () => {
    const {registry, calls, begun} = setup('refuse');
    const first = registry.run('op');
    const second = registry.run('op');
    expect(second.state).to.equal('failed');
    expect(second.error?.code).to.equal('operators/busy');
    await begun(1);
    calls[0]!(DONE);
    await first;
    const third = registry.run('op');
    await begun(2);
    expect(third.state).to.equal('running');
  });
});

describe('runs of a registry', () => {
  it('are no more at a time than it allows', async () => {
    const {registry, calls, begun} = setup('parallel', 2);
    const runs = ['op', 'other', 'op', 'other'].map((name) =>
      registry.run(name),
    );
    await begun(2);
    expect(runs.map(({queuePosition}) => queuePosition)).to.deep.equal([
      null,
      null,
      0,
      1,
    ]);
    calls[1]!(DONE);
    await begun(3);
    expect(runs[2]!.state).to.equal('running');
    expect(runs[3]!.queuePosition).to.equal(0);
  });

  it('that wait are held up by no other operator that waits for itself', async () => {
    const {registry, begun} = setup('queue', 2);
    registry.run('op');
    const held = registry.run('op');
    const free = registry.run('other');
    await begun(2);
    expect(held.state).to.equal('queued');
    expect(free.state).to.equal('running');
  });

  it('stay in order when somebody ends them as they are told', async () => {
    const {registry, begun} = setup('parallel', 1);
    const first = registry.run('op');
    const runs = [registry.run('op'), registry.run('op'), registry.run('op')];
    runs[0]!.state$.subscribe((state) => {
      if (state === 'pending') runs[1]!.abort();
    });
    await begun(1);
    first.abort();
    expect(runs[1]!.state).to.equal('aborted');
    await begun(2);
    expect(runs[0]!.state).to.equal('running');
    expect(runs[2]!.state).to.equal('queued');
  });
});
