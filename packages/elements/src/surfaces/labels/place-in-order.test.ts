import {expect} from '@open-wc/testing';

import {placeInOrder} from './place-in-order.js';

describe('placeInOrder()', () => {
  const entries = [2, 5, 9].map((ordinal) => ({ordinal}));

  it('answers where an ordinal is', () => {
    expect(entries.map(({ordinal}) => placeInOrder(entries, ordinal))).to.eql([
      0, 1, 2,
    ]);
  });

  it('answers where a new one would be put', () => {
    expect([1, 3, 10].map((ordinal) => placeInOrder(entries, ordinal))).to.eql([
      0, 1, 3,
    ]);
    expect(placeInOrder([], 4)).to.equal(0);
  });
});
