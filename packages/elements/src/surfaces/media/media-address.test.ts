import {expect} from '@open-wc/testing';

import {safeMediaAddress} from './media-address.js';

const BASE = 'https://example.org/task/';

describe('safeMediaAddress()', () => {
  const table = [
    ['sound.mp3', 'https://example.org/task/sound.mp3'],
    ['//other.org/a.wav', 'https://other.org/a.wav'],
    [' data:audio/wav;base64,AA', 'data:audio/wav;base64,AA'],
    ['data:video/webm,x', 'data:video/webm,x'],
    ['data:text/html,x', null],
    ['javascript:alert(1)', null],
    ['file:///etc/passwd', null],
    ['blob:https://example.org/1', 'blob:https://example.org/1'],
  ] as const;
  for (const [address, expected] of table) {
    it(`${expected === null ? 'refuses' : 'allows'} ${address.trim()}`, () => {
      expect(safeMediaAddress(address, BASE)).to.equal(expected);
    });
  }
});
