import {expect} from '@open-wc/testing';

import {formatLog} from './format-log.js';

const CASES: readonly {
  readonly args: readonly unknown[];
  readonly words: string;
}[] = [
  {args: [], words: ''},
  {args: ['a text', 7, null, undefined], words: 'a text 7 null undefined'},
  {args: [{id: 'x'}, [1, 2]], words: 'Object "x" Array(2)'},
  {args: ['%s has %d words', 'It', 3.7, 'more'], words: 'It has 3 words more'},
  {args: ['%cloud%c', 'color: red', ''], words: 'loud'},
  {args: ['%o of %O', {id: 1}, [1]], words: 'Object 1 of Array(1)'},
  {args: ['100 %', 1], words: '100 % 1'},
  {args: ['%d%%', 50], words: '50%'},
  {args: ['%s and %s', 'one'], words: 'one and %s'},
  {args: [7, '%s'], words: '7 %s'},
];

describe('formatLog()', () => {
  for (const {args, words} of CASES) {
    it(`says "${words}"`, () => {
      expect(formatLog(args)).to.equal(words);
    });
  }

  it('keeps of a long text its beginning', () => {
    expect(formatLog(['x'.repeat(20_000)])).to.have.length(10_000);
  });
});
