import {expect} from '@open-wc/testing';

import type {BenchRecord} from '../record.js';

import {growthTable} from './growth-table.js';

function exponentOf(...points: readonly (readonly [number, number])[]) {
  const records = points.map(([size, sample]): BenchRecord => ({
    measurement: 'scale',
    subject: 'host',
    subtopic: 'text',
    metric: 'display',
    unit: 'ms',
    size,
    samples: [sample],
  }));
  return growthTable(records).rows[0]?.[1];
}

describe('growthTable()', () => {
  it('tells how a thing grows', () => {
    expect(exponentOf([100, 5], [1000, 50], [10_000, 500])).to.equal('1.00');
    expect(exponentOf([100, 5], [10_000, 5])).to.equal('0.00');
  });

  it('leaves out what was measured with nothing there', () => {
    expect(exponentOf([0, 4], [100, 5], [1000, 50])).to.equal('1.00');
    expect(exponentOf([0, 4], [100, 5])).to.equal('–');
  });
});
