import {expect} from '@open-wc/testing';

import {CodePointIndex, codePointIndexOf} from './code-point-index.js';
import {
  codePointLength,
  sliceCodePoints,
  toCodePointOffset,
  toUtf16Offset,
} from './offsets.js';

const TEXTS: Readonly<Record<string, string>> = {
  empty: '',
  plain: 'plain',
  'two bytes': 'Größe',
  'one emoji': 'a😀b',
  'emojis in a row': '😀😁😂',
  'joined emoji': 'x👩‍👩‍👧y',
  'lone high surrogate': 'a\ud83db',
  'lone low surrogate': 'a\ude00b',
  'wrong order': '\ude00\ud83d',
  'combining marks': 'e\u0301😀e\u0301',
  long: 'word 😀 '.repeat(500),
};

describe('code point offsets', () => {
  for (const [title, text] of Object.entries(TEXTS)) {
    it(`agree with the language's own iteration: ${title}`, () => {
      const points = Array.from(text);
      expect(codePointLength(text)).to.equal(points.length);
      let utf16 = 0;
      points.forEach((point, index) => {
        expect(toUtf16Offset(text, index)).to.equal(utf16);
        expect(toCodePointOffset(text, utf16)).to.equal(index);
        utf16 += point.length;
      });
      expect(toUtf16Offset(text, points.length)).to.equal(text.length);
      expect(toCodePointOffset(text, text.length)).to.equal(points.length);
    });
  }

  it('take an offset inside a character to its start', () => {
    expect(toCodePointOffset('a😀b', 2)).to.equal(1);
    expect(toCodePointOffset('😀', 1)).to.equal(0);
    expect(toCodePointOffset('😀😁', 3)).to.equal(1);
  });

  for (const text of ['ab', 'a😀']) {
    it(`keep to the text "${text}"`, () => {
      for (const [offset, atStart] of [
        [-1, true],
        [Number.NaN, true],
        [99, false],
        [Number.POSITIVE_INFINITY, false],
      ] as const) {
        expect(toUtf16Offset(text, offset)).to.equal(atStart ? 0 : text.length);
        expect(toCodePointOffset(text, offset)).to.equal(atStart ? 0 : 2);
      }
    });
  }

  it('drop fractions', () => {
    expect(toUtf16Offset('a😀b', 2.9)).to.equal(3);
  });
});

describe('sliceCodePoints()', () => {
  for (const [start, end, expected] of [
    [0, 1, 'a'],
    [1, 2, '😀'],
    [1, 3, '😀b'],
    [2, 99, 'b'],
    [2, 1, ''],
  ] as const) {
    it(`from ${start} to ${end} is "${expected}"`, () => {
      expect(sliceCodePoints('a😀b', start, end)).to.equal(expected);
    });
  }
});

describe('codePointIndexOf()', () => {
  it('makes the index of a text once', () => {
    const text = 'kept 😀';
    expect(codePointIndexOf(text)).to.equal(codePointIndexOf(text));
  });

  it('forgets texts that were not asked for lately', () => {
    const first = codePointIndexOf('first 😀');
    for (let count = 0; count < 50; count += 1) {
      codePointIndexOf(`other ${count}`);
    }
    expect(codePointIndexOf('first 😀')).not.to.equal(first);
  });
});

describe('CodePointIndex', () => {
  it('knows the length in code points', () => {
    expect(new CodePointIndex('a😀').length).to.equal(2);
  });
});
