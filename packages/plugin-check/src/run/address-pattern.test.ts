import {expect} from '@open-wc/testing';

import {fitsAddress} from './address-pattern.js';

const ORIGIN = 'http://127.0.0.1:9';

describe('fitsAddress()', () => {
  const rows: [string, string, boolean][] = [
    ['https://a.example/x.js', 'https://a.example/x.js', true],
    ['https://a.example/x.js', 'https://a.example/x.js?v=1', true],
    ['https://a.example/x.js?v=2', 'https://a.example/x.js?v=1', false],
    ['https://a.example/x.js', 'https://a.example/xyjs', false],
    ['https://a.example/', 'https://a.example/deep/x.js', true],
    ['https://a.example/*.js', 'https://a.example/deep/x.js', true],
    ['https://a.example/*.js', 'https://a.example/x.css', false],
    ['/api/tasks', `${ORIGIN}/api/tasks`, true],
    ['/api/tasks', 'https://a.example/api/tasks', false],
    ['*/MY_URL?prompt=a*', `${ORIGIN}/projects/1/MY_URL?prompt=abc`, true],
  ];
  for (const [pattern, address, fits] of rows) {
    it(`says that ${pattern} ${fits ? 'fits' : 'is not'} ${address}`, () => {
      expect(fitsAddress(pattern, new URL(address), ORIGIN)).to.equal(fits);
    });
  }
});
