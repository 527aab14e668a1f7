import {expect} from '@open-wc/testing';

import {checkBudgets} from './budgets.js';
import type {BenchRecord} from './record.js';

function record(overrides: Partial<BenchRecord>): BenchRecord {
  return {
    measurement: 'scale',
    subject: 'host',
    subtopic: 'boxes',
    metric: 'elements',
    unit: '',
    size: 10_000,
    samples: [100],
    ...overrides,
  };
}

const update = (size: number, ...samples: readonly number[]) =>
  record({
    measurement: 'state-update',
    subtopic: 'one region of many',
    metric: 'update, CPU',
    size,
    samples,
  });

const leak = (metric: string, ...samples: readonly number[]) =>
  record({measurement: 'leaks', subtopic: 'mounts', metric, samples});

const verdicts = (...records: readonly BenchRecord[]) =>
  checkBudgets(records).map(({ok}) => ok);

describe('checkBudgets()', () => {
  it('leaves out what was not measured', () => {
    expect(checkBudgets([])).to.deep.equal([]);
  });

  it('judges the medians', () => {
    expect(verdicts(record({samples: [900, 300, 1]}))).to.deep.equal([true]);
    expect(verdicts(record({samples: [1, 301, 900]}))).to.deep.equal([false]);
  });

  it('allows an update to cost twice as much among 100,000 regions', () => {
    expect(
      verdicts(update(100, 4, 5, 6), update(100_000, 1, 10, 99)),
    ).to.deep.equal([true]);
    expect(verdicts(update(100, 5), update(100_000, 10.1))).to.deep.equal([
      false,
    ]);
  });

  it('allows no more than three canvases', () => {
    const canvases = (count: number) =>
      record({metric: 'canvases', samples: [count]});
    expect(verdicts(canvases(3))).to.deep.equal([true]);
    expect(verdicts(canvases(4))).to.deep.equal([false]);
  });

  it('lets the elements not grow with the regions', () => {
    const spans = (size: number, count: number) =>
      record({subtopic: 'text', size, samples: [count]});
    expect(verdicts(spans(1000, 100), spans(10_000, 110))).to.deep.equal([
      true,
    ]);
    expect(verdicts(spans(1000, 100), spans(10_000, 111))).to.deep.equal([
      false,
    ]);
  });

  it('allows a display with a sandboxed plugin not to grow with regions', () => {
    const display = (size: number, ms: number) =>
      record({
        measurement: 'sandbox',
        subject: 'sandbox',
        subtopic: 'a plugin that listens',
        metric: 'display, wall',
        size,
        samples: [ms],
      });
    expect(verdicts(display(0, 100), display(10_000, 200))).to.deep.equal([
      true,
    ]);
    expect(verdicts(display(0, 100), display(10_000, 201))).to.deep.equal([
      false,
    ]);
  });

  it('lets no listener stay behind, from the first reading to the last', () => {
    expect(verdicts(leak('listeners', 7, 9, 7))).to.deep.equal([true]);
    expect(verdicts(leak('listeners', 7, 7, 8))).to.deep.equal([false]);
  });

  it('lets objects of official plugins not grow once all is warm', () => {
    const objects = (...samples: readonly number[]) =>
      record({
        measurement: 'official-plugins',
        metric: 'objectBytes',
        samples,
      });
    expect(verdicts(objects(1e6, 9e6, 9.1e6))).to.deep.equal([true]);
    expect(verdicts(objects(1e6, 9e6, 9.2e6))).to.deep.equal([false]);
  });

  it('judges the host alone', () => {
    expect(
      verdicts(record({subject: 'control', samples: [10_004]})),
    ).to.deep.equal([]);
  });
});
