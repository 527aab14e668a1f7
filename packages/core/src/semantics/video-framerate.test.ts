import {expect} from '@open-wc/testing';

import {readFramerate} from './video-framerate.js';

describe('readFramerate()', () => {
  const table = [
    ['29.97', 29.97],
    [25, 25],
    ['0.04', 25],
    ['', 24],
    ['$fps', 24],
    [-3, 24],
    [undefined, 24],
  ] as const;
  for (const [written, framerate] of table) {
    it(`reads ${JSON.stringify(written)} as ${String(framerate)}`, () => {
      expect(readFramerate(written)).to.equal(framerate);
    });
  }
});
