import {expect} from '@open-wc/testing';

import {waitWithDeadline} from './deadline.js';

function never(): Promise<void> {
  return new Promise(() => undefined);
}

describe('waitWithDeadline()', () => {
  it('ends with the work, also when that rejects', async () => {
    const work = Promise.reject(new Error('no'));
    expect(await waitWithDeadline(work, 1e6, never())).to.equal('settled');
  });

  it('ends at the deadline when the work does not settle', async () => {
    expect(await waitWithDeadline(never(), 1, never())).to.equal('late');
  });

  it('ends when it is cancelled', async () => {
    const cancelled = Promise.resolve();
    expect(await waitWithDeadline(never(), 1e6, cancelled)).to.equal(
      'cancelled',
    );
  });
});
