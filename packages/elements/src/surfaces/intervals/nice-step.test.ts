import {expect} from '@open-wc/testing';

import {clockStep, niceStep, stepsBetween} from './nice-step.js';

describe('niceStep()', () => {
  const table = [
    [0.003, 0.005],
    [0.01, 0.01],
    [0.3, 0.5],
    [1, 1],
    [1.1, 2],
    [70, 100],
    [0, 1],
  ] as const;
  for (const [least, step] of table) {
    it(`answers ${String(step)} for ${String(least)}`, () => {
      expect(niceStep(least)).to.be.closeTo(step, 1e-12);
    });
  }
});

describe('clockStep()', () => {
  it('counts as clocks do above a second', () => {
    expect([0.4, 7, 20, 31, 61, 4000].map(clockStep)).to.deep.equal([
      0.5, 10, 30, 60, 120, 7200,
    ]);
  });
});

describe('stepsBetween()', () => {
  it('answers the multiples of a step, both ends included', () => {
    expect(stepsBetween(3, 10, 5)).to.deep.equal([5, 10]);
    expect(stepsBetween(0, 0.3, 0.1)).to.have.length(4);
  });
});
