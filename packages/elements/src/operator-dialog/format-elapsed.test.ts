import {expect} from '@open-wc/testing';

import {formatElapsed} from './format-elapsed.js';

describe('formatElapsed()', () => {
  it('shows minutes and seconds, hours when there are any', () => {
    const rows: readonly [number, string][] = [
      [0, '0:00'],
      [999, '0:00'],
      [1000, '0:01'],
      [61_000, '1:01'],
      [3_599_999, '59:59'],
      [3_723_000, '1:02:03'],
    ];
    for (const [elapsedMs, text] of rows) {
      expect(formatElapsed(elapsedMs)).to.equal(text);
    }
  });
});
