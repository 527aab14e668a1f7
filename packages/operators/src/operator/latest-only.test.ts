import {expect} from '@open-wc/testing';

import {LatestOnly} from './latest-only.js';

interface Task {
  readonly signal: AbortSignal;
  readonly resolve: (value: string) => void;
  readonly reject: (reason: unknown) => void;
}

function setup() {
  const latest = new LatestOnly();
  const tasks: Task[] = [];
  const run = () =>
    latest.run(
      (signal) =>
        new Promise<string>((resolve, reject) => {
          tasks.push({signal, resolve, reject});
        }),
    );
  return {latest, tasks, run};
}

describe('LatestOnly', () => {
  it('lets a stale answer never win, however late it comes', async () => {
    const {latest, tasks, run} = setup();
    const first = run();
    const second = run();
    expect(tasks[0]!.signal.aborted).to.be.true;
    expect(await first).to.deep.equal({isStale: true});
    tasks[1]!.resolve('new');
    tasks[0]!.resolve('old');
    expect(await second).to.deep.equal({isStale: false, value: 'new'});
    expect(latest.isBusy).to.be.false;
  });

  it('hides how a stale task fails, and shows how the latest does', async () => {
    const {tasks, run} = setup();
    const first = run();
    const second = run();
    tasks[0]!.reject(new Error('old'));
    tasks[1]!.reject(new Error('new'));
    expect(await first).to.deep.equal({isStale: true});
    const failure: unknown = await second.catch((error: unknown) => error);
    expect(failure).to.be.an('error').with.property('message', 'new');
  });

  it('ends at once when it is aborted', async () => {
    const {latest, tasks, run} = setup();
    const only = run();
    expect(latest.isBusy).to.be.true;
    latest.abort();
    expect(tasks[0]!.signal.aborted).to.be.true;
    expect(await only).to.deep.equal({isStale: true});
    expect(latest.isBusy).to.be.false;
  });
});
