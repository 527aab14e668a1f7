import {expect} from '@open-wc/testing';

import {safeImageAddress, shortAddress} from './image-address.js';

const BASE = 'https://example.com/app/';

describe('safeImageAddress()', () => {
  it('lets through what a picture may come from', () => {
    const accepted: Readonly<Record<string, string>> = {
      'https://a.example/b.png': 'https://a.example/b.png',
      'http://a.example/b.png': 'http://a.example/b.png',
      'b.png': 'https://example.com/app/b.png',
      '/b.png': 'https://example.com/b.png',
      '//cdn.example/b.png': 'https://cdn.example/b.png',
      'blob:https://example.com/1': 'blob:https://example.com/1',
      'data:image/png;base64,AA==': 'data:image/png;base64,AA==',
    };
    for (const [address, expected] of Object.entries(accepted)) {
      expect(safeImageAddress(address, BASE), address).to.equal(expected);
    }
  });

  it('refuses every other address', () => {
    for (const address of [
      'javascript:alert(1)',
      ' JavaScript:alert(1)',
      'java\nscript:alert(1)',
      'data:text/html,<b>',
      's3://bucket/b.png',
      'file:///etc/passwd',
      'https://',
    ]) {
      expect(safeImageAddress(address, BASE), address).to.equal(null);
    }
  });

  it('lets a page without a web address have pictures beside it', () => {
    const base = 'file:///home/me/page.html';
    expect(safeImageAddress('b.png', base)).to.equal('file:///home/me/b.png');
    expect(safeImageAddress('file:///b.png', base)).to.equal(null);
  });
});

describe('shortAddress()', () => {
  it('cuts a long address', () => {
    expect(shortAddress('data:image/png;base64,AAAA', 10)).to.equal(
      'data:image…',
    );
    expect(shortAddress('b.png')).to.equal('b.png');
  });
});
