import {expect} from '@open-wc/testing';

import {logAxis} from './log-axis.js';

describe('logAxis()', () => {
  it('has whole decades that hold every value', () => {
    expect(logAxis([3, 250], [0, 300]).ticks).to.deep.equal([1, 10, 100, 1000]);
    expect(logAxis([0.2], [0, 1]).ticks).to.deep.equal([0.1, 1]);
  });

  it('has one decade at least, and none beyond an exact power', () => {
    expect(logAxis([100], [0, 1]).ticks).to.deep.equal([100, 1000]);
    expect(logAxis([100, 10_000], [0, 1]).ticks).to.deep.equal([
      100, 1000, 10_000,
    ]);
  });

  it('places values by their logarithm, upwards too', () => {
    const axis = logAxis([1, 100], [200, 0]);
    expect([1, 10, 100].map((value) => axis.place(value))).to.deep.equal([
      200, 100, 0,
    ]);
  });
});
