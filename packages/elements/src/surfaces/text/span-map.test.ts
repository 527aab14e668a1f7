import {expect} from '@open-wc/testing';

import {SpanMap} from './span-map.js';

const span = (id: string, start: number, end: number) => ({
  id,
  start,
  end,
  color: 'red',
  label: '',
});

describe('SpanMap', () => {
  it('finds spans by place, those that reach far too', () => {
    const map = new SpanMap();
    map.set(span('near', 10, 20));
    map.set(span('long', 5, 100_000));
    map.set(span('far', 90_000, 90_010));
    expect(map.at(90_005).map(({id}) => id)).to.deep.equal(['far', 'long']);
    expect(map.at(20).map(({id}) => id)).to.deep.equal(['long']);
    expect([...map.within({start: 0, end: 6})].map(({id}) => id)).to.deep.equal(
      ['long'],
    );
  });

  it('has one span a region, the last that was set', () => {
    const map = new SpanMap();
    map.set(span('a', 0, 5));
    map.set(span('a', 10_000, 10_005));
    expect(map.size).to.equal(1);
    expect(map.at(2)).to.deep.equal([]);
    expect(map.at(10_001)).to.have.length(1);
  });

  it('forgets what is removed', () => {
    const map = new SpanMap();
    map.set(span('a', 0, 5));
    expect(map.delete('a')?.id).to.equal('a');
    expect(map.delete('a')).to.equal(undefined);
    expect(map.at(2)).to.deep.equal([]);
  });
});
