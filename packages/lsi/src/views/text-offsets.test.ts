import {expect} from '@open-wc/testing';

import {
  fromTextPlacement,
  textOffsetsOf,
  toTextPlacement,
} from './text-offsets.js';

const LINE = '/span[1]/text()[1]';

describe('toTextPlacement()', () => {
  const rows = [
    ['Hello world', 6, 11, LINE, 6, LINE, 11],
    ['one\ntwo', 4, 7, '/span[2]/text()[1]', 0, '/span[2]/text()[1]', 3],
    ['one\ntwo', 1, 5, LINE, 1, '/span[2]/text()[1]', 1],
    ['a\r\nb', 3, 4, '/span[3]/text()[1]', 0, '/span[3]/text()[1]', 1],
    ['😀 x', 2, 3, LINE, 2, LINE, 3],
  ] as const;
  for (const [text, from, to, start, startOffset, end, endOffset] of rows) {
    it(`lays ${from}–${to} of ${JSON.stringify(text)} into its lines`, () => {
      expect(toTextPlacement(text, {start: from, end: to})).to.deep.equal({
        start,
        startOffset,
        end,
        endOffset,
      });
    });
  }
});

describe('fromTextPlacement()', () => {
  const rows = [
    ['an offset in the first line', 'Hello world', LINE, 6, 11, 'world', 6, 11],
    [
      'an offset in the second line',
      'one\ntwo',
      '/span[2]/text()[1]',
      0,
      3,
      'two',
      4,
      7,
    ],
    ['one beyond the first line', 'one\ntwo', LINE, 4, 7, 'two', 4, 7],
    ['code points', '😀 cat', LINE, 2, 5, 'cat', 2, 5],
    ['UTF-16 units that fit the text', '😀 cat', LINE, 3, 6, 'cat', 2, 5],
    ['an offset without a text', '😀 cat', LINE, 2, 5, undefined, 2, 5],
  ] as const;
  for (const [what, shown, xpath, from, to, text, start, end] of rows) {
    it(`understands ${what}`, () => {
      const geometry = {
        start: xpath,
        end: xpath,
        startOffset: from,
        endOffset: to,
        text,
      };
      expect(fromTextPlacement(shown, geometry)).to.deep.equal({start, end});
    });
  }

  it('answers null for paths of another page', () => {
    const geometry = {
      start: '/p[1]/text()[1]',
      end: '/p[1]/text()[1]',
      startOffset: 0,
      endOffset: 2,
    };
    expect(fromTextPlacement('Hello', geometry)).to.equal(null);
  });

  it('is the inverse of toTextPlacement', () => {
    const text = 'a 😀\nbcd\n\nef';
    for (let start = 0; start <= 10; start++) {
      for (let end = start; end <= 10; end++) {
        const placement = toTextPlacement(text, {start, end});
        const back = fromTextPlacement(text, {...placement});
        expect(back).to.deep.equal({start, end});
      }
    }
  });
});

describe('textOffsetsOf()', () => {
  const rows = [
    [
      {start: 1, end: 4},
      {start: 1, end: 4},
    ],
    [
      {start: '1', end: '4'},
      {start: 1, end: 4},
    ],
    [
      {start: LINE, end: LINE, globalOffsets: {start: 2, end: 5}},
      {start: 2, end: 5},
    ],
    [{start: LINE, end: LINE, startOffset: 2, endOffset: 5}, null],
    [{}, null],
  ] as const;
  for (const [geometry, offsets] of rows) {
    it(`reads ${JSON.stringify(geometry)}`, () => {
      expect(textOffsetsOf(geometry)).to.deep.equal(offsets);
    });
  }
});
