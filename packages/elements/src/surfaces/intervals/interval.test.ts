import {expect} from '@open-wc/testing';

import {isSameSpan, moveEdge, shiftSpans, spanBetween} from './interval.js';

const EXTENT = {min: 0, max: 10};

describe('spans', () => {
  it('lie between two values in any order', () => {
    expect(spanBetween(4, 1, 2)).to.deep.equal({start: 1, end: 4, lane: 2});
  });

  it('shift together, no further than the axis reaches', () => {
    const spans = new Map([
      ['a', spanBetween(1, 2, null)],
      ['b', spanBetween(5, 8, null)],
    ]);
    expect([...shiftSpans(spans, 7, EXTENT).values()]).to.deep.equal([
      spanBetween(3, 4, null),
      spanBetween(7, 10, null),
    ]);
    expect(shiftSpans(spans, -7, EXTENT).get('a')?.start).to.equal(0);
  });

  it('do not jump when they reach past the axis already', () => {
    const spans = new Map([['a', spanBetween(8, 12, null)]]);
    expect(shiftSpans(spans, 1, EXTENT).get('a')?.start).to.equal(8);
    expect(shiftSpans(spans, -1, EXTENT).get('a')?.start).to.equal(7);
  });

  it('turn over when an end goes past the other', () => {
    const span = spanBetween(2, 4, null);
    expect(moveEdge(span, 'start', 6, EXTENT)).to.deep.equal(
      spanBetween(4, 6, null),
    );
    expect(moveEdge(span, 'end', 20, EXTENT).end).to.equal(10);
  });

  it('are the same with the same ends in the same lane', () => {
    expect(isSameSpan(spanBetween(1, 2, 0), spanBetween(2, 1, 0))).to.equal(
      true,
    );
    expect(isSameSpan(spanBetween(1, 2, 0), spanBetween(1, 2, 1))).to.equal(
      false,
    );
  });
});
