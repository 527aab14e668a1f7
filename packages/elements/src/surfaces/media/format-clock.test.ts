import {expect} from '@open-wc/testing';

import {formatClock, speakClock} from './format-clock.js';

describe('formatClock()', () => {
  const table = [
    [0, 1, '0:00.0'],
    [62.34, 1, '1:02.3'],
    [59.96, 1, '1:00.0'],
    [3602.5, 1, '1:00:02.5'],
    [7, 0, '0:07'],
    [75.25, 2, '1:15.25'],
    [NaN, 1, '0:00.0'],
    [-1, 1, '0:00.0'],
  ] as const;
  for (const [seconds, digits, text] of table) {
    it(`writes ${String(seconds)} with ${String(digits)} places as ${text}`, () => {
      expect(formatClock(seconds, digits)).to.equal(text);
    });
  }
});

describe('speakClock()', () => {
  it('says minutes and seconds in words', () => {
    expect([0, 1, 0.25, 60, 121.5].map(speakClock)).to.deep.equal([
      '0 seconds',
      '1 second',
      '0.3 seconds',
      '1 minute',
      '2 minutes 1.5 seconds',
    ]);
  });
});
