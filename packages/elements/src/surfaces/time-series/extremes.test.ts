import {expect} from '@open-wc/testing';

import {Extremes} from './extremes.js';

/** Values that jump about, with some that are no numbers. */
function valuesOf(length: number): Float64Array {
  return Float64Array.from({length}, (_, place) =>
    place % 97 === 0 ? NaN : Math.sin(place * 12.9898) * 43758.5453,
  );
}

describe('Extremes', () => {
  it('finds what looking at every value finds', () => {
    const values = valuesOf(5003);
    const extremes = new Extremes(values);
    for (let round = 0; round < 400; round += 1) {
      const from = (round * 7919) % 5003;
      const to = Math.min(5003, from + ((round * 104729) % 3001));
      const part = [...values.slice(from, to)].filter(
        (value) => value === value,
      );
      expect(extremes.between(from, to)).to.deep.equal([
        Math.min(...part),
        Math.max(...part),
      ]);
    }
  });

  it('has nothing of nothing', () => {
    const none = [Infinity, -Infinity];
    expect(new Extremes(new Float64Array()).between(0, 0)).to.deep.equal(none);
    const gaps = new Extremes(new Float64Array(50).fill(NaN));
    expect(gaps.between(0, 50)).to.deep.equal(none);
  });

  it('looks at few of many values', () => {
    const {proxy, reads} = countReads(valuesOf(100_000));
    const extremes = new Extremes(proxy);
    const before = reads();
    extremes.between(3, 99_990);
    expect(reads() - before).to.be.below(100);
  });
});

/** A list that counts how often something is read of it. */
function countReads(values: Float64Array) {
  let count = 0;
  const proxy = new Proxy(values, {
    get: (target, key) => {
      if (typeof key === 'string' && /^\d+$/.test(key)) count += 1;
      return Reflect.get(target, key, target) as unknown;
    },
  });
  return {proxy, reads: () => count};
}
