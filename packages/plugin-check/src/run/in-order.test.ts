import {expect} from '@open-wc/testing';

import {inOrder} from './in-order.js';

/** Jobs that end when they are told to, and a record of those that began. */
function setup(count: number) {
  const started: number[] = [];
  const ends: ((error?: Error) => void)[] = [];
  const jobs = Array.from({length: count}, (_, index) => () => {
    started.push(index);
    return new Promise<number>((resolve, reject) => {
      ends[index] = (error) => {
        if (error) reject(error);
        else resolve(index);
      };
    });
  });
  return {
    jobs,
    started,
    end: (index: number, error?: Error) => ends[index]!(error),
  };
}

describe('inOrder()', () => {
  it('keeps so many jobs at work, and the order of what they result in', async () => {
    const {jobs, started, end} = setup(3);
    const results = inOrder(jobs, 2);
    const first = results.next();
    expect(started).to.deep.equal([0, 1]);
    end(1);
    end(0);
    expect(await first).to.deep.equal({done: false, value: 0});
    expect(started).to.deep.equal([0, 1, 2]);
    expect((await results.next()).value).to.equal(1);
    end(2);
    expect((await results.next()).value).to.equal(2);
    expect((await results.next()).done).to.equal(true);
  });

  it('starts nothing more when a job fails', async () => {
    const {jobs, started, end} = setup(3);
    const results = inOrder(jobs, 1);
    const first = results.next();
    end(0, new Error('no'));
    const outcome = await first.catch((error: unknown) => error);
    expect((outcome as Error).message).to.equal('no');
    expect(started).to.deep.equal([0]);
    expect((await results.next()).done).to.equal(true);
  });
});
