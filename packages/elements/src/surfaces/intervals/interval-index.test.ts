import {expect} from '@open-wc/testing';

import {IntervalIndex} from './interval-index.js';
import type {IntervalEntry} from './interval.js';

const STYLE = {stroke: '#000', fill: '#000', fillOpacity: 0.2, strokeWidth: 1};

function entry(
  id: string,
  ordinal: number,
  start: number,
  end: number,
  lane: number | null = null,
): IntervalEntry {
  return {id, ordinal, start, end, lane, label: '', style: STYLE};
}

function setup() {
  const index = new IntervalIndex();
  index.load([
    entry('c', 2, 20, 21, 1),
    entry('a', 0, 0, 30),
    entry('b', 1, 10, 12),
  ]);
  return index;
}

function ids(entries: readonly IntervalEntry[]): readonly string[] {
  return entries.map(({id}) => id);
}

describe('IntervalIndex', () => {
  it('keeps creation order', () => {
    const index = setup();
    expect(ids(index.all())).to.deep.equal(['a', 'b', 'c']);
    expect(index.indexOf('c')).to.equal(2);
    expect(index.at(1)?.id).to.equal('b');
    expect(index.indexOf('gone')).to.equal(-1);
  });

  it('finds what meets a span, oldest first', () => {
    expect(ids(setup().search(11, 20))).to.deep.equal(['a', 'b', 'c']);
    expect(ids(setup().search(13, 19))).to.deep.equal(['a']);
  });

  it('picks the shortest region at a value first, and near ones last', () => {
    expect(ids(setup().hit(11, null, 0))).to.deep.equal(['b', 'a']);
    expect(ids(setup().hit(12.5, null, 1))).to.deep.equal(['a', 'b']);
  });

  it('leaves regions of other lanes out', () => {
    expect(ids(setup().hit(20.5, 0, 0))).to.deep.equal(['a']);
    expect(ids(setup().hit(20.5, 1, 0))).to.deep.equal(['c', 'a']);
  });

  it('replaces and removes', () => {
    const index = setup();
    index.set(entry('b', 1, 40, 50));
    expect(ids(index.search(0, 15))).to.deep.equal(['a']);
    expect(ids(index.search(45, 45))).to.deep.equal(['b']);
    expect(index.delete('b')?.id).to.equal('b');
    expect(index.delete('b')).to.equal(undefined);
    expect(index.size).to.equal(2);
  });
});
