import {expect} from '@open-wc/testing';

import {growthExponent, median, quantile} from './statistics.js';

describe('statistics', () => {
  it('takes the middle of an odd number, and between two of an even one', () => {
    expect(median([9, 1, 5])).to.equal(5);
    expect(median([4, 1, 3, 2])).to.equal(2.5);
  });

  it('has no median of nothing', () => {
    expect(median([])).to.be.NaN;
  });

  it('interpolates between the samples beside a rank', () => {
    expect(quantile([0, 10], 0.95)).to.equal(9.5);
    expect(quantile([3], 0.95)).to.equal(3);
  });

  it('finds the power by which values grow', () => {
    const points = (exponent: number) =>
      [100, 1000, 10_000].map((x) => ({x, y: 7 * x ** exponent}));
    for (const exponent of [0, 0.5, 1, 2]) {
      expect(growthExponent(points(exponent))).to.be.closeTo(exponent, 1e-9);
    }
  });

  it('knows no growth from one point', () => {
    expect(growthExponent([{x: 100, y: 1}])).to.be.NaN;
  });
});
