import {expect} from '@open-wc/testing';

import {sourceId, sourceKey} from './plugin-source.js';

describe('sourceId()', () => {
  const ROWS = [
    {source: {id: 'mine', src: 'a.js'}, id: 'mine'},
    {source: {src: '/plugins/word-count.js?v=2'}, id: 'word-count'},
    {source: {code: ''}, id: 'plugin-3'},
    {source: {definition: {id: 'd', activate: () => undefined}}, id: 'd'},
  ];
  for (const {source, id} of ROWS) {
    it(`calls ${JSON.stringify(source)} "${id}"`, () => {
      expect(sourceId(source, 2)).to.equal(id);
    });
  }
});

describe('sourceKey()', () => {
  it('is shared by sources that run the same code in the same way', () => {
    expect(sourceKey({src: 'a.js', type: 'script'})).to.equal(
      sourceKey({type: 'script', src: 'a.js'}),
    );
    expect(sourceKey({src: 'a.js'})).not.to.equal(
      sourceKey({src: 'a.js', integrity: 'sha256-x'}),
    );
  });
});
